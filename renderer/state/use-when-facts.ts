// What a choice of a moment is read with: the desk's clock, the owner's hours, and his language.
import { officeHoursOf } from '../../main/domain/office-hours/holidays.ts';
import { useFacts, useLanguage, useMoments, useNow } from './use-desk.tsx';

export function useWhenFacts() {
  const setting = useFacts(({ settings }) => settings.officeHours);
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  return { now, hours: officeHoursOf(setting, now), language, moments };
}
