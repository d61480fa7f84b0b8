import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type Failure } from '../errors.ts';
import { ERROR_TEXTS, failureWords } from './errors.ts';
import { channelName, factorWords, QUEUE_TEXTS, sectionName } from './queue-words.ts';
import { MOMENT_TEXTS, momentWords, replyByWords } from './reply-by-words.ts';
import { accountStateWords, deliveryStateWords, STATE_TEXTS } from './state-words.ts';

const at = (text: string): number => Date.parse(text);
const zone = 'Europe/Amsterdam';
const now = at('2026-05-11T10:00+02:00'); // a Monday

/** Every leaf as "path: placeholders", so that two languages can be laid side by side. */
function leaves(tree: unknown, path = ''): string[] {
  if (typeof tree === 'string') {
    return [`${path}: ${[...tree.matchAll(/\{([\w/]+)\|/g)].map(([, name]) => name).join(' ')}`];
  }
  if (typeof tree === 'function') return [`${path}: takes ${tree.length}`];
  if (typeof tree !== 'object' || tree === null) return [`${path}: ${typeof tree}`];
  return Object.entries(tree).flatMap(([key, branch]) => leaves(branch, `${path}/${key}`));
}

describe('both languages', () => {
  it.each([
    ['errors', ERROR_TEXTS],
    ['the queue', QUEUE_TEXTS],
    ['moments', MOMENT_TEXTS],
    ['states', STATE_TEXTS],
  ])('have the same entries with the same placeholders for %s', (_, texts) => {
    expect(leaves(texts.nl)).toEqual(leaves(texts.en));
  });
  it.each(ERROR_CODES)('say %s in whole sentences, with something to do', (code) => {
    for (const language of ['nl', 'en'] as const) {
      const { sentence, action } = failureWords(language, { code });
      expect(sentence).toMatch(/^[A-Z].{8,}[.]$/);
      expect(action).toMatch(/^[A-Z].{8,}[.]$/);
      expect(`${sentence}${action}`).not.toMatch(/[{}|]/);
    }
  });
});

describe('a failure in words', () => {
  it('names the server where it is known', () => {
    const failure = { code: 'timeout', values: { host: 'imap.bakker.be' } } as const;
    expect(failureWords('nl', failure).sentence).toBe('imap.bakker.be antwoordt niet.');
    expect(failureWords('nl', { code: 'timeout', values: { host: ' ' } }).sentence).toBe(
      'De mailserver antwoordt niet.',
    );
  });
  it('takes what it is told of what is there already', () => {
    expect(failureWords('nl', { code: 'already-exists', values: { email: 'a@b.be' } }).sentence).toBe(
      'a@b.be bestaat al.',
    );
    expect(failureWords('nl', { code: 'already-exists' }).sentence).toBe('Dit bestaat al.');
  });
  it('shows a value that looks like a placeholder as it is', () => {
    const failure = { code: 'timeout', values: { host: '{host|x}$&' } } as const;
    expect(failureWords('en', failure).sentence).toBe('{host|x}$& does not answer.');
  });
});

describe('a reply-by in words', () => {
  it.each([
    ['2026-05-11T10:40+02:00', 'nog 40 min', '40 min left'],
    ['2026-05-11T10:00:20+02:00', 'nog 1 min', '1 min left'],
    ['2026-05-11T16:00+02:00', 'vandaag voor 16:00', 'today by 16:00'],
    ['2026-05-12T09:00+02:00', 'voor morgen 9:00', 'by tomorrow 9:00'],
    ['2026-05-13T10:00+02:00', 'voor wo 10:00', 'by Wed 10:00'],
    ['2026-05-17T10:00+02:00', 'voor zo 10:00', 'by Sun 10:00'],
    ['2026-05-18T10:00+02:00', 'voor 18 mei 10:00', 'by 18 May 10:00'],
    ['2027-01-04T10:00+01:00', 'voor 4 jan 2027 10:00', 'by 4 Jan 2027 10:00'],
    ['2026-05-11T10:00+02:00', 'net te laat', 'just late'],
    ['2026-05-11T09:20+02:00', '40 min te laat', '40 min late'],
    ['2026-05-11T07:30+02:00', '2 u te laat', '2 h late'],
    ['2026-05-08T10:00+02:00', '3 dagen te laat', '3 days late'],
  ])('%s is "%s"', (replyBy, nl, en) => {
    expect(replyByWords('nl', at(replyBy), now, zone)).toBe(nl);
    expect(replyByWords('en', at(replyBy), now, zone)).toBe(en);
  });
  it('takes its day from the zone, not from UTC', () => {
    expect(momentWords('nl', at('2026-05-11T22:30Z'), at('2026-05-11T21:30Z'), zone)).toBe('morgen 0:30');
    expect(momentWords('nl', at('2026-05-10T10:00Z'), now, zone)).toBe('gisteren 12:00');
  });
});

describe('the queue in words', () => {
  it('names sections and channels', () => {
    expect([sectionName('nl', 'waiting'), sectionName('en', 'waiting')]).toEqual(['Wacht op hen', 'Waiting on them']);
    expect([channelName('nl', 'webform'), channelName('en', 'webform')]).toEqual(['webformulier', 'web form']);
  });
  it.each([
    [{ kind: 'words', words: 'vrijdag' }, '“vrijdag”', '“vrijdag”'],
    [
      { kind: 'ask', ask: 'quote', words: 'wat zou dat kosten' },
      'vraagt een offerte: “wat zou dat kosten”',
      'asks for a quote: “wat zou dat kosten”',
    ],
    [{ kind: 'ask', ask: 'of a newer version', words: 'x' }, '“x”', '“x”'],
    [{ kind: 'minutes-left', minutes: 1 }, 'nog 1 minuut om te antwoorden', '1 minute left to answer'],
    [{ kind: 'minutes-late', minutes: 130 }, 'al 2 uur te laat', '2 hours late already'],
    [{ kind: 'hours-waited', hours: 50 }, 'wacht al 2 dagen', 'has waited 2 days'],
    [{ kind: 'owner' }, 'door jou aangeduid', 'marked by you'],
  ] as const)('tells why: %o', (because, nl, en) => {
    expect(factorWords('nl', { name: 'asks', because })).toEqual({ name: 'Vraagt iets', because: nl });
    expect(factorWords('en', { name: 'asks', because })).toEqual({ name: 'Asks for something', because: en });
  });
});

it.each([
  ['new-customer', 0, 'schrijft voor het eerst', 'writes for the first time'],
  ['known-customer', 1, 'een eerder gesprek', 'one earlier conversation'],
  ['known-customer', 4, '4 eerdere gesprekken', '4 earlier conversations'],
  ['repeated-mail', 3, '3 berichten zonder antwoord', '3 messages without an answer'],
] as const)('says what %s counts', (name, count, nl, en) => {
  expect(factorWords('nl', { name, because: { kind: 'count', count } }).because).toBe(nl);
  expect(factorWords('en', { name, because: { kind: 'count', count } }).because).toBe(en);
});

describe('states in words', () => {
  const error: Failure = { code: 'wrong-password', retry: 'user', detail: '' };
  it.each([
    [{ kind: 'live', since: now }, 'verbonden'],
    [{ kind: 'first-sync', done: 1200, total: 9800, msLeft: 61_000 }, 'haalt berichten op: 1.200 van 9.800, nog 2 min'],
    [{ kind: 'first-sync', done: 0, total: 5, msLeft: null }, 'haalt berichten op: 0 van 5'],
    [{ kind: 'polling', nextAt: now + 300_000 }, 'verbonden, kijkt vandaag 10:05 weer'],
    [
      { kind: 'waiting', error: { ...error, code: 'timeout' }, since: now, nextTryAt: now + 60_000 },
      'De mailserver antwoordt niet. Volgende poging vandaag 10:01.',
    ],
  ] as const)('%o', (state, words) => {
    expect(accountStateWords('nl', state, now, zone)).toBe(words);
  });
  it('tell the owner what to do when only he can', () => {
    expect(accountStateWords('en', { kind: 'needs-owner', error, since: now }, now, zone)).toMatch(
      /^The mail server .* again\./,
    );
  });
  it('say how a delivery stands', () => {
    expect(deliveryStateWords('nl', 'unknown')).toBe('onzeker of het verzonden is');
  });
});
