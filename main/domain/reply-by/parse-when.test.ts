import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours, OpenInterval } from '../office-hours/office-hours.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import { parseWhen } from './parse-when.ts';

const zone = 'Europe/Brussels';
const day: OpenInterval[] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
const hours = createOpenTime({
  zone,
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  closures: [],
  holidays: ['2026-05-25'],
} satisfies OfficeHours);

/** A local time as "2026-05-13 16:00". */
function local(instant: number | null): string | null {
  if (instant === null) return null;
  const { day: date, msOfDay } = hours.clock.at(instant);
  const seconds = msOfDay % 60_000 === 0 ? '' : ` +${msOfDay % 60_000}`;
  const minutes = Math.floor(msOfDay / 60_000);
  return `${new Date(date * 86_400_000).toISOString().slice(0, 10)} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}${seconds}`;
}
const on =
  (now: string, language: 'nl' | 'en') =>
  (text: string): string | null =>
    local(parseWhen({ text, now: Date.parse(now), zone, language, hours }));

const WEDNESDAY = '2026-05-13T10:20+02:00';

describe('in Dutch, on Wednesday 13 May 2026 at 10:20', () => {
  const said = on(WEDNESDAY, 'nl');
  it.each([
    // a day is its opening
    ['morgen', '2026-05-14 09:00'],
    ['Morgenvroeg', '2026-05-14 09:00'],
    ['morgen vroeg', '2026-05-14 09:00'],
    ['morgenochtend', '2026-05-14 09:00'],
    ['morgenvoormiddag', '2026-05-14 09:00'],
    ['morgennamiddag', '2026-05-14 13:30'],
    ['morgenmiddag', '2026-05-14 13:30'],
    ['morgenavond', '2026-05-14 18:00'],
    ['overmorgen', '2026-05-15 09:00'],
    ['overmorgen in de namiddag', '2026-05-15 13:30'],
    ['vandaag', '2026-05-13 17:30'],
    ['vanmiddag', '2026-05-13 13:30'],
    ['deze namiddag', '2026-05-13 13:30'],
    ['vanavond', '2026-05-13 18:00'],
    ['vrijdag', '2026-05-15 09:00'],
    ['vrijdagochtend', '2026-05-15 09:00'],
    ['vrijdag namiddag', '2026-05-15 13:30'],
    ["vrijdag 's avonds", '2026-05-15 18:00'],
    ['maandag', '2026-05-18 09:00'],
    ['woensdag', '2026-05-20 09:00'],
    ['zaterdag', '2026-05-16 09:00'],
    ['komende vrijdag', '2026-05-15 09:00'],
    ['vrijdag a.s.', '2026-05-15 09:00'],
    ['volgende vrijdag', '2026-05-22 09:00'],
    ['volgende week', '2026-05-18 09:00'],
    ['volgende week dinsdag', '2026-05-19 09:00'],
    ['dinsdag volgende week', '2026-05-19 09:00'],
    ['begin volgende week', '2026-05-18 09:00'],
    ['midden volgende week', '2026-05-20 09:00'],
    ['eind volgende week', '2026-05-22 17:30'],
    ['deze week', '2026-05-15 17:30'],
    ['einde van de week', '2026-05-15 17:30'],
    ['na het weekend', '2026-05-18 09:00'],
    ['voor het weekend', '2026-05-15 17:30'],
    ['in de loop van morgen', '2026-05-14 09:00'],
    ['einde van de maand', '2026-05-29 17:30'],
    ['eind mei', '2026-05-29 17:30'],
    ['begin juni', '2026-06-01 09:00'],
    ['half juni', '2026-06-15 09:00'],
    ['volgende maand', '2026-06-01 09:00'],
    ['einde van de dag', '2026-05-13 17:30'],
    ['tegen het einde van de dag', '2026-05-13 17:30'],
    ['vrijdag einde dag', '2026-05-15 17:30'],
    ['voor sluitingstijd', '2026-05-13 17:30'],
    ['straks', '2026-05-13 13:30'],
    ['later vandaag', '2026-05-13 13:30'],
    ['eerstvolgende werkdag', '2026-05-14 09:00'],
    ['vrijdagvoormiddag', '2026-05-15 09:00'],
    ['tegen vrijdagavond', '2026-05-15 18:00'],
    ['eind deze maand', '2026-05-29 17:30'],
    // a time
    ['volgende week vrijdag 10u', '2026-05-22 10:00'],
    ['ma. 18/5 16h', '2026-05-18 16:00'],
    ['morgen rond de middag', '2026-05-14 12:00'],
    ['na 17u', '2026-05-13 17:00'],
    ['10u 20 mei', '2026-05-20 10:00'],
    ['vr 16u', '2026-05-15 16:00'],
    ['vrijdag 16:00', '2026-05-15 16:00'],
    ['vrijdag om 16 uur', '2026-05-15 16:00'],
    ['vrijdag voor 4', '2026-05-15 16:00'],
    ['vr 16.30u', '2026-05-15 16:30'],
    ['wo 16u', '2026-05-13 16:00'],
    ['wo 9u', '2026-05-20 09:00'],
    ['maandag om 9u', '2026-05-18 09:00'],
    ['morgen 14u30', '2026-05-14 14:30'],
    ['morgen om 10', '2026-05-14 10:00'],
    ['morgen om tien uur', '2026-05-14 10:00'],
    ['half drie', '2026-05-13 14:30'],
    ['om half 3', '2026-05-13 14:30'],
    ['half elf', '2026-05-13 10:30'],
    ['half een', '2026-05-13 12:30'],
    ['half zes', '2026-05-13 17:30'],
    ['kwart over 4', '2026-05-13 16:15'],
    ['kwart voor vijf', '2026-05-13 16:45'],
    ['tien over drie', '2026-05-13 15:10'],
    ['5 voor half vier', '2026-05-13 15:25'],
    ['tien na vier', '2026-05-13 16:10'],
    ['9u', '2026-05-14 09:00'],
    ['om 9:30', '2026-05-14 09:30'],
    ['11u', '2026-05-13 11:00'],
    ['4 uur', '2026-05-13 16:00'],
    ["8 uur 's avonds", '2026-05-13 20:00'],
    ['vanavond 8u', '2026-05-13 20:00'],
    ['om 3 uur in de namiddag', '2026-05-13 15:00'],
    ["3 uur 's middags", '2026-05-13 15:00'],
    ['vandaag 16u', '2026-05-13 16:00'],
    // a length
    ['over 2 uur', '2026-05-13 12:20'],
    ['over een uur', '2026-05-13 11:20'],
    ['over een uurtje', '2026-05-13 11:20'],
    ['over een half uur', '2026-05-13 10:50'],
    ['over anderhalf uur', '2026-05-13 11:50'],
    ['over een kwartier', '2026-05-13 10:35'],
    ['over drie kwartier', '2026-05-13 11:05'],
    ['over 2u30', '2026-05-13 12:50'],
    ['over 2,5 uur', '2026-05-13 12:50'],
    ['over 2 uur en 10 minuten', '2026-05-13 12:30'],
    ['binnen 20 min', '2026-05-13 10:40'],
    ['binnen het uur', '2026-05-13 11:20'],
    ['30 min', '2026-05-13 10:50'],
    ['over 3 dagen', '2026-05-18 09:00'],
    ['over 2 dagen om 10u', '2026-05-15 10:00'],
    ['over een week', '2026-05-20 09:00'],
    ['over 2 weken', '2026-05-27 09:00'],
    ['over twee weken op dinsdag', '2026-05-26 09:00'],
    ['vrijdag over een week', '2026-05-22 09:00'],
    ['over een maand', '2026-06-15 09:00'],
    ['binnen de week', '2026-05-20 09:00'],
    ['binnen 14 dagen', '2026-05-27 09:00'],
    ['over 3 werkdagen', '2026-05-18 09:00'],
    // a date
    ['12 juni', '2026-06-12 09:00'],
    ['12 mei', '2027-05-12 09:00'],
    ['13 mei 16u', '2026-05-13 16:00'],
    ['di 19 mei 10 uur', '2026-05-19 10:00'],
    ['tegen 20 mei', '2026-05-20 09:00'],
    ['19/5 14u30', '2026-05-19 14:30'],
    ['om 14u30 op 19/5', '2026-05-19 14:30'],
    ['19-5-2026', '2026-05-19 09:00'],
    ['19.05.26 om 11:00', '2026-05-19 11:00'],
    ['12 mei 2026', '2026-05-12 09:00'],
    ['de 20e', '2026-05-20 09:00'],
    ['op de 5de', '2026-06-05 09:00'],
    ['2026-05-20', '2026-05-20 09:00'],
    ['2026-05-20 14:30', '2026-05-20 14:30'],
    ['2026-05-20T14:30:00Z', '2026-05-20 16:30'],
    ['29 februari', '2028-02-29 09:00'],
  ])('"%s" is %s', (text, moment) => {
    expect(said(text)).toBe(moment);
  });
});

describe('in English, on Wednesday 13 May 2026 at 10:20', () => {
  const said = on(WEDNESDAY, 'en');
  it.each([
    ['tomorrow', '2026-05-14 09:00'],
    ['tomorrow morning', '2026-05-14 09:00'],
    ['tomorrow afternoon', '2026-05-14 13:30'],
    ['first thing tomorrow', '2026-05-14 09:00'],
    ['next business day', '2026-05-14 09:00'],
    ['tonight', '2026-05-13 18:00'],
    ['this afternoon', '2026-05-13 13:30'],
    ['the day after tomorrow', '2026-05-15 09:00'],
    ['Friday', '2026-05-15 09:00'],
    ['by Friday at 4', '2026-05-15 16:00'],
    ['next tue 3pm', '2026-05-19 15:00'],
    ['next week', '2026-05-18 09:00'],
    ['next week tuesday', '2026-05-19 09:00'],
    ['after the weekend', '2026-05-18 09:00'],
    ['end of day', '2026-05-13 17:30'],
    ['end of day tomorrow', '2026-05-14 17:30'],
    ['EOD friday', '2026-05-15 17:30'],
    ['end of the week', '2026-05-15 17:30'],
    ['end of next week', '2026-05-22 17:30'],
    ['end of month', '2026-05-29 17:30'],
    ['mid-June', '2026-06-15 09:00'],
    ['in 2 hours', '2026-05-13 12:20'],
    ['in half an hour', '2026-05-13 10:50'],
    ['in an hour and a half', '2026-05-13 11:50'],
    ['2 hours', '2026-05-13 12:20'],
    ['in a week', '2026-05-20 09:00'],
    ['2 weeks from now', '2026-05-27 09:00'],
    ['within 2 working days', '2026-05-15 09:00'],
    ['4:30pm', '2026-05-13 16:30'],
    ['at 10:30', '2026-05-13 10:30'],
    ['9 am', '2026-05-14 09:00'],
    ['half three', '2026-05-13 15:30'],
    ['half past three', '2026-05-13 15:30'],
    ['quarter to five', '2026-05-13 16:45'],
    ['ten past 3', '2026-05-13 15:10'],
    ["3 o'clock", '2026-05-13 15:00'],
    ['3 in the afternoon', null],
    ["3 o'clock in the afternoon", '2026-05-13 15:00'],
    ['noon', '2026-05-13 12:00'],
    ['friday noon', '2026-05-15 12:00'],
    ['20 May', '2026-05-20 09:00'],
    ['May 20th, 2pm', '2026-05-20 14:00'],
    ['by 20 May', '2026-05-20 09:00'],
    ['the 20th', '2026-05-20 09:00'],
    ['5/20', '2026-05-20 09:00'],
  ])('"%s" is %s', (text, moment) => {
    expect(said(text)).toBe(moment);
  });
});

describe('what the time of asking changes', () => {
  it.each([
    ['Friday 17:45, after closing', '2026-05-15T17:45+02:00', 'morgenvroeg', '2026-05-16 09:00'],
    ['Friday 17:45, after closing', '2026-05-15T17:45+02:00', 'half drie', '2026-05-16 14:30'],
    ['Friday 10:00', '2026-05-15T10:00+02:00', 'vrijdag', '2026-05-22 09:00'],
    ['Friday 10:00', '2026-05-15T10:00+02:00', 'einde van de week', '2026-05-15 17:30'],
    ['Wednesday 15:30', '2026-05-13T15:30+02:00', 'vanmiddag', '2026-05-13 17:30'],
    ['Sunday 10:00', '2026-05-17T10:00+02:00', '11u', '2026-05-17 11:00'],
    ['Sunday 10:00', '2026-05-17T10:00+02:00', 'volgende week', '2026-05-18 09:00'],
    ['the Friday before Whit Monday', '2026-05-22T10:00+02:00', 'na het weekend', '2026-05-26 09:00'],
    ['the Friday before Whit Monday', '2026-05-22T10:00+02:00', 'volgende week', '2026-05-26 09:00'],
    ['31 May, a Sunday', '2026-05-31T10:00+02:00', 'einde van de maand', '2026-06-30 17:30'],
    ['31 December', '2026-12-31T10:00+01:00', '1 januari', '2027-01-01 09:00'],
    ['31 January', '2026-01-31T10:00+01:00', 'over een maand', '2026-03-02 09:00'],
    ['the night before summer time', '2026-03-28T23:00+01:00', 'over 4 uur', '2026-03-29 04:00'],
    ['after closing', '2026-05-13T20:00+02:00', 'einde van de dag', '2026-05-14 17:30'],
  ])('%s (%s): "%s" is %s', (_, now, text, moment) => {
    expect(on(now, 'nl')(text)).toBe(moment);
  });
});

describe('what is not understood', () => {
  const said = on(WEDNESDAY, 'nl');
  it.each([
    '',
    '   ',
    'om',
    '?',
    'zo snel mogelijk',
    'ooit',
    'gisteren',
    'vandaag 09:00',
    'vrijdag zaterdag',
    'morgen 10u 11u',
    '25:00',
    '12:75',
    '31 april',
    '30/2',
    '13/13',
    '12',
    'vrijdag rond de klok van iets',
    'over',
    'over 0 minuten',
    'over 99999 weken',
    'half 14 mei 3 uur 12',
  ])('"%s"', (text) => {
    expect(said(text)).toBeNull();
  });
  it('a text longer than any moment', () => {
    expect(said('over 2 uur'.padEnd(5_000, ' '))).toBeNull();
  });
});

describe('any words at all', () => {
  const words = fc.constantFrom(
    ...'vrijdag morgen over 2 uur half drie kwart voor einde van de week maand 12 mei 16u 3pm next in 12/5 namiddag om at'.split(
      ' ',
    ),
  );
  it('never throw, and never lie in the past unless the year was said', () => {
    const rule = fc.property(fc.array(words, { maxLength: 6 }), fc.integer({ min: 0, max: 5e12 }), (list, now) => {
      const found = parseWhen({ text: list.join(' '), now, zone, language: 'nl', hours });
      return found === null || found > now;
    });
    expect(fc.check(rule, { numRuns: 2_000 }).counterexample).toBeNull();
  });
  it('are read quickly whatever they are', () => {
    const rule = fc.property(fc.string({ maxLength: 200 }), (text) => {
      const began = performance.now();
      parseWhen({ text, now: Date.parse(WEDNESDAY), zone, language: null, hours });
      return performance.now() - began < 2_000;
    });
    expect(fc.check(rule).counterexample).toBeNull();
  });
});
