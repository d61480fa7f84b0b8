import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenInterval } from '../office-hours/office-hours.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import type { CannedFacts, DeskFacts } from './facts.ts';
import { chooseVariant, fillTemplate, type Filled } from './fill.ts';
import { matchCanned, type Findable } from './find.ts';
import { createFitting } from './fitting.ts';
import { openPlaceholders, type CannedLanguage } from './template.ts';

const at = (text: string): number => Date.parse(text);
const day: OpenInterval[] = [['09:00', '17:00']];
const openTime = createOpenTime({
  zone: 'Europe/Brussels',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  closures: [],
  holidays: ['2026-05-25'],
});
const facts: CannedFacts = {
  language: 'nl',
  contact: { name: 'Jan van den Berg', address: 'jan@dakwerken-berg.be' },
  subject: 'Offerte dakgoot',
  receivedAt: at('2026-05-12T10:00+02:00'),
  commitmentAt: null,
  replyBy: null,
  channel: 'email',
};
const desk: DeskFacts = { me: { name: 'Mia', phone: '' }, now: at('2026-05-22T18:00+02:00'), openTime };

const fill = (
  text: string,
  given: Partial<CannedFacts> = {},
  answers: Record<string, string> = {},
  language: CannedLanguage = 'nl',
): Filled => fillTemplate({ language, text }, { ...facts, ...given }, desk, answers);

describe('filling in a canned reply', () => {
  it.each([
    ['{{contact.salutation}},', 'Beste Jan van den Berg,'],
    ['{{klant.voornaam}} {{ klant.achternaam }}', 'Jan Van den Berg'],
    ['{{contact.voornaam}}', 'Jan'],
    ['{{klant.bedrijf}}', 'Dakwerken Berg'],
    ['{{mijn.naam}}', 'Mia'],
    ['{{gesprek.onderwerp}} van {{gesprek.ontvangen}}', 'Offerte dakgoot van dinsdag 12 mei'],
    ['vanaf {{uren.volgende_opening}}', 'vanaf dinsdag 26 mei om 9.00 uur'],
    ['via {{kanaal.naam}}', 'via e-mail'],
    ['bel {{my.phone | "ons"}}', 'bel ons'],
    ['bel {{my.phone | “ons”}}', 'bel ons'],
    ['bel {{my.phone | ons even}}', 'bel ons even'],
    ['zonder {{my.phone | ""}}iets', 'zonder iets'],
    ['{ gewone } accolades {{}}', '{ gewone } accolades {{}}'],
  ])('"%s" becomes "%s"', (template, text) => {
    expect(fill(template)).toEqual({ text, missing: [], questions: [] });
  });
  it('leaves a field without value as it is written, and names it once', () => {
    expect(fill('{{mijn.telefoon}} of {{mijn.telefoon}} of {{klant.leeftijd}}')).toEqual({
      text: '{{mijn.telefoon}} of {{mijn.telefoon}} of {{klant.leeftijd}}',
      missing: ['mijn.telefoon', 'klant.leeftijd'],
      questions: [],
    });
  });
  it('asks a question, and puts the answer in', () => {
    const template = 'Past {{?Welke dag past het}} u?';
    expect(fill(template)).toEqual({ text: template, missing: [], questions: ['Welke dag past het'] });
    expect(fill(template, {}, { 'Welke dag past het': ' vrijdag ' })).toEqual({
      text: 'Past vrijdag u?',
      missing: [],
      questions: [],
    });
  });
  it('keeps asking when the answer is empty, unless there is a fallback', () => {
    expect(fill('{{?Dag}}', {}, { Dag: ' ' }).questions).toEqual(['Dag']);
    expect(fill('{{?Dag | "een dag naar keuze"}}', {}, { Dag: '' }).text).toBe('een dag naar keuze');
  });
  it('does not fill in what a customer put in his name', () => {
    expect(fill('{{thread.subject}}', { subject: 'x {{my.name}}\n y' }).text).toBe('x my.name y');
  });
  it('writes moments in the language of the reply', () => {
    const given = { commitmentAt: at('2026-05-01T09:30+02:00') };
    expect(fill('{{commitment.date}}', given, {}, 'en').text).toBe('Friday 1 May at 9:30');
    expect(fill('{{commitment.date}}', given, {}, 'fr').text).toBe('vendredi 1er mai à 9 h 30');
  });
  it('knows the opening after this day while the shop is open', () => {
    const open = { ...desk, now: at('2026-05-21T11:00+02:00') };
    const { text } = fillTemplate({ language: 'nl', text: '{{hours.next_open}}' }, facts, open, {});
    expect(text).toBe('vrijdag 22 mei om 9.00 uur');
  });
  it('tells of a text which placeholders must not go out', () => {
    expect(openPlaceholders('Beste {{klant.voornaam}}, {{?Dag}} of {{?Dag}}.')).toEqual(['klant.voornaam', 'Dag']);
    expect(openPlaceholders('Beste Jan, { zo } is goed }}.')).toEqual([]);
  });
  it('leaves every text without braces as it is', () => {
    const rule = fc.property(fc.string(), (text) => text.includes('{{') || fill(text).text === text);
    expect(fc.check(rule).counterexample).toBeNull();
  });
});

describe('the text for a customer', () => {
  const texts = { nl: 'Dag', en: 'Hello', fr: ' ' };
  it.each([
    ['en', 'Hello'],
    ['nl', 'Dag'],
    ['fr', 'Dag'],
    ['de', 'Hello'],
    [null, 'Dag'],
  ] as const)('who writes %s is "%s"', (language, text) => {
    expect(chooseVariant(texts, language)?.text).toBe(text);
  });
  it('is none when there is none', () => {
    expect(chooseVariant({ nl: '  ' }, 'nl')).toBeNull();
  });
});

const reply = (code: string, given: Partial<Findable> = {}): Findable => ({
  code,
  title: code,
  tags: [],
  texts: {},
  usedCount: 0,
  ...given,
});
const replies = [
  reply('offerte', { title: 'Offerte onderweg', tags: ['prijs'], texts: { nl: 'U krijgt de prijs vrijdag.' } }),
  reply('afspraak', { title: 'Afspraak voorstellen', tags: ['bezoek', 'plaatsbezoek'] }),
  reply('openingsuren', { title: 'Onze openingsuren', tags: ['open', 'gesloten'], usedCount: 3 }),
  reply('levertijd', { title: 'Levertijd', tags: ['levering', 'wanneer'], usedCount: 3 }),
];
const codes = (query: string): string[] => matchCanned(query, replies).map((match) => match.reply.code);

describe('the list under "/"', () => {
  it.each([
    ['', ['levertijd', 'openingsuren', 'afspraak', 'offerte']],
    ['off', ['offerte']],
    ['ofrt', ['offerte']],
    ['OPÉN', ['openingsuren']],
    ['bezoek', ['afspraak']],
    ['lever', ['levertijd']],
    ['prijs off', ['offerte']],
    ['vrijdag', ['offerte']],
    ['zzz', []],
    ['off zzz', []],
  ])('for "%s" is %j', (query, expected) => {
    expect(codes(query)).toEqual(expected);
  });
  it('puts a code before a title, and a title before a text', () => {
    const list = [
      reply('c', { texts: { nl: 'over de garantie' } }),
      reply('b', { title: 'Garantie' }),
      reply('garantie'),
    ];
    expect(matchCanned('garantie', list).map((match) => match.reply.code)).toEqual(['garantie', 'b', 'c']);
  });
  it('has one order, however the replies come', () => {
    const rule = fc.property(
      fc.shuffledSubarray(replies, { minLength: 4 }),
      fc.string({ maxLength: 3 }),
      (list, query) => {
        const order = matchCanned(query, list).map((match) => match.reply.code);
        return JSON.stringify(order) === JSON.stringify(codes(query));
      },
    );
    expect(fc.check(rule).counterexample).toBeNull();
  });
});

describe('what fits', () => {
  const fitting = createFitting(replies.map((one, id) => Object.assign({ id }, one)));
  const found = (message: string) => fitting(message).map(({ reply: one, words }) => `${one.code}: ${words.join(' ')}`);
  it('comes with the words of the customer that gave it', () => {
    expect(found('Goedemiddag, kunnen we twee Afspraken maken voor een plaatsbezoek?')).toEqual([
      'afspraak: Afspraken plaatsbezoek',
    ]);
  });
  it('are three at most, the best first', () => {
    const codesFound = found(
      'Wat is de prijs in jullie offerte, de levertijd, de openingsuren, en is er een afspraak nodig?',
    ).map((one) => one.split(':')[0]);
    expect(codesFound).toEqual(['offerte', 'levertijd', 'openingsuren']);
  });
  it('is nothing for words that say nothing', () => {
    expect(found('Hallo, graag willen we weten wanneer dat past. Met vriendelijke groeten')).toEqual([]);
  });
});
