// Which theme the window has now, for what is drawn by hand and not by a style sheet.
import { useSyncExternalStore } from 'react';
import type { Theme } from './mail-css.ts';

const themeNow = (): Theme => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');

function follow(changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => watch.disconnect();
}

export const useTheme = (): Theme => useSyncExternalStore(follow, themeNow);
