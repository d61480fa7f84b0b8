import { describe, expect, it } from 'vitest';
import { createOpenTime } from '../office-hours/open-time.ts';
import type { OfficeHours, OpenInterval } from '../office-hours/office-hours.ts';
import { parseWhen } from './parse-when.ts';

const zone = 'Europe/Brussels';
const day: readonly OpenInterval[] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
const hours: OfficeHours = {
  zone,
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  closures: [],
  holidays: [],
};
const { clock } = createOpenTime(hours);
const now = Date.parse('2026-05-13T10:20+02:00');
function said(text: string): string | null {
  const instant = parseWhen({ text, now, zone, language: 'fr', hours });
  if (instant === null) return null;
  const { day: on, msOfDay } = clock.at(instant);
  return new Date(on * 86_400_000 + msOfDay).toISOString().slice(0, 16).replace('T', ' ');
}

describe('in French, on Wednesday 13 May 2026 at 10:20', () => {
  it.each([
    ['demain', '2026-05-14 09:00'],
    ['Demain matin', '2026-05-14 09:00'],
    ['demain après-midi', '2026-05-14 13:30'],
    ["demain dans l'après-midi", '2026-05-14 13:30'],
    ['après-demain', '2026-05-15 09:00'],
    ['cet après-midi', '2026-05-13 13:30'],
    ['ce soir', '2026-05-13 18:00'],
    ["aujourd'hui", '2026-05-13 17:30'],
    ['en fin de journée', '2026-05-13 17:30'],
    ['vendredi', '2026-05-15 09:00'],
    ['vendredi matin', '2026-05-15 09:00'],
    ['vendredi à 16h', '2026-05-15 16:00'],
    ['vendredi à 16 heures', '2026-05-15 16:00'],
    ['vendredi à 14h30', '2026-05-15 14:30'],
    ['mardi à dix heures et demie', '2026-05-19 10:30'],
    ['vendredi midi', '2026-05-15 12:00'],
    ['lundi prochain', '2026-05-18 09:00'],
    ['lundi en huit', '2026-05-25 09:00'],
    ['la semaine prochaine', '2026-05-18 09:00'],
    ['fin de semaine prochaine', '2026-05-22 17:30'],
    ['début de la semaine prochaine', '2026-05-18 09:00'],
    ['cette semaine', '2026-05-15 17:30'],
    ['fin du mois', '2026-05-29 17:30'],
    ['mi-juin', '2026-06-15 09:00'],
    ['après le week-end', '2026-05-18 09:00'],
    ['avant le week-end', '2026-05-15 17:30'],
    ['le 20 mai', '2026-05-20 09:00'],
    ['le 1er juin à 9h', '2026-06-01 09:00'],
    ['le 22/5', '2026-05-22 09:00'],
    ['dans deux jours', '2026-05-15 09:00'],
    ['dans 2 semaines', '2026-05-27 09:00'],
    ['sous 48 heures', '2026-05-15 10:20'],
    ['dans les deux jours ouvrables', '2026-05-15 09:00'],
    ['dans un mois', '2026-06-15 09:00'],
    ['dans la quinzaine', '2026-05-27 09:00'],
    ["d'ici vendredi", '2026-05-15 09:00'],
    ['au plus tard lundi', '2026-05-18 09:00'],
  ])('"%s" is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
  it.each(['le 31 février', 'dans zéro jours', 'la table', 'bientôt', 'à 27h', 'dans 99999 jours', ''])(
    '"%s" is no moment',
    (text) => {
      expect(said(text)).toBeNull();
    },
  );
});
