// Puts the place to write where the composer is, and the letter in it that is being written.
import { useLayoutEffect, useRef } from 'react';
import type { Letter, LetterHost, LetterWords } from './letter.ts';

type LetterBoxProps = {
  readonly letter: Letter;
  readonly host: LetterHost;
  /** Which letter, and how often its words came from elsewhere: only another of either puts words in. */
  readonly showing: string;
  readonly words: LetterWords;
};

export function LetterBox({ letter, host, showing, words }: LetterBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    box.current?.append(letter.element);
  }, [letter]);
  // Before the words: what is shown is asked of it.
  useLayoutEffect(() => letter.host(host));
  useLayoutEffect(() => {
    if (shown.current === showing) return;
    shown.current = showing;
    letter.show(words, showing);
  }, [letter, showing, words]);
  return <div ref={box} className="paper" />;
}
