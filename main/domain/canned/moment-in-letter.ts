// A moment as one writes it to a customer: "dinsdag 26 mei om 9.00 uur", "Tuesday 26 May at 9:00", "mardi 26 mai à 9 h".
import { MINUTE_MS } from '../instant.ts';
import { dateOf, weekdayIndex } from '../office-hours/calendar.ts';
import type { WallTime } from '../office-hours/wall-clock.ts';
import type { CannedLanguage } from './template.ts';

const WEEKDAYS: Readonly<Record<CannedLanguage, readonly string[]>> = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
};
const MONTHS: Readonly<Record<CannedLanguage, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

export function dayInLetter({ day }: WallTime, language: CannedLanguage): string {
  const { month, day: ofMonth } = dateOf(day);
  // French writes the first of the month as an ordinal.
  const number = language === 'fr' && ofMonth === 1 ? '1er' : String(ofMonth);
  return `${WEEKDAYS[language][weekdayIndex(day)] ?? ''} ${number} ${MONTHS[language][month - 1] ?? ''}`;
}

export function momentInLetter(wall: WallTime, language: CannedLanguage): string {
  const minutes = Math.floor(wall.msOfDay / MINUTE_MS);
  const hour = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  const day = dayInLetter(wall, language);
  switch (language) {
    case 'nl':
      return `${day} om ${hour}.${rest} uur`;
    case 'en':
      return `${day} at ${hour}:${rest}`;
    case 'fr':
      return `${day} à ${hour} h${rest === '00' ? '' : ` ${rest}`}`;
  }
}
