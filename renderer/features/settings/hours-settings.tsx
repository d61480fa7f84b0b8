// When the business is open: several intervals a day, zone, public holidays and own closing days.
import { useTranslation } from 'react-i18next';
import type { OfficeHoursSetting } from '../../../main/contract/settings.ts';
import { WEEKDAYS, type Weekday } from '../../../main/domain/office-hours/office-hours.ts';
import { Button } from '../../ui/button.tsx';
import { Segments, SelectField } from '../../ui/field.tsx';
import { useLanguage } from '../../state/use-desk.tsx';
import { Closures } from './closures.tsx';
import { HoursPreview } from './hours-preview.tsx';
import { TimeField } from './time-field.tsx';
import { useSettings } from './use-settings.ts';

const ZONES = ['Europe/Amsterdam', 'Europe/Brussels'] as const;

/** 2024-01-01 was a Monday; only the names of the days are taken from it. */
const dayName = (language: string, index: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + index));

export function HoursSettings() {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const language = useLanguage();
  const { officeHours } = settings;
  const change = (part: Partial<OfficeHoursSetting>): void => set({ officeHours: { ...officeHours, ...part } });
  const setDay = (day: Weekday, intervals: OfficeHoursSetting['week'][Weekday]): void =>
    change({ week: { ...officeHours.week, [day]: intervals } });
  const zones = ZONES.some((zone) => zone === officeHours.zone) ? ZONES : [...ZONES, officeHours.zone];

  return (
    <div className="settings-stack">
      <HoursPreview settings={settings} />
      <ul className="week">
        {WEEKDAYS.map((day, index) => (
          <DayHours
            key={day}
            name={dayName(language, index)}
            intervals={officeHours.week[day]}
            onChange={(intervals) => setDay(day, intervals)}
          />
        ))}
      </ul>
      <div className="two-columns">
        <SelectField
          label={t('settings.zone')}
          value={officeHours.zone}
          options={zones.map((zone) => ({ value: zone, label: zone.replace('_', ' ') }))}
          onValue={(zone) => change({ zone })}
        />
        <Segments
          label={t('settings.holidays')}
          value={officeHours.holidays}
          options={[
            { value: 'NL', label: t('settings.holidaysNL') },
            { value: 'BE', label: t('settings.holidaysBE') },
            { value: 'none', label: t('settings.holidaysNone') },
          ]}
          onValue={(holidays) => change({ holidays })}
        />
      </div>
      <Closures closures={officeHours.closures} onChange={(closures) => change({ closures })} />
    </div>
  );
}

type Intervals = OfficeHoursSetting['week'][Weekday];
type DayHoursProps = {
  readonly name: string;
  readonly intervals: Intervals;
  readonly onChange: (intervals: Intervals) => void;
};

function DayHours({ name, intervals, onChange }: DayHoursProps) {
  const { t } = useTranslation();
  const add = (): void => {
    const last = intervals.at(-1);
    onChange([...intervals, last === undefined ? ['09:00', '17:00'] : ['18:00', '20:00']]);
  };
  return (
    <li className="day">
      <span className="day-name">{name}</span>
      <div className="day-hours">
        {intervals.length === 0 && <span className="soft">{t('settings.closed')}</span>}
        {intervals.map(([from, until], index) => {
          const put = (interval: [string, string]): void => onChange(intervals.with(index, interval));
          return (
            // An interval has no name of its own but its place in the day.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} className="interval">
              <TimeField
                wrong={t('settings.hoursInvalid')}
                label={t('settings.from', { day: name })}
                value={from}
                onValue={(time) => put([time, until])}
              />
              <span aria-hidden="true">–</span>
              <TimeField
                wrong={t('settings.hoursInvalid')}
                label={t('settings.until', { day: name })}
                value={until}
                onValue={(time) => put([from, time])}
              />
              <button
                type="button"
                className="take-away"
                aria-label={t('settings.removeInterval', { day: name })}
                title={t('settings.removeInterval', { day: name })}
                onClick={() => onChange(intervals.toSpliced(index, 1))}
              >
                ×
              </button>
            </span>
          );
        })}
      </div>
      <Button size="small" look="quiet" icon="plus" aria-label={t('settings.addInterval', { day: name })} onClick={add}>
        {t('common.add')}
      </Button>
    </li>
  );
}
