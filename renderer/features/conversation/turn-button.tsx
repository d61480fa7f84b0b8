// The name above a message, which opens and folds it.
import type { ReactNode } from 'react';

type TurnButtonProps = { readonly isOpen: boolean; readonly onTurn: () => void; readonly children: ReactNode };

export function TurnButton({ isOpen, onTurn, children }: TurnButtonProps) {
  return (
    <button type="button" className="turn" aria-expanded={isOpen} onClick={onTurn}>
      {children}
    </button>
  );
}
