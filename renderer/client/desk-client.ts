// The one door to the world: wraps the bridge that preload put on the window, and turns numbered events into plain ones.
// A gap in the numbers (the engine restarted, or we were not listening) means that everything must be asked again.
import type { BalieBridge, ShellEvent } from '../../main/contract/bridge.ts';
import type { EngineEvent } from '../../main/contract/events.ts';

export type DeskEvent = EngineEvent | { readonly kind: 'events-missed' };

export type DeskClient = Pick<BalieBridge, 'call' | 'shell'> & {
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void;
  readonly onShellEvent: (listener: (event: ShellEvent) => void) => () => void;
};

/** Starts counting at the first event it sees, unless `startAfter` told which number came last. Whoever calls that listens by then. */
export function createDeskClient(bridge: BalieBridge): DeskClient & { readonly startAfter: (seq: number) => void } {
  const listeners = new Set<(event: DeskEvent) => void>();
  let last: number | null = null;
  const tell = (event: DeskEvent): void => {
    for (const listener of listeners) listener(event);
  };
  bridge.onEvent(({ seq, event }) => {
    const missed = last !== null && seq !== last + 1;
    last = seq;
    if (missed) tell({ kind: 'events-missed' });
    tell(event);
  });
  return {
    call: (name, args) => bridge.call(name, args),
    shell: bridge.shell,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onShellEvent: bridge.onShellEvent,
    startAfter: (seq) => {
      // What came in since, nobody heard.
      if (last !== null && last > seq) tell({ kind: 'events-missed' });
      last ??= seq;
    },
  };
}
