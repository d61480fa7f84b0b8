// Tells the engine which conversation the owner has before him: about that one he needs no notification. Before him it is when it is
// shown, in a window that he works in.
import type { Attention } from '../client/attention.ts';
import { background } from '../client/background.ts';
import type { DeskClient } from '../client/desk-client.ts';
import type { Place, PlaceStore } from './place.ts';

/** Both panes stand side by side; only the rooms without a conversation hide it. */
const shown = ({ view, conversation }: Place): number | null =>
  view.kind === 'settings' || view.kind === 'report' ? null : conversation;

export function tellLooking(client: DeskClient, place: PlaceStore, attention: Attention): () => void {
  let told: number | null = null;
  const tell = (): void => {
    const looking = attention.isHere() ? shown(place.getState()) : null;
    if (looking === told) return;
    told = looking;
    background(client.call('reminders.looking', { conversation: looking }));
  };
  const tellAnew = (): void => {
    told = null;
    tell();
  };
  const stops = [
    place.subscribe(tell),
    attention.onChange(tell),
    // A new engine knows of nothing.
    client.onShellEvent((event) => {
      if (event.kind === 'engine-ready') tellAnew();
    }),
  ];
  // The engine may still think of a page that is gone.
  background(client.call('reminders.looking', { conversation: null }));
  tell();
  return () => {
    for (const stop of stops) stop();
  };
}
