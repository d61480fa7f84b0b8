// The plan of a working day: what the owner planned with its time, what leaves and wakes by itself, what is due, and where there is
// room. Can be walked with the keys, printed on one sheet of A4, and taken into an agenda.
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayPlanView } from '../../../main/contract/evening.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useLanguage, useMoments, usePlace } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { useRoomDeeds } from '../../ui/room-deeds.ts';
import { DayPlanApart } from './day-plan-apart.tsx';
import { conversationsOf, dayLines } from './day-plan-lines.ts';
import { DayPlanLine, type LineDeeds } from './day-plan-line.tsx';
import { useDayPlan } from './use-day-plan.ts';

type DayPlanPaneProps = {
  /** The window's own actions on the chosen conversation. */
  readonly onDone: () => void;
  readonly onMove: () => void;
};

export function DayPlanPane({ onDone, onMove }: DayPlanPaneProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const moments = useMoments();
  const [day, setDay] = useState<string | null>(null);
  const { plan, error } = useDayPlan(day);
  const isToday = plan?.isToday === true;
  useEffect(() => {
    if (isToday) background(desk.client.call('dayPlan.seen', {}));
  }, [desk, isToday]);
  const chosen = usePlace((place) => place.conversation);

  const choose = useCallback(
    (conversation: number): void => desk.place.setState({ conversation, isReading: false }),
    [desk],
  );
  const open = useCallback(
    (conversation: number): void => desk.place.setState({ view: { kind: 'desk' }, conversation, isReading: true }),
    [desk],
  );
  /** Deeds are about the chosen conversation, which must have been loaded first. */
  const withChosen = (deed: () => void) => (conversation: number) =>
    background(
      desk.conversation
        .show(conversation)
        .then(() => choose(conversation))
        .then(deed),
    );
  const deeds: LineDeeds = { choose, open, done: withChosen(onDone), move: withChosen(onMove) };

  const step = (by: 1 | -1) => (): void => {
    const row = plan === null ? [] : conversationsOf(plan);
    const at = row.indexOf(chosen ?? -1);
    const next = row[at < 0 ? 0 : Math.max(0, Math.min(row.length - 1, at + by))];
    if (next !== undefined) choose(next);
  };
  useRoomDeeds({
    next: step(1),
    previous: step(-1),
    ...(chosen === null ? {} : { open: () => open(chosen) }),
  });
  useEffect(() => {
    if (chosen !== null) document.querySelector('.plan-line.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const save = async (): Promise<void> => {
    const saved = await desk.client.shell('shell.saveDayPlan', { day: plan?.day ?? null, language });
    if (!saved.ok) desk.tellFailure(saved.error);
    else if (saved.value !== null) {
      const text = t('plan.saved', { path: saved.value });
      desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
    }
  };

  return (
    <section className="day-plan" aria-label={t('plan.title')}>
      <div className="day-plan-sheet">
        {error !== null && <FailureBox error={error} language={language} />}
        {plan !== null && (
          <>
            <header className="day-plan-head">
              <div>
                <h2>{t('plan.title')}</h2>
                <p className="day-plan-day">{moments.weekdayAndDate(noonOf(plan))}</p>
                <p className="soft">{t('plan.hours', { hours: hoursWords(plan, moments.time) })}</p>
              </div>
              <div className="row-of-buttons no-print">
                <Button
                  size="small"
                  look="quiet"
                  icon="back"
                  disabled={plan.before === null}
                  aria-label={t('plan.before')}
                  onClick={() => setDay(plan.before)}
                >
                  {''}
                </Button>
                <Button size="small" look="quiet" disabled={day === null} onClick={() => setDay(null)}>
                  {t('plan.coming')}
                </Button>
                <Button
                  size="small"
                  look="quiet"
                  icon="forward"
                  disabled={plan.after === null}
                  aria-label={t('plan.after')}
                  onClick={() => setDay(plan.after)}
                >
                  {''}
                </Button>
                <Button size="small" icon="print" onClick={() => window.print()}>
                  {t('plan.print')}
                </Button>
                <Button
                  size="small"
                  icon="save"
                  disabled={!plan.planned.some(({ isDone }) => !isDone)}
                  onClick={() => background(save())}
                >
                  {t('plan.calendar')}
                </Button>
              </div>
            </header>
            <Lines plan={plan} chosen={chosen} deeds={deeds} />
            <DayPlanApart
              title={t('plan.promises')}
              lines={plan.promised.map(({ commitment, conversation, who, words, dueAt }) => ({
                key: commitment,
                conversation,
                who,
                words: `“${words}”`,
                at: dueAt,
              }))}
              more={0}
              chosen={chosen}
              onOpen={open}
            />
            <DayPlanApart
              title={t('plan.due')}
              lines={plan.due.map(({ conversation, who, subject, replyBy }) => ({
                key: conversation,
                conversation,
                who,
                words: subject,
                at: replyBy,
              }))}
              more={plan.dueTotal - plan.due.length}
              chosen={chosen}
              onOpen={open}
            />
            <p className="print-only soft">{t('plan.printed', { when: moments.full(desk.deskNow()) })}</p>
          </>
        )}
      </div>
    </section>
  );
}

/** In the middle of its hours, so that it is that day in any zone the hours are of. */
const noonOf = ({ hours, day }: DayPlanView): number => hours[0]?.from ?? Date.parse(`${day}T12:00:00Z`);

const hoursWords = ({ hours }: DayPlanView, time: (at: number) => string): string =>
  hours.map(({ from, until }) => `${time(from)}–${time(until)}`).join(', ');

type LinesProps = { readonly plan: DayPlanView; readonly chosen: number | null; readonly deeds: LineDeeds };

function Lines({ plan, chosen, deeds }: LinesProps) {
  const { t } = useTranslation();
  const lines = dayLines(plan);
  if (lines.length === 0) {
    return <p className="soft">{t(plan.due.length + plan.promised.length === 0 ? 'plan.empty' : 'plan.emptyLater')}</p>;
  }
  return (
    <ol className="plan-lines" aria-label={t('plan.day')}>
      {lines.map((one) => (
        <DayPlanLine
          key={one.kind === 'hole' ? `hole-${one.at}` : `${one.kind}-${one.at}-${one.line.conversation}`}
          one={one}
          isChosen={one.kind !== 'hole' && one.line.conversation === chosen}
          deeds={deeds}
        />
      ))}
    </ol>
  );
}
