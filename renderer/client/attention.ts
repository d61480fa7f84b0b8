// Whether the owner is here: the window is on the screen, and has the keyboard. In the tray or behind another window nothing need
// be drawn, and nothing ticks. And whether he is writing: then what can wait a second does.
import { every, later, sinceStartMs, type Later } from './machine-clock.ts';

export type Attention = {
  readonly isShown: () => boolean;
  /** Shown, and worked in. */
  readonly isHere: () => boolean;
  /** A letter was typed in a field a moment ago. */
  readonly isTyping: () => boolean;
  /** Answers a function that stops listening. */
  readonly onChange: (listener: () => void) => () => void;
};

/** Between two letters of who types slowly. */
const TYPING_MS = 500;

export function windowAttention(window: Window): Attention {
  const { document } = window;
  let typedAt = Number.NEGATIVE_INFINITY;
  document.addEventListener('input', () => (typedAt = sinceStartMs()), { capture: true, passive: true });
  return {
    isShown: () => !document.hidden,
    isHere: () => !document.hidden && document.hasFocus(),
    isTyping: () => sinceStartMs() - typedAt < TYPING_MS,
    onChange: (listener) => {
      // When the focus goes into a mail's own frame the window tells a blur first; where it went is known a moment later.
      const { soon, cancel } = later(0, listener);
      document.addEventListener('visibilitychange', soon);
      window.addEventListener('focus', soon);
      window.addEventListener('blur', soon);
      return () => {
        cancel();
        document.removeEventListener('visibilitychange', soon);
        window.removeEventListener('focus', soon);
        window.removeEventListener('blur', soon);
      };
    },
  };
}

/** Calls `act` every `everyMs` while the window is on the screen, and as soon as it is back there. */
export function everyWhileShown(everyMs: number, attention: Attention, act: () => void): () => void {
  let stopTicking: (() => void) | null = null;
  const follow = (): void => {
    if (attention.isShown() === (stopTicking !== null)) return;
    stopTicking?.();
    stopTicking = attention.isShown() ? every(everyMs, act) : null;
    if (stopTicking !== null) act();
  };
  const stopListening = attention.onChange(follow);
  follow();
  return () => {
    stopListening();
    stopTicking?.();
  };
}

/** A list that is some letters behind harms nobody; one that never follows does. */
const MOST_HELD_MS = 1_000;

/**
 * Runs `act` once, `paceMs` after the first of a burst of calls, and while letters are typed a second later: asking and drawing a list
 * anew in between two letters costs a frame each time.
 */
export function laterThanTyping(paceMs: number, attention: Pick<Attention, 'isTyping'>, act: () => void): Later {
  let heldMs = 0;
  const timer = later(
    paceMs,
    () => {
      if (attention.isTyping() && heldMs < MOST_HELD_MS) {
        heldMs += paceMs;
        timer.soon();
        return;
      }
      heldMs = 0;
      act();
    },
    'steady',
  );
  return timer;
}
