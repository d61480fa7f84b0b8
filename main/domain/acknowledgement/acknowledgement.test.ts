// What an acknowledgement says, and when the desk calls for one.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../instant.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import type { OfficeHours, WeekHours } from '../office-hours/office-hours.ts';
import { classifyMail } from '../mail-kind/classify.ts';
import { deskRefusal, type DeskToAcknowledge } from './desk-guard.ts';
import { statedMoment } from './stated-moment.ts';
import { ACK_CHANNELS, ACK_SITUATIONS, acknowledgementSubject, writeAcknowledgement, type AckTexts } from './texts.ts';
import { STARTER_TEXTS } from './starter-texts.ts';

const at = (local: string): Instant => Date.parse(`${local}+02:00`);
const DAY: WeekHours['mon'] = [
  ['09:00', '12:30'],
  ['13:30', '17:25'],
];
const HOURS: OfficeHours = {
  zone: 'Europe/Brussels',
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: [], sun: [] },
  closures: [],
  holidays: [],
};
const openTime = createOpenTime(HOURS);

describe('the moment it names', () => {
  it.each([
    ['a day ahead, to the half hour', '2026-05-25T10:00', '2026-05-26T09:07', '2026-05-26T09:30'],
    ['within hours, to the quarter', '2026-05-26T10:00', '2026-05-26T11:02', '2026-05-26T11:15'],
    ['on the dot, as it is', '2026-05-25T10:00', '2026-05-26T09:00', '2026-05-26T09:00'],
    ['not past closing time', '2026-05-25T10:00', '2026-05-26T17:20', '2026-05-26T17:25'],
    ['at closing time, as it is', '2026-05-25T10:00', '2026-05-26T17:25', '2026-05-26T17:25'],
  ])('%s', (_, now, target, stated) => {
    expect(statedMoment(at(target), at(now), openTime)).toBe(at(stated));
  });
  test('is never before the target, less than half an hour after it, and stays in the open hours of its day', () => {
    fc.assert(
      fc.property(fc.nat(60 * 24 * 400), (minutes) => {
        const now = Date.UTC(2026, 0, 5);
        const target = openTime.addMinutes(now, minutes) ?? 0;
        const stated = statedMoment(target, now, openTime);
        expect(stated).toBeGreaterThanOrEqual(target);
        expect(stated - target).toBeLessThan(30 * MINUTE_MS);
        expect(openTime.isOpenAt(stated) || openTime.isOpenAt(stated - 1)).toBe(true);
      }),
    );
  });
});

const facts = {
  language: 'nl',
  contact: { name: 'Jan Peeters', address: 'jan@peeters.be' },
  subject: 'Vraag',
  receivedAt: at('2026-05-25T18:00'),
  commitmentAt: null,
  replyBy: at('2026-05-26T09:30'),
  channel: 'email',
} as const;
const desk = (absences: OfficeHours['absences'] = []) => ({
  me: { name: 'Jef', phone: '' },
  now: at('2026-05-25T18:00'),
  openTime: createOpenTime({ ...HOURS, absences }),
});
const write = (asked: Partial<Parameters<typeof writeAcknowledgement>[1]>, texts: AckTexts = {}, on = desk()) =>
  writeAcknowledgement(texts, { channel: 'email', situation: 'closed', language: 'nl', ...asked }, facts, on);

describe('the words', () => {
  it('name the moment in the language of the customer', () => {
    expect(write({}).text).toContain('uiterlijk dinsdag 26 mei om 9.30 uur');
    expect(write({ language: 'en' }).text).toContain('no later than Tuesday 26 May at 9:30');
    expect(write({ language: 'fr' }).text).toContain('au plus tard le mardi 26 mai à 9 h 30');
  });
  it('are English for a German and Dutch for who knows', () => {
    expect(write({ language: 'de' }).language).toBe('en');
    expect(write({ language: null }).language).toBe('nl');
  });
  it('say until when the owner is away', () => {
    const away = desk([{ from: at('2026-05-25T12:00'), until: at('2026-06-01T09:00'), as: 'away' }]);
    expect(write({ situation: 'away' }, {}, away).text).toContain('Ik ben afwezig tot maandag 1 juni.');
    expect(write({ situation: 'away', language: 'fr' }, {}, away).text).toContain('jusqu’au lundi 1er juin.');
  });
  it('of the owner go before those that come with Balie, and only where he wrote some', () => {
    const texts: AckTexts = { email: { closed: { nl: 'Gelezen! {{antwoord.voor}}', en: '  ' } } };
    expect(write({}, texts).text).toBe('Gelezen! dinsdag 26 mei om 9.30 uur');
    expect(write({ language: 'en' }, texts).text).toContain('We are closed');
    expect(write({ channel: 'webform' }, texts).text).toContain('via onze website');
  });
  it('that leave the moment out promise none', () => {
    expect(write({}, { email: { closed: { nl: 'Gelezen!' } } }).namesMoment).toBe(false);
    expect(write({}).namesMoment).toBe(true);
  });
  it('with a field that has no value must not go out', () => {
    expect(write({}, { email: { closed: { nl: 'Bel {{mijn.telefoon}}' } } }).missing).toEqual(['mijn.telefoon']);
    expect(write({}, { email: { closed: { nl: '{{?Wanneer}}' } } }).missing).toEqual(['Wanneer']);
    expect(write({ situation: 'away' }).missing).toEqual(['afwezig.tot']);
  });
  it('that come with Balie are whole in each language', () => {
    const away = desk([{ from: at('2026-05-25T12:00'), until: at('2026-06-01T09:00'), as: 'away' }]);
    for (const channel of ACK_CHANNELS) {
      for (const situation of ACK_SITUATIONS) {
        for (const language of ['nl', 'en', 'fr'] as const) {
          const written = write({ channel, situation, language }, {}, away);
          expect(written).toMatchObject({ language, missing: [], namesMoment: true });
          expect(STARTER_TEXTS[channel][situation][language]).not.toMatch(/\b(?:je|jij|jouw|u|uw)\b.*automatisch/i);
        }
      }
    }
  });
});

it.each(['nl', 'en', 'fr'] as const)(
  'its subject says that it is automatic, also to another machine (%s)',
  (language) => {
    const subject = acknowledgementSubject('Vraag over een fiets', language);
    expect(subject).toContain(': Vraag over een fiets');
    const kind = classifyMail({
      headers: {},
      from: [{ name: 'Fietsen Mertens', address: 'info@fietsenmertens.be' }],
      subject,
      contentTypes: ['text/plain'],
      calendarMethod: null,
      text: STARTER_TEXTS.email.open[language],
    });
    expect(kind).toBe('auto-reply');
  },
);

describe('the desk calls for one', () => {
  const now = at('2026-05-26T10:00');
  const calls = (change: Partial<DeskToAcknowledge> = {}) =>
    deskRefusal({
      now,
      receivedAt: now - MINUTE_MS,
      accountSince: 0,
      situation: 'open',
      isAccountOn: true,
      isThrownAway: false,
      isWaiting: true,
      isAnswered: false,
      isInConversation: false,
      lastToPerson: null,
      inLastHour: 0,
      perHour: 20,
      ...change,
    });
  it('for a fresh question of somebody who had none today', () => {
    expect(calls()).toBeNull();
    expect(calls({ lastToPerson: now - DAY_MS, inLastHour: 19 })).toBeNull();
  });
  it.each<[string, Partial<DeskToAcknowledge>, string]>([
    ['what came while the machine slept', { receivedAt: now - 2 * HOUR_MS - 1 }, 'too-old'],
    ['what lay there when the account was added', { accountSince: now }, 'too-old'],
    ['an account that does not send', { isAccountOn: false }, 'account-off'],
    ['what is in Spam', { isThrownAway: true }, 'spam'],
    ['what was answered on the phone meanwhile', { isAnswered: true }, 'answered'],
    ['"bedankt!"', { isWaiting: false }, 'needs-no-answer'],
    ['two who are writing to one another', { isInConversation: true }, 'in-conversation'],
    ['who had one this morning', { lastToPerson: now - 23 * HOUR_MS }, 'person-today'],
    ['who had one, by a clock that has been set back since', { lastToPerson: now + HOUR_MS }, 'person-today'],
    ['a flood', { inLastHour: 20 }, 'ceiling'],
  ])('not for %s', (_, change, refusal) => {
    expect(calls(change)).toBe(refusal);
  });
  it('tells also who is in conversation that nobody is there', () => {
    expect(calls({ isInConversation: true, situation: 'away' })).toBeNull();
  });
});
