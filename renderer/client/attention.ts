// Whether the owner is here: the window is on the screen, and has the keyboard. In the tray or behind another window nothing need
// be drawn, and nothing ticks.
import { every, later } from './machine-clock.ts';

export type Attention = {
  readonly isShown: () => boolean;
  /** Shown, and worked in. */
  readonly isHere: () => boolean;
  /** Answers a function that stops listening. */
  readonly onChange: (listener: () => void) => () => void;
};

export function windowAttention(window: Window): Attention {
  const { document } = window;
  return {
    isShown: () => !document.hidden,
    isHere: () => !document.hidden && document.hasFocus(),
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
