// The answer that is being written, for a way of sending it that the composer does not know.
import { createContext, useContext, type RefObject } from 'react';

export type WrittenAnswer = {
  readonly text: string;
  /** False where a field of a saved reply is still open; it is pointed at. */
  readonly isReady: () => boolean;
  /** Onto the clipboard; false where that did not work. */
  readonly copy: () => boolean;
  /** What Ctrl+Enter presses. */
  readonly mainButton: RefObject<HTMLButtonElement | null>;
};

export const WrittenAnswerContext = createContext<WrittenAnswer | null>(null);

export function useWrittenAnswer(): WrittenAnswer {
  const written = useContext(WrittenAnswerContext);
  if (written === null) throw new Error('not inside a composer');
  return written;
}
