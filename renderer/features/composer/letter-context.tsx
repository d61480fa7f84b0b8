// The one place to write of the window: switching conversations gives it another letter and costs no new editor.
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { createLetter, type Letter } from './letter.ts';

const LetterContext = createContext<(() => Letter) | null>(null);

export function LetterProvider({ children }: { readonly children: ReactNode }) {
  const [letter] = useState(() => {
    let made: Letter | null = null;
    return (): Letter => (made ??= createLetter());
  });
  useEffect(() => {
    // While nobody waits: the first conversation opens as fast as the next.
    const ahead = requestIdleCallback(() => letter());
    return () => cancelIdleCallback(ahead);
  }, [letter]);
  return <LetterContext value={letter}>{children}</LetterContext>;
}

export function useLetter(): Letter {
  const letter = useContext(LetterContext);
  if (letter === null) throw new Error('not inside a LetterProvider');
  return letter();
}
