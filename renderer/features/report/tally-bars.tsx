// A row of bars: how many were answered, and how many of them in time. Each bar opens its answers; the same figures stand behind it
// as a table, for who reads rather than looks.
import { useTranslation } from 'react-i18next';
import type { Tally } from '../../../main/domain/figures/figures.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { workingTime } from '../../i18n/working-time.ts';

export type Bar = {
  readonly key: string;
  readonly name: string;
  /** What stands at the bar where there is no room for the name. */
  readonly mark?: string;
  readonly tally: Tally;
  readonly onOpen: () => void;
};

type TallyBarsProps = {
  readonly title: string;
  /** What the bars stand for: the head of the table's first column. */
  readonly kind: string;
  readonly bars: readonly Bar[];
  readonly look: 'lying' | 'standing';
};

export function TallyBars({ title, kind, bars, look }: TallyBarsProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const most = Math.max(1, ...bars.map(({ tally }) => tally.answered));
  const share = (part: number): string => `${(100 * part) / most}%`;
  const side = look === 'lying' ? 'width' : 'height';
  return (
    <section className="report-part" aria-label={title}>
      <h3>{title}</h3>
      <ul className={`bars ${look}`}>
        {bars.map(({ key, name, mark = name, tally, onOpen }) => (
          <li key={key}>
            <button
              type="button"
              className="bar"
              disabled={tally.answered === 0}
              aria-label={t('report.bar', { name, count: tally.answered })}
              title={t('report.bar', { name, count: tally.answered })}
              onClick={onOpen}
            >
              <span className="bar-name">{mark}</span>
              <span className="bar-room" aria-hidden="true">
                <span className="bar-late" style={{ [side]: share(tally.answered - tally.inTime) }} />
                <span className="bar-good" style={{ [side]: share(tally.inTime) }} />
              </span>
              {look === 'lying' && <span className="bar-count">{moments.count(tally.answered)}</span>}
            </button>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('report.asTable')}</summary>
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{kind}</th>
              <th scope="col">{t('report.answered')}</th>
              <th scope="col">{t('report.median')}</th>
              <th scope="col">{t('report.p90')}</th>
              <th scope="col">{t('report.inTime')}</th>
            </tr>
          </thead>
          <tbody>
            {bars
              .filter(({ tally }) => tally.answered > 0)
              .map(({ key, name, tally }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{moments.count(tally.answered)}</td>
                  <td>{workingTime(t, tally.medianMinutes)}</td>
                  <td>{workingTime(t, tally.p90Minutes)}</td>
                  <td>{inTimeShare(tally)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** Rounded down: 99.6 % is not everybody. */
export const inTimeShare = ({ answered, inTime }: Tally): string =>
  answered === 0 ? '–' : `${Math.floor((100 * inTime) / answered)} %`;
