import { describe, expect, it } from 'vitest';
import type { QueueItem } from '../views.ts';
import { followUpWords, sourceMark, sourceWords } from './reply-by-source-words.ts';

/** Friday 20 November 2026, 10:00 in Brussels. */
const NOW = Date.parse('2026-11-20T09:00Z');
const at = (text: string): number => Date.parse(`${text}+01:00`);
type Sourced = Pick<QueueItem, 'replyByFrom' | 'waitingSince' | 'reckoned'>;
const item = (other: Partial<Sourced>): Sourced => ({
  replyByFrom: 'target',
  waitingSince: at('2026-11-16T09:12'),
  reckoned: { targetMinutes: 480, windowClosesAt: null },
  ...other,
});
const words = (other: Partial<Sourced>, language: 'nl' | 'en' = 'nl') =>
  sourceWords(language, item(other), NOW, 'Europe/Brussels');

describe('where a reply-by comes from', () => {
  it('is the target, counted from the question', () => {
    expect(words({})).toBe('8 werkuren na ma 9:12');
    expect(words({}, 'en')).toBe('8 working hours after Mon 9:12');
    expect(words({ waitingSince: at('2026-11-20T08:00') })).toBe('8 werkuren na vandaag 8:00');
    expect(words({ waitingSince: at('2026-11-02T08:00') })).toBe('8 werkuren na 2 nov 8:00');
  });
  it('is said in hours where it is hours, and else in minutes', () => {
    const of = (targetMinutes: number) => words({ reckoned: { targetMinutes, windowClosesAt: null } });
    expect(of(60)).toBe('1 werkuur na ma 9:12');
    expect(of(90)).toBe('1,5 werkuren na ma 9:12');
    expect(of(45)).toBe('45 werkminuten na ma 9:12');
  });
  it('is the window, by its hour today and else with its day', () => {
    const closing = (text: string) =>
      words({ replyByFrom: 'window', reckoned: { targetMinutes: 60, windowClosesAt: at(text) } });
    expect(closing('2026-11-20T16:40')).toBe('tot 16:40 te beantwoorden');
    expect(closing('2026-11-21T09:05')).toBe('tot morgen 9:05 te beantwoorden');
  });
  it('is the promise, in its own words', () => {
    const promised = { ...item({ replyByFrom: 'commitment' }), promise: { words: 'Vrijdag bel ik u.' } };
    expect(sourceWords('nl', promised, NOW, 'Europe/Brussels')).toBe('beloofd: “Vrijdag bel ik u.”');
    expect(words({ replyByFrom: 'commitment' }, 'en')).toBe('promised by you');
  });
  it('is nobody where there is none', () => {
    expect(words({ replyByFrom: null })).toBeNull();
  });
  it('is marked in a list only where it is not the usual one', () => {
    expect(sourceMark('nl', 'hand')).toBe('zelf gezet');
    expect(sourceMark('nl', 'target')).toBeNull();
    expect(sourceMark('en', 'commitment')).toBe('promise');
  });
});

describe('an answer that nobody answered', () => {
  const followUp = { at: NOW, since: at('2026-11-17T10:00'), isByHand: false, words: null };
  it('says since when, with the day', () => {
    expect(followUpWords('nl', followUp, NOW, 'Europe/Brussels')).toBe('nog niets gehoord (sinds di 17 nov)');
    expect(followUpWords('en', followUp, NOW, 'Europe/Brussels')).toBe('not heard yet (since Tue 17 Nov)');
  });
  it('says until when it is waited for, before that', () => {
    expect(followUpWords('nl', { ...followUp, at: NOW + 86_400_000 }, NOW, 'Europe/Brussels')).toBe(
      'antwoord verwacht voor morgen 10:00',
    );
  });
});
