// Bad input is boring (P11): every hostile mail goes through the real pool of parse threads, and comes out as a message that can be
// listed, in time, without a growing process and without harm to the mails around it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeFileName } from '../../main/domain/conversation/file-name.ts';
import { createParsePool, type ParsePool } from '../../main/engine/channels/email/parse/parse-pool.ts';
import { createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import type { PreparedMail } from '../../main/engine/ingest/prepared-mail.ts';
import type { Expectation } from '../hostile/hostile-mail.ts';
import { HOSTILE_MAILS } from '../hostile/hostile-mails.ts';
import { mailOf, subject } from '../hostile/hostile-mail.ts';

/** The promise; the pool's own deadline is two. */
const LISTED_WITHIN_MS = 5_000;
const MOST_GROWTH = 300 * 1024 * 1024;

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

let pool: ParsePool;
beforeAll(() => {
  pool = createParsePool({ timers: createSystemTimers(), log: () => {}, size: 2 });
});
afterAll(() => pool.stop());

/** What does not hold of it; [] is a boring mail. */
function faultsOf(mail: PreparedMail, expected: Expectation): readonly string[] {
  const [from] = mail.from;
  const people = [...mail.from, ...mail.to, ...mail.cc, ...mail.replyTo].slice(0, 100);
  const shown = [mail.subject, ...people.flatMap(({ name, address }) => [name, address])];
  const names = mail.attachments.map(({ fileName }) => fileName);
  const rules: Readonly<Record<string, boolean>> = {
    'nothing that is shown holds a control': !shown.some((text) => CONTROL.test(text)),
    'every name can be made safe': names.every((name) => !/[/\\]|^\./.test(safeFileName(name))),
    'its text has no NUL': !mail.text.includes('\0'),
    'its date is one or none': mail.date === null || Number.isSafeInteger(mail.date),
    'it has a limited number of everything': mail.references.length <= 200 && mail.attachments.length <= 1_000,
    'the note': expected.note === undefined || mail.note === expected.note,
    'the sender': expected.fromAddress === undefined || from?.address === expected.fromAddress,
    'the subject': expected.subject === undefined || mail.subject === expected.subject,
    'the text': mail.text.includes(expected.hasText ?? ''),
    'what is not in the text': expected.lacksText === undefined || !mail.text.includes(expected.lacksText),
    'no date': expected.noDate === undefined || mail.date === null,
  };
  return Object.keys(rules).filter((rule) => rules[rule] !== true);
}

describe.each([33, 34, 35, 36, 37, 38, 39, 40])('row %i of the catalogue', (row) => {
  it.each(HOSTILE_MAILS.filter((mail) => mail.row === row).map((mail) => [mail.name, mail] as const))(
    '%s',
    async (_, { raw, expect: expected }) => {
      const begun = performance.now();
      const [mail, neighbour] = await Promise.all([pool.whole(raw), pool.whole(mailOf([subject('gewoon')]))]);
      expect(performance.now() - begun).toBeLessThan(LISTED_WITHIN_MS);
      expect(faultsOf(mail, expected)).toEqual([]);
      expect(neighbour).toMatchObject({ subject: 'gewoon', note: null });
    },
  );
});

it('there are some hundred and sixty of them, and no two are the same', () => {
  expect(HOSTILE_MAILS.length).toBeGreaterThanOrEqual(160);
  expect(new Set(HOSTILE_MAILS.map(({ raw }) => raw.toString('base64'))).size).toBe(HOSTILE_MAILS.length);
});

it('all of them, three times over, leave the process no larger than promised', async () => {
  const before = process.memoryUsage().rss;
  let highest = before;
  for (let round = 0; round < 3; round += 1) {
    for (const { raw } of HOSTILE_MAILS) {
      await pool.whole(raw);
      highest = Math.max(highest, process.memoryUsage().rss);
    }
  }
  expect(highest - before).toBeLessThan(MOST_GROWTH);
}, 240_000);
