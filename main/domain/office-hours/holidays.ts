// Public holidays of the Netherlands and Belgium, by rule. On purpose not here: Bevrijdingsdag (a day off by agreement, not by
// law), Goede Vrijdag, and the days of one Belgian community or region; the owner adds those as closures.
import { DAY_MS, type Instant } from '../instant.ts';
import { dateOf, dayOf, isoDay, weekdayIndex, type Day } from './calendar.ts';
import type { Closure, OfficeHours, WeekHours } from './office-hours.ts';

export type HolidayCountry = 'NL' | 'BE' | 'none';
export type Holiday = { readonly date: string; readonly name: string };

/** What the owner set; contract/settings.ts describes it for the boundary. */
export type OfficeHoursChoice = {
  readonly zone: string;
  readonly week: WeekHours;
  readonly closures: readonly Closure[];
  readonly holidays: HolidayCountry;
};

/** In the order of the calendar. Holidays that fall together on one day are each listed. */
export function publicHolidays(country: HolidayCountry, year: number): readonly Holiday[] {
  if (country === 'none') return [];
  const days = country === 'NL' ? dutchHolidays(year) : belgianHolidays(year);
  return days.toSorted(([a], [b]) => a - b).map(([day, name]) => ({ date: isoDay(day), name }));
}

/**
 * Office hours as the clock counts them, with the holidays of the years that a desk looks at: clocks that began up to two
 * years ago still run, and nobody plans more than three ahead.
 */
export function officeHoursOf(choice: OfficeHoursChoice, now: Instant): OfficeHours {
  const { year } = dateOf(Math.floor(now / DAY_MS));
  const years = [-2, -1, 0, 1, 2, 3].map((ahead) => year + ahead);
  return {
    zone: choice.zone,
    week: choice.week,
    closures: choice.closures,
    holidays: years.flatMap((one) => publicHolidays(choice.holidays, one).map(({ date }) => date)),
  };
}

type NamedDay = readonly [Day, string];

function dutchHolidays(year: number): NamedDay[] {
  const easter = easterSunday(year);
  const king = dayOf(year, 4, 27);
  return [
    [dayOf(year, 1, 1), 'Nieuwjaarsdag'],
    [easter, 'Eerste paasdag'],
    [easter + 1, 'Tweede paasdag'],
    // Never on a Sunday: it moves to the Saturday before.
    [weekdayIndex(king) === 6 ? king - 1 : king, 'Koningsdag'],
    [easter + 39, 'Hemelvaartsdag'],
    [easter + 49, 'Eerste pinksterdag'],
    [easter + 50, 'Tweede pinksterdag'],
    [dayOf(year, 12, 25), 'Eerste kerstdag'],
    [dayOf(year, 12, 26), 'Tweede kerstdag'],
  ];
}

/** The ten of the law of 4 January 1974 (royal decree of 18 April 1974, article 1). */
function belgianHolidays(year: number): NamedDay[] {
  const easter = easterSunday(year);
  return [
    [dayOf(year, 1, 1), 'Nieuwjaar'],
    [easter + 1, 'Paasmaandag'],
    [dayOf(year, 5, 1), 'Dag van de Arbeid'],
    [easter + 39, 'O.L.H. Hemelvaart'],
    [easter + 50, 'Pinkstermaandag'],
    [dayOf(year, 7, 21), 'Nationale feestdag'],
    [dayOf(year, 8, 15), 'O.L.V. Hemelvaart'],
    [dayOf(year, 11, 1), 'Allerheiligen'],
    [dayOf(year, 11, 11), 'Wapenstilstand'],
    [dayOf(year, 12, 25), 'Kerstmis'],
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
