// "4.812 berichten": a number of messages in words, with the language's own thousands.
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../state/use-desk.tsx';

export function useMessageCount(): (count: number) => string {
  const { t } = useTranslation();
  const moments = useMoments();
  // i18next takes the number for one or many, and shows it as JavaScript writes it.
  return (count) => t('storage.messages', { count }).replace(String(count), moments.count(count));
}
