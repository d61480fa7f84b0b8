// What the window shows of the engine and keeps true: asked at once, and again soon after something moved.
import { background } from './background.ts';
import type { DeskClient, DeskEvent } from './desk-client.ts';
import { later } from './machine-clock.ts';

/** Many changes at once are one question. */
const PACE_MS = 250;

/** `ask` is told whether its answer is still wanted. Answers what ends it. */
export function keptFresh(
  client: Pick<DeskClient, 'onEvent'>,
  after: readonly DeskEvent['kind'][],
  ask: (isWanted: () => boolean) => Promise<void>,
): () => void {
  let isWanted = true;
  const go = (): void => background(ask(() => isWanted));
  const soon = later(PACE_MS, go, 'steady');
  const stop = client.onEvent(({ kind }) => {
    if (kind === 'events-missed' || after.includes(kind)) soon.soon();
  });
  go();
  return () => {
    isWanted = false;
    stop();
    soon.cancel();
  };
}
