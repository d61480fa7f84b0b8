// The opening hours of one weekday, with a word about what looks like a slip.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHoursSetting } from '../../../main/contract/settings.ts';
import type { Weekday } from '../../../main/domain/office-hours/office-hours.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { hoursRemarks, type HoursRemark } from './hours-remarks.ts';
import { TimeField } from './time-field.tsx';

type Intervals = OfficeHoursSetting['week'][Weekday];
type DayHoursProps = {
  readonly name: string;
  readonly intervals: Intervals;
  readonly onChange: (intervals: Intervals) => void;
};

/** As many intervals as a day can have in the settings. */
const MOST = 12;

export function DayHours({ name, intervals, onChange }: DayHoursProps) {
  const { t } = useTranslation();
  const wrongId = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (changed: Intervals): void => {
    setWrong(null);
    onChange(changed);
  };
  const add = (): void => change([...intervals, intervals.length === 0 ? ['09:00', '17:00'] : ['18:00', '20:00']]);
  return (
    <li className="day">
      <span className="day-name">{name}</span>
      <div className="day-hours">
        {intervals.length === 0 && <span className="soft">{t('settings.closed')}</span>}
        {intervals.map(([from, until], index) => {
          const put = (interval: [string, string]): void => change(intervals.with(index, interval));
          return (
            // An interval has no name of its own but its place in the day.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} className="interval">
              <TimeField
                label={t('settings.from', { day: name })}
                wrongId={wrongId}
                value={from}
                onValue={(time) => put([time, until])}
                onWrong={setWrong}
              />
              <span aria-hidden="true">–</span>
              <TimeField
                label={t('settings.until', { day: name })}
                wrongId={wrongId}
                value={until}
                onValue={(time) => put([from, time])}
                onWrong={setWrong}
              />
              <button
                type="button"
                className="take-away"
                aria-label={t('settings.removeInterval', { day: name })}
                title={t('settings.removeInterval', { day: name })}
                onClick={() => change(intervals.toSpliced(index, 1))}
              >
                <Icon name="close" />
              </button>
            </span>
          );
        })}
        <div id={wrongId} className="day-words" aria-live="polite">
          {wrong !== null && <p className="wrong">{t('settings.hoursInvalid', { text: wrong })}</p>}
          {hoursRemarks(intervals).map((remark) => (
            <p key={JSON.stringify(remark)} className={remark.kind === 'past-midnight' ? 'help' : 'wrong'}>
              {wordsOf(remark)}
            </p>
          ))}
        </div>
      </div>
      <Button
        size="small"
        look="quiet"
        icon="plus"
        aria-label={t('settings.addInterval', { day: name })}
        disabled={intervals.length >= MOST}
        onClick={add}
      >
        {t('common.add')}
      </Button>
    </li>
  );

  function wordsOf(remark: HoursRemark): string {
    switch (remark.kind) {
      case 'empty':
        return t('settings.hoursEmpty', { at: remark.at });
      case 'past-midnight':
        return t('settings.hoursPastMidnight', { from: remark.from, until: remark.until });
      case 'overlap':
        return t('settings.hoursOverlap');
    }
  }
}
