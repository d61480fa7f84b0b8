// What the day that is planned looks like by now, in one line: with whom it begins, and how much there is of what.
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../state/use-desk.tsx';
import { useDayPlan } from './use-day-plan.ts';

export function Tomorrow({ day }: { readonly day: string }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { plan } = useDayPlan(day);
  if (plan === null) return null;
  const planned = plan.planned.filter(({ isDone }) => !isDone);
  const leaving = plan.leaving.filter(({ state }) => state === 'queued');
  const [first] = planned;
  const counts = [
    { count: planned.length, words: t('evening.tomorrow.planned', { count: planned.length }) },
    { count: leaving.length, words: t('evening.tomorrow.leaving', { count: leaving.length }) },
    { count: plan.waking.length, words: t('evening.tomorrow.waking', { count: plan.waking.length }) },
    { count: plan.promised.length, words: t('evening.tomorrow.promised', { count: plan.promised.length }) },
  ].filter(({ count }) => count > 0);
  if (counts.length === 0) {
    const [opening] = plan.hours;
    const name = moments.weekdayAndDate(opening?.from ?? Date.parse(`${plan.day}T12:00:00Z`));
    return <p className="soft">{t('evening.tomorrow.nothing', { day: name })}</p>;
  }
  return (
    <p className="evening-tomorrow">
      {first !== undefined && (
        <strong>{t('evening.tomorrow.first', { when: moments.when(first.at), who: first.who })}. </strong>
      )}
      {counts.map(({ words }) => words).join(' · ')}
    </p>
  );
}
