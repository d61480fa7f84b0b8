// Numbers the engine's events and hands them to whoever listens. A listener that sees a gap in the numbers asks everything again.
import type { EngineEvent, NumberedEvent } from '../../contract/events.ts';

export type EventLine = {
  readonly emit: (event: EngineEvent) => void;
  readonly onEvent: (listener: (numbered: NumberedEvent) => void) => () => void;
  readonly lastSeq: () => number;
};

export function createEventLine(): EventLine {
  const listeners = new Set<(numbered: NumberedEvent) => void>();
  let seq = 0;
  return {
    emit: (event) => {
      seq += 1;
      for (const listener of listeners) listener({ seq, event });
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lastSeq: () => seq,
  };
}
