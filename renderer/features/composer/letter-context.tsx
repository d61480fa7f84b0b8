// The one place to write of the window, made when it is first needed: switching conversations gives it another letter and costs no
// new editor.
import { createContext, useContext, useState, type ReactNode } from 'react';
import { createLetter, type Letter } from './letter.ts';

const LetterContext = createContext<(() => Letter) | null>(null);

export function LetterProvider({ children }: { readonly children: ReactNode }) {
  const [letter] = useState(() => {
    let made: Letter | null = null;
    return (): Letter => (made ??= createLetter());
  });
  return <LetterContext value={letter}>{children}</LetterContext>;
}

export function useLetter(): Letter {
  const letter = useContext(LetterContext);
  if (letter === null) throw new Error('not inside a LetterProvider');
  return letter();
}
