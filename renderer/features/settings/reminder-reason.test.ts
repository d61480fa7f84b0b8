import { beforeAll, describe, expect, it } from 'vitest';
import type { i18n } from 'i18next';
import type { GivenReminder } from '../../../main/contract/reminders.ts';
import { createTexts } from '../../i18n/i18n.ts';
import { createMoments } from '../../i18n/moments.ts';
import { reminderReason } from './reminder-reason.ts';

const at = (text: string): number => Date.parse(text);
const NOW = at('2026-05-12T14:00:00Z');
const moments = { nl: createMoments('nl', 'Europe/Brussels', NOW), en: createMoments('en', 'Europe/Brussels', NOW) };
const reminder = (given: Partial<GivenReminder> = {}): GivenReminder => ({
  conversation: 1,
  who: 'Bakkerij Smit',
  subject: 'Broodrooster',
  channel: 'email',
  threshold: 'warning',
  dueAt: at('2026-05-12T13:10:00Z'),
  replyBy: at('2026-05-13T08:30:00Z'),
  replyByFrom: 'target',
  workingMinutes: 480,
  held: null,
  isShown: true,
  ...given,
});
let nl: i18n;
let en: i18n;
beforeAll(async () => {
  [nl, en] = await Promise.all([createTexts('nl'), createTexts('en')]);
});
const dutch = (given: Partial<GivenReminder> = {}): string => reminderReason(nl.t, moments.nl, reminder(given));

describe('why a notification came', () => {
  it('tells the working time and the moment at which three quarters of it were over', () => {
    expect(dutch()).toBe('75 % van 8 werkuren was vandaag 15:10 voorbij; antwoord voor morgen 10:30.');
    expect(reminderReason(en.t, moments.en, reminder())).toBe(
      '75 % of 8 working hours had passed today 15:10; answer by tomorrow 10:30.',
    );
  });
  it('counts short times in minutes, and one hour as one', () => {
    expect(dutch({ workingMinutes: 45 })).toContain('45 werkminuten');
    expect(dutch({ workingMinutes: 60 })).toContain('van 1 werkuur was');
    expect(dutch({ workingMinutes: 451 })).toContain('7,5 werkuren');
  });
  it.each([
    ['hand', 'dat koos je zelf'],
    ['commitment', 'dat beloofde je'],
    ['acknowledgement', 'dat stond in het ontvangstbericht'],
    ['window', 'neemt het kanaal geen antwoord meer aan'],
  ] as const)('tells where the moment came from: %s', (replyByFrom, words) => {
    expect(dutch({ replyByFrom })).toContain(words);
    expect(dutch({ replyByFrom, threshold: 'overdue' })).toContain(words);
  });
  it('tells of what is late, came back, or was never answered', () => {
    const due = at('2026-05-12T13:10:00Z');
    expect(dutch({ threshold: 'overdue', replyBy: due })).toBe(
      'Het antwoord moest vandaag 15:10 weg zijn (8 werkuren na de vraag).',
    );
    expect(dutch({ threshold: 'woken' })).toBe('Je had dit uitgesteld tot vandaag 15:10.');
    expect(dutch({ threshold: 'follow-up' })).toBe('Op je antwoord kwam voor vandaag 15:10 niets terug.');
  });
  it('tells why it came later, or was not shown', () => {
    expect(dutch({ held: 'closed' })).toMatch(/ Bewaard tot je weer open was\.$/);
    expect(dutch({ held: 'paused' })).toMatch(/ Bewaard omdat je om stilte vroeg\.$/);
    expect(dutch({ isShown: false })).toMatch(/ Niet getoond: je had dit gesprek voor je\.$/);
  });
});
