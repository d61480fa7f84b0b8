// Which holidays the business is closed on: those of the law, unless the owner works then, and others where he does not.
import { useTranslation } from 'react-i18next';
import type { OfficeHoursSetting } from '../../../main/contract/settings.ts';
import {
  holidaysOf,
  isClosedOn,
  type Holiday,
  type HolidayChoice,
} from '../../../main/domain/office-hours/holidays.ts';
import { LOCALE } from '../../i18n/moments.ts';
import { useLanguage, useNow } from '../../state/use-desk.tsx';
import { Choice } from '../../ui/field.tsx';

type HolidayChoiceProps = {
  readonly country: OfficeHoursSetting['holidays'];
  readonly choice: HolidayChoice;
  readonly onChange: (choice: HolidayChoice) => void;
};

export function HolidayChoices({ country, choice, onChange }: HolidayChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const coming = comingHolidays(country, useNow());
  if (coming.length === 0) return null;
  const day = new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const closedOn = coming.filter((holiday) => isClosedOn(holiday, choice));
  const set = ({ id, isByLaw }: Holiday, isClosed: boolean): void => {
    const { [id]: _, ...others } = choice;
    // Only what differs from the law is kept, so that a country can be changed without dragging the old one along.
    onChange(isClosed === isByLaw ? others : { ...others, [id]: isClosed });
  };
  return (
    <details className="holidays">
      <summary>{t('settings.holidaysClosed', { closed: closedOn.length, of: coming.length })}</summary>
      <ul className="holiday-list">
        {coming.map((holiday) => (
          <li key={holiday.id}>
            <Choice
              label={holiday.name[language]}
              help={day.format(Date.parse(`${holiday.date}T12:00Z`))}
              isOn={isClosedOn(holiday, choice)}
              onChange={(isClosed) => set(holiday, isClosed)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each holiday once, on its next date, in the order in which they come. */
function comingHolidays(country: OfficeHoursSetting['holidays'], now: number): readonly Holiday[] {
  const today = new Date(now).toISOString().slice(0, 10);
  const year = Number(today.slice(0, 4));
  const all = [...holidaysOf(country, year), ...holidaysOf(country, year + 1)].filter(({ date }) => date >= today);
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}
