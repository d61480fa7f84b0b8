import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpenTime } from '../office-hours/open-time.ts';
import { findCommitments } from './find-commitments.ts';

const zone = 'Europe/Brussels';
/** Wednesday 13 May 2026, 10:20. */
const sentAt = Date.parse('2026-05-13T10:20+02:00');
const { clock } = createOpenTime({
  zone,
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  closures: [],
  holidays: [],
});
function local(instant: number): string {
  const { day, msOfDay } = clock.at(instant);
  return new Date(day * 86_400_000 + msOfDay).toISOString().slice(0, 16).replace('T', ' ');
}
const dues = (text: string, language: 'nl' | 'en' | null = null): string[] =>
  findCommitments({ text, sentAt, zone, language }).map(({ due }) => local(due));

describe('a promise', () => {
  it.each([
    ['Ik laat u vrijdag iets weten.', '2026-05-15 17:30'],
    ['Vrijdag laat ik u iets weten.', '2026-05-15 17:30'],
    ['Morgenvroeg stuur ik de offerte door.', '2026-05-14 12:00'],
    ['Volgende week krijgt u de offerte.', '2026-05-22 17:30'],
    ['U krijgt de offerte voor vrijdag.', '2026-05-15 09:00'],
    ['U krijgt de offerte tegen vrijdag.', '2026-05-15 17:30'],
    ['Ik bel je morgen om half drie terug', '2026-05-14 14:30'],
    ['We komen vrijdag 22 mei om 8u30 langs.', '2026-05-22 08:30'],
    ['Ik kom er binnen de 2 werkdagen op terug.', '2026-05-15 17:30'],
    ['U hoort morgen van ons.', '2026-05-14 17:30'],
    ['We zullen u tegen maandag een voorstel bezorgen.', '2026-05-18 17:30'],
    ['Uw bestelling ligt morgen klaar.', '2026-05-14 17:30'],
    ['De offerte volgt overmorgen.', '2026-05-15 17:30'],
    ['Het pakket wordt donderdag verstuurd.', '2026-05-14 17:30'],
    ['Je mag ons antwoord na het weekend verwachten.', '2026-05-18 17:30'],
    ['Ik bel u maandag of dinsdag.', '2026-05-19 17:30'],
    ['Naar aanleiding van uw bericht van maandag laat ik u vrijdag iets weten.', '2026-05-15 17:30'],
    ['Onze technieker komt vrijdag om 8 uur langs.', '2026-05-15 08:00'],
    ['Ik mail u in de loop van morgen.', '2026-05-14 17:30'],
    ['Ik antwoord je nog voor het weekend.', '2026-05-15 17:30'],
    ['Let me check and get back to you on Thursday.', '2026-05-14 17:30'],
    ["I'll get back to you by Tuesday.", '2026-05-19 17:30'],
    ['We will send you the quote tomorrow morning.', '2026-05-14 12:00'],
    ["You'll have it by end of day.", '2026-05-13 17:30'],
    ['Your order will be ready on Friday at 4pm.', '2026-05-15 16:00'],
    ['I will call you within 24 hours', '2026-05-14 10:20'],
    ['You can expect our answer next week.', '2026-05-22 17:30'],
  ])('"%s" is due %s', (text, due) => {
    expect(dues(text)).toEqual([due]);
  });
  it('is found across the lines that a mail program broke', () => {
    const text =
      'Beste Jan,\n\nBedankt voor uw bericht. Ik reken het na en ik laat u\nvrijdag iets weten.\n\nGroeten\nMia';
    expect(findCommitments({ text, sentAt, zone, language: 'nl' })).toEqual([
      { text: 'Ik reken het na en ik laat u vrijdag iets weten.', due: Date.parse('2026-05-15T17:30+02:00') },
    ]);
  });
  it('is one of several', () => {
    expect(dues('Ik bel u morgen.\n- We leveren op 20 mei om 10 uur')).toEqual([
      '2026-05-14 17:30',
      '2026-05-20 10:00',
    ]);
  });
  it('follows the opening hours that it is given', () => {
    const hours = {
      zone,
      week: { mon: [], tue: [], wed: [], thu: [], fri: [['08:00', '12:00']], sat: [], sun: [] },
      closures: [],
      holidays: [],
    } as const;
    const [found] = findCommitments({ text: 'Ik laat u vrijdag iets weten.', sentAt, zone, language: 'nl', hours });
    expect(local(found?.due ?? 0)).toBe('2026-05-15 12:00');
  });
});

describe('a whole letter', () => {
  const greeting = 'Dag Marleen,\n\nBedankt voor uw bericht.';
  const footer = 'Tom Claes\nSchrijnwerkerij Claes\nWij bellen u binnen de werkdag terug. Morgen open tot 17 uur.';
  it('promises nothing by what stands below its greeting', () => {
    expect(dues(`${greeting} De prijs is 450 euro.\n\nMet vriendelijke groet,\n${footer}`)).toEqual([]);
  });
  it('promises by its postscript', () => {
    expect(dues(`${greeting}\n\nMvg\n${footer}\n\nPS: ik bel u vrijdag nog over de kleur.`)).toEqual([
      '2026-05-15 17:30',
    ]);
  });
  it('promises nothing by what it quotes', () => {
    expect(dues(`Prima.\n\n> Ik bel u vrijdag.\n> Tot dan`)).toEqual([]);
  });
  it('promises what it says once the condition is met, and not the other half', () => {
    const text = `${greeting}\n\nAls het past, komen we dinsdag. Ik bel u maandag om het af te spreken.\n\nTom`;
    expect(dues(text)).toEqual(['2026-05-18 17:30']);
  });
  it('asks, and promises nothing by asking', () => {
    expect(dues(`${greeting}\n\nZal ik vrijdag bellen? Of past maandag beter?\n\nTom`)).toEqual([]);
  });
});

describe('no promise', () => {
  it.each([
    'Laat u mij vrijdag iets weten?',
    'Kunt u mij voor vrijdag laten weten wat u kiest.',
    'Graag uw antwoord voor vrijdag.',
    'Als u vrijdag betaalt, stuur ik het maandag op.',
    'Ik kan u vrijdag niet bellen, we komen niet.',
    'We zijn vrijdag gesloten.',
    'Ik ga volgende week met vakantie, we nemen dan verlof.',
    'Misschien bel ik u morgen.',
    'Ik laat u zo snel mogelijk iets weten.',
    'Ik laat het je straks weten.',
    'Ik stuur u de 3e versie.',
    'We werken al 2 weken aan uw dossier.',
    'We leveren vanaf maandag in heel Vlaanderen.',
    'Ik stuur u de foto van vrijdag.',
    'Ik reken op vrijdag voor uw antwoord en ik doe de rest.',
    'Ik zet het zo op de post.',
    'Bedankt voor het gesprek van gisteren, ik laat u iets weten.',
    'Goedemorgen, ik stuur u de foto.',
    'Tot morgen!',
    'U krijgt korting op elke bestelling.',
    'We will be closed on Friday.',
    'Could you send it by Friday?',
    'If it rains, we will come on Monday.',
    'I hope we will have it by Friday.',
    'You may call us.',
    'I will do it.',
    '> Ik laat u vrijdag iets weten.',
    '-- \nIk bel u morgen.',
    '',
  ])('"%s"', (text) => {
    expect(dues(text)).toEqual([]);
  });
  it('in a language that the message is not in', () => {
    expect(dues('Ik laat u vrijdag iets weten.', 'en')).toEqual([]);
    expect(dues("I'll call you on Friday.", 'nl')).toEqual([]);
  });
  it('is ever due before it was made, nor slow, whatever the text', () => {
    const words = fc.constantFrom(
      ..."ik laat u weten vrijdag morgen 12 mei om half drie voor tegen over 2 weken . , niet I'll send by Friday at 4pm krijgt u".split(
        ' ',
      ),
    );
    const rule = fc.property(fc.array(words, { maxLength: 60 }), (list) =>
      findCommitments({ text: list.join(' '), sentAt, zone, language: null }).every(({ due }) => due > sentAt),
    );
    expect(fc.check(rule).counterexample).toBeNull();
    const began = performance.now();
    findCommitments({ text: 'ik laat u weten wat '.repeat(5_000), sentAt, zone, language: 'nl' });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
