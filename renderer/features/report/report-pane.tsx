// How long customers waited: four figures, and three pictures of when and where. Each number opens the answers behind it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../../main/contract/report.ts';
import { weekdayName } from '../../i18n/moments.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { NOTICE_MS } from '../../state/notices.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Segments } from '../../ui/field.tsx';
import { AnswersBehind } from './answers-behind.tsx';
import { inTimeShare, TallyBars } from './tally-bars.tsx';
import { BEHIND_ALL, REPORT_DAYS, useFigures, useReportPeriod, type Behind, type ReportDays } from './use-report.ts';
import { workingTime } from '../../i18n/working-time.ts';

type Chosen = { readonly title: string; readonly behind: Behind };
type Open = (title: string, behind: Partial<Behind>) => void;

export function ReportPane() {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [days, setDays] = useState<ReportDays>(30);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const period = useReportPeriod(days);
  const { value: figures, error } = useFigures(period);
  const open: Open = (title, behind) => setChosen({ title, behind: { ...BEHIND_ALL, ...behind } });
  const save = async (): Promise<void> => {
    const saved = await desk.client.shell('shell.saveReport', { ...period, language });
    if (!saved.ok) desk.tellFailure(saved.error);
    else if (saved.value !== null) {
      const text = t('report.saved', { path: saved.value });
      desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
    }
  };
  return (
    <section className={chosen === null ? 'report' : 'report with-list'} aria-label={t('report.title')}>
      <div className="report-sheet">
        <header className="report-head">
          <h2 className="settings-title">{t('report.title')}</h2>
          <Button size="small" disabled={figures?.all.answered === 0} onClick={() => background(save())}>
            {t('report.save')}
          </Button>
        </header>
        <p className="soft">{t('report.intro')}</p>
        <Segments
          label={t('report.period')}
          value={String(days)}
          options={REPORT_DAYS.map((count) => ({
            value: String(count),
            label: count === 365 ? t('report.year') : t('report.days', { count }),
          }))}
          onValue={(value) => setDays(REPORT_DAYS.find((count) => String(count) === value) ?? 30)}
        />
        {error !== null && <FailureBox error={error} language={language} />}
        {figures !== null &&
          (figures.all.answered === 0 ? <p>{t('report.nothing')}</p> : <Pictures figures={figures} open={open} />)}
        <details className="report-meaning">
          <summary>{t('report.meaning')}</summary>
          <p>{t('report.meaningWait')}</p>
          <p>{t('report.meaningTime')}</p>
          <p>{t('report.meaningHalf')}</p>
        </details>
      </div>
      {chosen !== null && (
        <AnswersBehind title={chosen.title} period={period} behind={chosen.behind} onClose={() => setChosen(null)} />
      )}
    </section>
  );
}

function Pictures({ figures, open }: { readonly figures: ReportView; readonly open: Open }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moments = useMoments();
  const { all } = figures;
  const named = (name: string): string => t('report.behind', { name });
  const tiles = [
    { words: t('report.answered'), figure: moments.count(all.answered), behind: {} },
    { words: t('report.inTime'), figure: inTimeShare(all), behind: { isInTime: false } },
    { words: t('report.median'), figure: workingTime(t, all.medianMinutes), behind: {} },
    { words: t('report.p90'), figure: workingTime(t, all.p90Minutes), behind: {} },
  ];
  return (
    <>
      <ul className="report-tiles">
        {tiles.map(({ words, figure, behind }) => (
          <li key={words}>
            <button
              type="button"
              className="figure"
              onClick={() => open(t('isInTime' in behind ? 'report.behindLate' : 'report.behindAll'), behind)}
            >
              <span className="number">{figure}</span>
              <span className="soft">{words}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="report-legend soft">
        <span className="legend-mark bar-good" aria-hidden="true" /> {t('report.inTime')}
        <span className="legend-mark bar-late" aria-hidden="true" /> {t('report.late')}
      </p>
      <TallyBars
        title={t('report.byChannel')}
        kind={t('report.channel')}
        look="lying"
        bars={figures.byChannel.map(({ channel, tally }) => {
          const name = channelName(language, channel);
          return { key: channel, name, tally, onOpen: () => open(named(name), { channel }) };
        })}
      />
      <TallyBars
        title={t('report.byWeekday')}
        kind={t('report.weekday')}
        look="lying"
        bars={figures.byWeekday.map((tally, weekday) => {
          const name = weekdayName(language, weekday);
          return { key: name, name, tally, onOpen: () => open(named(name), { weekday }) };
        })}
      />
      <TallyBars
        title={t('report.byHour')}
        kind={t('report.hour')}
        look="standing"
        bars={figures.byHour.map((tally, hour) => {
          const name = t('report.atHour', { hour });
          return { key: name, name, mark: String(hour), tally, onOpen: () => open(named(name), { hour }) };
        })}
      />
    </>
  );
}
