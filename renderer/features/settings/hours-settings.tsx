// When the business is open: several intervals a day, zone, public holidays and own closing days.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHoursSetting } from '../../../main/contract/settings.ts';
import type { Channel } from '../../../main/domain/conversation/message.ts';
import { WEEKDAYS, type Weekday } from '../../../main/domain/office-hours/office-hours.ts';
import { weekdayName } from '../../i18n/moments.ts';
import { zoneName } from '../../i18n/zone-names.ts';
import { Segments, SelectField } from '../../ui/field.tsx';
import { useLanguage } from '../../state/use-desk.tsx';
import { Closures } from './closures.tsx';
import { DayHours } from './day-hours.tsx';
import { HolidayChoices } from './holiday-choice.tsx';
import { HoursPreview } from './hours-preview.tsx';
import { useSettings } from './use-settings.ts';

const ZONES = ['Europe/Amsterdam', 'Europe/Brussels'] as const;

export function HoursSettings() {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const language = useLanguage();
  const [channel, setChannel] = useState<Channel>('email');
  const { officeHours } = settings;
  const change = (part: Partial<OfficeHoursSetting>): void => set({ officeHours: { ...officeHours, ...part } });
  const setDay = (day: Weekday, intervals: OfficeHoursSetting['week'][Weekday]): void =>
    change({ week: { ...officeHours.week, [day]: intervals } });
  const zones = ZONES.some((zone) => zone === officeHours.zone) ? ZONES : [...ZONES, officeHours.zone];

  return (
    <div className="settings-stack">
      <HoursPreview settings={settings} channel={channel} onChannel={setChannel} />
      <ul className="week">
        {WEEKDAYS.map((day, index) => (
          <DayHours
            key={day}
            name={weekdayName(language, index)}
            intervals={officeHours.week[day]}
            onChange={(intervals) => setDay(day, intervals)}
          />
        ))}
      </ul>
      <div className="two-columns">
        <SelectField
          label={t('settings.zone')}
          value={officeHours.zone}
          options={zones.map((zone) => ({ value: zone, label: `${zoneName(language, zone)} (${zone})` }))}
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
      <HolidayChoices
        country={officeHours.holidays}
        choice={officeHours.holidayChoice ?? {}}
        onChange={(holidayChoice) => change({ holidayChoice })}
      />
      <Closures closures={officeHours.closures} onChange={(closures) => change({ closures })} />
    </div>
  );
}
