// Language and theme on the document itself. `system` follows the machine, also while the window is open.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { background } from '../client/background.ts';
import { useFacts, useLanguage } from '../state/use-desk.tsx';

export function useAppearance(): void {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const theme = useFacts(({ settings }) => settings.theme);
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) background(i18n.changeLanguage(language));
  }, [language, i18n]);
  useEffect(() => {
    const machine = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      const isDark = theme === 'dark' || (theme === 'system' && machine.matches);
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    };
    apply();
    machine.addEventListener('change', apply);
    return () => machine.removeEventListener('change', apply);
  }, [theme]);
}
