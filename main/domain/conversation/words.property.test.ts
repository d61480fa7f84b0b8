// Rules of words meet whatever people and attackers write: they never throw, and their time grows with the length and no faster.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseSubject } from './base-subject.ts';
import { safeFileName } from './file-name.ts';
import { findSignals } from './find-signals.ts';
import { needsReply } from '../needs-answer/needs-reply.ts';
import { previewOf } from './preview.ts';
import { stripQuoteHtml } from './strip-quote-html.ts';
import { stripQuote, textRuns } from './strip-quote.ts';

const BITS = [
  '> ',
  '\n',
  '\r\n',
  '-- \n',
  '_____\n',
  'Op 1 mei 2020 12:00 schreef ',
  'On 1 Jan 2020 12:00 <a@b> wrote:\n',
  'Van: a\n',
  'From: a@b\nSent: c\n',
  'Subject: y\n',
  'Re: ',
  'kunt u ',
  'ja ',
  '?',
  '1.',
  '€ 1',
  'vrijdag 12 mei ',
  '<div class="gmail_quote">',
  '<blockquote>',
  '<',
  '&amp',
  '"',
  '../',
  '\u202e',
  '\ud800',
  '.pdf',
  'CON',
];
const messy = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BITS) }, fc.string({ unit: 'binary' })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

const UNSAFE_NAME =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]|^[\s.-]|[\s.]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

test('a safe name is safe, short, and stays as it is', () => {
  fc.assert(
    fc.property(messy, (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toBe('');
      expect(safe).not.toMatch(UNSAFE_NAME);
      expect(safe.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 1_000 },
  );
});
test('a base subject has no mark left', () => {
  fc.assert(
    fc.property(messy, (subject) => {
      const base = baseSubject(subject);
      expect(baseSubject(base)).toBe(base);
      expect(baseSubject(`Re: Fwd: ${base}`)).toBe(base);
    }),
  );
});
test('a reply is never empty when the text is not, and the runs lose nothing', () => {
  fc.assert(
    fc.property(messy, (text) => {
      const runs = textRuns(text);
      expect(
        runs
          .map((run) => run.text)
          .join('')
          .replaceAll('\n', ''),
      ).toBe(text.replace(/\r\n|\n|\r/g, ''));
      const hasWords = /[\p{L}\p{N}]/u.test(text);
      expect(hasWords && stripQuote(text) === '').toBe(false);
      expect(previewOf(text).length).toBeLessThanOrEqual(181);
    }),
    { numRuns: 500 },
  );
});
test('signals and pages take anything', () => {
  fc.assert(
    fc.property(messy, (text) => {
      expect(findSignals({ subject: text, text }).asks.length).toBeLessThanOrEqual(6);
      expect(needsReply({ subject: text, text, channel: text }).score).toBeGreaterThanOrEqual(0);
      expect(stripQuoteHtml(text).length).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

// At 200 kB anything quadratic takes minutes; the bound is for busy machines.
describe.each([...BITS, 'a', ' ', 'a ', '=?', '--\n', '>\n', '!', 'x\n', '<p>', '<a b="'])('200 kB of %j', (bit) => {
  test('cost no more than their length', () => {
    const text = bit.repeat(Math.ceil(200_000 / bit.length));
    const startedAt = performance.now();
    baseSubject(text);
    safeFileName(text);
    stripQuote(text);
    stripQuoteHtml(text);
    previewOf(text);
    findSignals({ subject: text, text });
    needsReply({ subject: text, text, channel: 'email' });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
