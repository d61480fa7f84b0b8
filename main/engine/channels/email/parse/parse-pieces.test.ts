import { expect, test } from 'vitest';
import { parseMail } from './parse-mail.ts';
import { parsePieces, type PartDescription } from './parse-pieces.ts';

const HEADER = 'From: Jan <jan@v.nl>\r\nSubject: Foto\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
const STRUCTURE: PartDescription = {
  type: 'multipart/mixed',
  childNodes: [
    {
      part: '1',
      type: 'multipart/alternative',
      childNodes: [
        { part: '1.1', type: 'text/plain', parameters: { charset: 'utf-8' }, encoding: 'quoted-printable', size: 11 },
        { part: '1.2', type: 'text/html', parameters: { charset: 'utf-8' }, encoding: '7bit', size: 31 },
      ],
    },
    { part: '2', type: 'image/png', id: '<een>', encoding: 'base64', size: 4, disposition: 'inline' },
    {
      part: '3',
      type: 'application/pdf',
      encoding: 'base64',
      size: 7_800_000,
      disposition: 'ATTACHMENT',
      dispositionParameters: { 'filename*': "utf-8''plan%20%E2%82%AC.pdf" },
    },
  ],
};
const PARTS = new Map([
  ['1.1', Buffer.from('reünie'.replace('ü', '=C3=BC'))],
  ['1.2', Buffer.from('<p>foto <img src="cid:een"></p>')],
  ['2', Buffer.from('AAAA')],
]);

test('reads as the whole mail would', () => {
  const mail = parsePieces({ header: Buffer.from(HEADER), structure: STRUCTURE, parts: PARTS });
  expect(mail).toMatchObject({ subject: 'Foto', text: 'reünie', note: null });
  expect(mail.html).toContain('foto');
  expect(mail.attachments).toMatchObject([
    { part: '2', isInline: true, size: 3 },
    { part: '3', fileName: 'plan €.pdf', size: 5_700_000, content: null },
  ]);
  expect(mail.attachments[0]?.content).toHaveLength(3);
});

test('a mail of one part has it as section 1', () => {
  const raw = 'From: a@v.nl\r\nContent-Type: text/plain\r\n\r\nlijf';
  const structure: PartDescription = { type: 'text/plain', encoding: '7bit', size: 4 };
  const mail = parsePieces({
    header: Buffer.from(raw.slice(0, -4)),
    structure,
    parts: new Map([['1', Buffer.from('lijf')]]),
  });
  expect(mail).toEqual(parseMail(Buffer.from(raw)));
});

test('text that was not fetched to its end is shown with a note', () => {
  const parts = new Map([...PARTS, ['1.1', Buffer.from('re')] as const]);
  expect(parsePieces({ header: Buffer.from(HEADER), structure: STRUCTURE, parts })).toMatchObject({
    text: 're',
    note: 'too-large',
  });
});
