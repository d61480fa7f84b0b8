// Follows a link of a text as one of a letter with its layout is followed: see state/links.ts.
import { useCallback } from 'react';
import { useDesk } from '../../state/use-desk.tsx';

export function useOpenLink(): (url: string) => void {
  const { links } = useDesk();
  return useCallback((url) => links.follow({ href: url, words: url }), [links]);
}
