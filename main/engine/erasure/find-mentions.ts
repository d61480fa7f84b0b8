// Looks through every mail of the desk for a person who is only spoken of: no index tells that for HTML, or for odd header fields.
// In slices, so that nobody waits.
import type { MessageRowId } from '../../contract/views.ts';
import type { Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import type { Blacken } from './blacken.ts';

/** Some 20 ms of unpacking. */
const SLICE = 200;

export async function findMentions(
  store: Pick<Store, 'people' | 'bodies' | 'messages'>,
  timers: Timers,
  needles: readonly string[],
  blacken: Blacken,
  onProgress: (looked: number) => void,
): Promise<ReadonlySet<MessageRowId>> {
  const found = new Set<MessageRowId>();
  const isIn = (text: string): boolean => {
    const lower = text.toLowerCase();
    return needles.some((needle) => lower.includes(needle)) && blacken(text) !== text;
  };
  let looked = 0;
  for (let after = 0; ;) {
    const slice = store.people.messagesAfter(after, SLICE);
    const last = slice.at(-1);
    if (last === undefined) return found;
    after = last;
    for (const id of slice) {
      const body = store.bodies.get(id);
      if (body === null) continue;
      const subject = store.messages.get(id)?.subject ?? '';
      const headers = JSON.stringify(store.bodies.headers(id));
      if ([subject, body.text, body.html ?? '', headers].some(isIn)) found.add(id);
    }
    looked += slice.length;
    onProgress(looked);
    await new Promise<void>((resolve) => void timers.after(0, resolve));
  }
}
