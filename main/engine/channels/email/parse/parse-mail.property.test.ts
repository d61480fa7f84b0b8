// Whatever arrives, a message comes out, in time that grows with its size and no faster.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { parseMail } from './parse-mail.ts';
import { parsePieces, type PartDescription } from './parse-pieces.ts';

const fragment = fc.constantFrom(
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: text/html; charset=utf-16\r\n',
  'Content-Type: message/rfc822\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  "Content-Disposition: attachment; filename*0*=x''%00;filename=\"\r\n",
  'Subject: =?utf-8?B?w6k=?= =?x?Q?=00?=\r\n',
  'From: "a <b@c>, (d\r\n',
  '\r\n',
  '\n',
  '\r',
  '--b\r\n',
  '--b--\r\n',
  '=\r\n',
  '\0',
  '\x1b$B',
  'é€',
);
const mailish = fc
  .array(fc.oneof({ weight: 4, arbitrary: fragment }, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 60 })
  .map((pieces) => Buffer.from(pieces.join('')));

test('any bytes give a message whose shown header holds no control', () => {
  fc.assert(
    fc.property(fc.oneof(mailish, fc.uint8Array({ maxLength: 500 })), (raw) => {
      const mail = parseMail(raw, { content: 'all' });
      // oxlint-disable-next-line no-control-regex
      const control = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
      const shown = [mail.subject, ...mail.from.flatMap(({ name, address }) => [name, address])];
      expect(shown.filter((text) => control.test(text))).toEqual([]);
      expect(mail.text).not.toContain('\0');
    }),
    { numRuns: 500 },
  );
});

test('any description of parts gives a message', () => {
  const { structure } = fc.letrec<{ structure: PartDescription }>((tie) => ({
    structure: fc.record({
      part: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
      type: fc.constantFrom('text/plain', 'text/html', 'multipart/alternative', 'multipart/x', 'image/png', '', '/'),
      parameters: fc.dictionary(fc.string({ maxLength: 12 }), fc.string(), { maxKeys: 3 }),
      encoding: fc.option(fc.constantFrom('base64', '7bit', 'quoted-printable'), { nil: undefined }),
      size: fc.option(fc.nat(), { nil: undefined }),
      childNodes: fc.option(fc.array(tie('structure'), { maxLength: 3 }), { nil: undefined, depthSize: 'small' }),
    }),
  }));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), structure, fc.uint8Array(), (header, described, bytes) => {
      const parts = new Map([['1', bytes] as const, ['2', bytes] as const]);
      expect(parsePieces({ header, structure: described, parts }).kind).toBeTypeOf('string');
    }),
    { numRuns: 300 },
  );
});

// Each was, or could have been, quadratic in some parser. At 300 kB a quadratic one takes minutes; the bound is for busy machines.
const NASTY = [
  '<',
  '<a b="',
  '<!--',
  '<p>',
  '&',
  '=?',
  '=?utf-8?Q?',
  '"\\"',
  '(',
  '<a@b',
  ',',
  '--b\r\n',
  '> \n',
  '\n',
  '\r',
  'a;b=c;',
  '=3D=',
];
test.each(NASTY)('300 kB of %j are read at once, wherever they stand', (bit) => {
  const repeated = bit.repeat(Math.ceil(300_000 / bit.length));
  const startedAt = performance.now();
  for (const place of [
    'Subject: ',
    'From: ',
    'To: ',
    'Content-Type: multipart/mixed; boundary=b; x=',
    'References: ',
  ]) {
    parseMail(Buffer.from(`${place}${repeated}\r\n\r\nlijf`));
  }
  for (const type of [
    'text/plain',
    'text/html',
    'multipart/mixed; boundary=b',
    'text/plain; format=flowed; charset=iso-2022-jp',
  ]) {
    parseMail(Buffer.from(`Content-Type: ${type}\r\n\r\n${repeated}`));
  }
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test('a mail of more than its limit is not looked into', () => {
  const huge = Buffer.alloc(LIMITS.mailBytes + 1, 'Subject: groot\r\n\r\n');
  expect(parseMail(huge)).toMatchObject({ subject: 'groot', note: 'too-large', text: '' });
});
