import { expect, test } from 'vitest';
import { hasSharedData, sharedCases } from '../../tests/helpers/shared-data.ts';
import { sourceMail } from '../../tests/helpers/source-mails.ts';
import { INSPECT_FUNCTIONS, inspectLine, runInspect } from './inspect.ts';

const ask = (fn: string, arg: unknown): unknown => {
  const answer = JSON.parse(inspectLine(JSON.stringify({ id: 'a', fn, arg }))) as {
    readonly result?: unknown;
    readonly error?: string;
  };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.result;
};
const buffer = (text: string): unknown => ({ $b64: Buffer.from(text).toString('base64') });
const HOURS = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], fri: [['09:00', '17:00']] };

test('every function that the measures name is there', () => {
  expect(Object.keys(INSPECT_FUNCTIONS).toSorted()).toEqual(
    [
      'baseSubject',
      'classify',
      'decodeTnef',
      'findCommitments',
      'mailSource',
      'needsReply',
      'parseMail',
      'parseWhen',
      'replyBy',
      'safeFileName',
      'stripQuote',
      'stripQuoteHtml',
    ].toSorted(),
  );
});
test('a mail that stands for another is weighed by the word of the own mail server', () => {
  const mail = buffer(sourceMail('linkedin-inmail-fr'));
  const link = 'https://www.linkedin.com/messaging/thread/2-enpaWlo/';
  expect(ask('mailSource', mail)).toMatchObject({ channel: 'linkedin', standing: 'accepted', mode: 'open-link', link });
  expect(ask('mailSource', { mail, server: 'mx.ander.example' })).toMatchObject({
    channel: 'email',
    source: 'linkedin',
    standing: 'unproven',
    link: null,
  });
  const own = ['info@fietsenmertens.be'];
  const form = { mail: buffer(sourceMail('contact-form-7')), own };
  expect(ask('mailSource', form)).toMatchObject({ channel: 'webform', person: { address: 'piet@janssens.nl' } });
  expect(ask('mailSource', buffer('From: jan@v.nl\r\nSubject: Vraag\r\n\r\nDag'))).toMatchObject({ channel: 'email' });
});
test('a mail comes out in the form of the measures', () => {
  const raw = 'From: Jan <jan@v.nl>\r\nDate: Mon, 3 Mar 2025 10:12:00 +0100\r\nSubject: Vraag\r\n\r\nDag';
  expect(ask('parseMail', buffer(raw))).toMatchObject({
    subject: 'Vraag',
    from: [{ name: 'Jan', address: 'jan@v.nl' }],
    date: '2025-03-03T09:12:00.000Z',
    text: 'Dag',
    html: null,
    headerKeys: ['from', 'date', 'subject'],
    attachments: [],
  });
  expect(ask('classify', buffer(raw))).toBe('human');
});
test('words and names', () => {
  expect(ask('stripQuote', 'Ja.\n\nOp 1-1-2025 om 10:12 schreef A <a@v.nl>:\n> oud')).toBe('Ja.');
  expect(ask('stripQuoteHtml', 'Ja<blockquote>oud</blockquote>')).toBe('Ja');
  expect(ask('baseSubject', 'Re: x')).toBe('x');
  expect(ask('safeFileName', '../x')).toBe('x');
  expect(ask('decodeTnef', buffer('geen'))).toEqual([]);
  expect(ask('needsReply', { subject: '', text: 'Kan dat?', channel: 'sms', lang: 'nl-BE' })).toMatchObject({
    needsReply: true,
  });
});
test('moments go in and out as ISO', () => {
  const start = '2026-05-11T07:00:00Z';
  expect(ask('replyBy', { start, tz: 'Europe/Brussels', hours: HOURS, holidays: [], minutes: 60 })).toBe(
    '2026-05-11T08:00:00.000Z',
  );
  expect(ask('parseWhen', { text: 'vrijdag 16u', now: start, tz: 'Europe/Brussels', lang: 'nl', hours: HOURS })).toBe(
    '2026-05-15T14:00:00.000Z',
  );
  expect(ask('parseWhen', { text: 'wablief', now: start, tz: 'Europe/Brussels', lang: 'nl', hours: HOURS })).toBeNull();
  expect(
    ask('findCommitments', { text: 'Ik laat u vrijdag iets weten.', sentAt: start, tz: 'Europe/Brussels', lang: 'nl' }),
  ).toHaveLength(1);
});
test('a bad line gets an error and the next one its answer', async () => {
  const lines = [
    '{kapot',
    '{"id":1,"fn":"constructor","arg":1}',
    '',
    '{"id":2,"fn":"parseMail","arg":"geen buffer"}',
    '{"id":3,"fn":"baseSubject","arg":"Re: x"}',
  ];
  const written: string[] = [];
  await runInspect(
    (async function* () {
      yield* lines;
    })(),
    (line) => void written.push(line),
  );
  const answers = written.map(
    (line) => JSON.parse(line) as { readonly id: unknown; readonly error?: string; readonly result?: unknown },
  );
  expect(answers.map(({ id, error, result }) => [id, error === undefined ? result : 'error'])).toEqual([
    [null, 'error'],
    [1, 'error'],
    [2, 'error'],
    [3, 'x'],
  ]);
});
test.skipIf(!hasSharedData)('the shared clock cases are answered right', () => {
  const cases = sharedCases<{ readonly id: string; readonly answer: string }>('clock');
  const wrong = cases.filter((one) => Date.parse(String(ask('replyBy', one))) !== Date.parse(one.answer));
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
