// Public holidays of the Netherlands and Belgium, by rule, and the days on which many close although no law says so: the days of
// one community or region, Goede Vrijdag, Bevrijdingsdag. Which of them close this business is the owner's choice.
import { DAY_MS, type Instant } from '../instant.ts';
import { dateOf, dayOf, isoDay, weekdayIndex, type Day } from './calendar.ts';
import type { Absence, Closure, OfficeHours, WeekHours } from './office-hours.ts';

export type HolidayCountry = 'NL' | 'BE' | 'none';

export const HOLIDAYS = [
  'new-year',
  'good-friday',
  'easter',
  'easter-monday',
  'kings-day',
  'labour-day',
  'liberation-day',
  'brussels',
  'ascension',
  'pentecost',
  'pentecost-monday',
  'flemish-community',
  'national-day',
  'assumption',
  'french-community',
  'all-saints',
  'armistice',
  'german-community',
  'christmas',
  'second-christmas',
] as const;
export type HolidayId = (typeof HOLIDAYS)[number];

/** `isByLaw`: closed unless the owner says otherwise; the others the other way round. */
export type Holiday = {
  readonly id: HolidayId;
  readonly date: string;
  readonly name: { readonly nl: string; readonly en: string };
  readonly isByLaw: boolean;
};

/** Where the owner does otherwise than the law: true is closed. */
export type HolidayChoice = { readonly [id in HolidayId]?: boolean };

/** What the owner set; contract/settings.ts describes it for the boundary. */
export type OfficeHoursChoice = {
  readonly zone: string;
  readonly week: WeekHours;
  readonly closures: readonly Closure[];
  readonly holidays: HolidayCountry;
  readonly holidayChoice?: HolidayChoice | undefined;
  readonly absences?: readonly Absence[] | undefined;
};

/** In the order of the calendar. Holidays that fall together on one day are each listed. */
export function holidaysOf(country: HolidayCountry, year: number): readonly Holiday[] {
  if (country === 'none') return [];
  const days = country === 'NL' ? dutchHolidays(year) : belgianHolidays(year);
  return days
    .toSorted((a, b) => a.day - b.day)
    .map(({ id, day, nl, en, isByLaw = true }) => ({ id, date: isoDay(day), name: { nl, en }, isByLaw }));
}

export const isClosedOn = ({ id, isByLaw }: Pick<Holiday, 'id' | 'isByLaw'>, choice: HolidayChoice = {}): boolean =>
  choice[id] ?? isByLaw;

/**
 * Office hours as the clock counts them, with the holidays of the years that a desk looks at: clocks that began up to two
 * years ago still run, and nobody plans more than three ahead.
 */
export function officeHoursOf(setting: OfficeHoursChoice, now: Instant): OfficeHours {
  const { year } = dateOf(Math.floor(now / DAY_MS));
  const years = [-2, -1, 0, 1, 2, 3].map((ahead) => year + ahead);
  const closed = years
    .flatMap((one) => holidaysOf(setting.holidays, one))
    .filter((holiday) => isClosedOn(holiday, setting.holidayChoice));
  return {
    zone: setting.zone,
    week: setting.week,
    closures: setting.closures,
    holidays: closed.map(({ date }) => date),
    absences: setting.absences,
  };
}

type DayOfYear = {
  readonly id: HolidayId;
  readonly day: Day;
  readonly nl: string;
  readonly en: string;
  readonly isByLaw?: false;
};

function dutchHolidays(year: number): readonly DayOfYear[] {
  const easter = easterSunday(year);
  const king = dayOf(year, 4, 27);
  return [
    { id: 'new-year', day: dayOf(year, 1, 1), nl: 'Nieuwjaarsdag', en: "New Year's Day" },
    { id: 'good-friday', day: easter - 2, nl: 'Goede Vrijdag', en: 'Good Friday', isByLaw: false },
    { id: 'easter', day: easter, nl: 'Eerste paasdag', en: 'Easter Sunday' },
    { id: 'easter-monday', day: easter + 1, nl: 'Tweede paasdag', en: 'Easter Monday' },
    // Never on a Sunday: it moves to the Saturday before.
    { id: 'kings-day', day: weekdayIndex(king) === 6 ? king - 1 : king, nl: 'Koningsdag', en: "King's Day" },
    // A day off by agreement: in some trades every year, in others every fifth.
    { id: 'liberation-day', day: dayOf(year, 5, 5), nl: 'Bevrijdingsdag', en: 'Liberation Day', isByLaw: false },
    { id: 'ascension', day: easter + 39, nl: 'Hemelvaartsdag', en: 'Ascension Day' },
    { id: 'pentecost', day: easter + 49, nl: 'Eerste pinksterdag', en: 'Whit Sunday' },
    { id: 'pentecost-monday', day: easter + 50, nl: 'Tweede pinksterdag', en: 'Whit Monday' },
    { id: 'christmas', day: dayOf(year, 12, 25), nl: 'Eerste kerstdag', en: 'Christmas Day' },
    { id: 'second-christmas', day: dayOf(year, 12, 26), nl: 'Tweede kerstdag', en: 'Second day of Christmas' },
  ];
}

/** By law the ten of the law of 4 January 1974 (royal decree of 18 April 1974, article 1). */
function belgianHolidays(year: number): readonly DayOfYear[] {
  const easter = easterSunday(year);
  return [
    { id: 'new-year', day: dayOf(year, 1, 1), nl: 'Nieuwjaar', en: "New Year's Day" },
    { id: 'good-friday', day: easter - 2, nl: 'Goede Vrijdag', en: 'Good Friday', isByLaw: false },
    { id: 'easter-monday', day: easter + 1, nl: 'Paasmaandag', en: 'Easter Monday' },
    { id: 'labour-day', day: dayOf(year, 5, 1), nl: 'Dag van de Arbeid', en: 'Labour Day' },
    { id: 'brussels', day: dayOf(year, 5, 8), nl: 'Feest van het Brussels Gewest', en: 'Brussels Day', isByLaw: false },
    { id: 'ascension', day: easter + 39, nl: 'O.L.H. Hemelvaart', en: 'Ascension Day' },
    { id: 'pentecost-monday', day: easter + 50, nl: 'Pinkstermaandag', en: 'Whit Monday' },
    {
      id: 'flemish-community',
      day: dayOf(year, 7, 11),
      nl: 'Feest van de Vlaamse Gemeenschap',
      en: 'Day of the Flemish Community',
      isByLaw: false,
    },
    { id: 'national-day', day: dayOf(year, 7, 21), nl: 'Nationale feestdag', en: 'National Day' },
    { id: 'assumption', day: dayOf(year, 8, 15), nl: 'O.L.V. Hemelvaart', en: 'Assumption' },
    {
      id: 'french-community',
      day: dayOf(year, 9, 27),
      nl: 'Feest van de Franse Gemeenschap',
      en: 'Day of the French Community',
      isByLaw: false,
    },
    { id: 'all-saints', day: dayOf(year, 11, 1), nl: 'Allerheiligen', en: "All Saints' Day" },
    { id: 'armistice', day: dayOf(year, 11, 11), nl: 'Wapenstilstand', en: 'Armistice Day' },
    {
      id: 'german-community',
      day: dayOf(year, 11, 15),
      nl: 'Feest van de Duitstalige Gemeenschap',
      en: 'Day of the German-speaking Community',
      isByLaw: false,
    },
    { id: 'christmas', day: dayOf(year, 12, 25), nl: 'Kerstmis', en: 'Christmas Day' },
  ];
}

/** Gregorian computus of Meeus, Jones and Butcher (Nature, 20 April 1876); no exceptions in any year. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
