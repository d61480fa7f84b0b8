import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { parseMail } from './parse-mail.ts';
import { signedContent } from './signed-content.ts';

function element(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 0x80 ? Buffer.from([body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}
const endless = (tag: number, ...content: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.from([0, 0])]);
const SIGNED_DATA = element(0x06, Buffer.from('2a864886f70d010702', 'hex'));
const DATA = element(0x06, Buffer.from('2a864886f70d010701', 'hex'));
const VERSION = element(0x02, Buffer.from([1]));
const DIGESTS = element(0x31, element(0x30, element(0x06, Buffer.from('608648016503040201', 'hex'))));

const wrapped = (content: Buffer): Buffer =>
  element(
    0x30,
    SIGNED_DATA,
    element(
      0xa0,
      element(0x30, VERSION, DIGESTS, element(0x30, DATA, element(0xa0, element(0x04, content))), element(0x31)),
    ),
  );
/** As OpenSSL and Outlook write it when they do not know the length beforehand. */
const wrappedInPieces = (...pieces: readonly Buffer[]): Buffer =>
  endless(
    0x30,
    SIGNED_DATA,
    endless(
      0xa0,
      endless(
        0x30,
        VERSION,
        DIGESTS,
        endless(0x30, DATA, endless(0xa0, endless(0x24, ...pieces.map((piece) => element(0x04, piece))))),
        element(0x31),
      ),
    ),
  );

const LETTER = Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\nDag, de offerte is goed.\r\n');
const mailWith = (content: Buffer): Buffer =>
  Buffer.from(
    `From: jan@peeters.be\r\nSubject: Akkoord\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`,
  );

test.each([wrapped(LETTER), wrappedInPieces(LETTER.subarray(0, 20), LETTER.subarray(20))])(
  'a letter inside its signature is read, and is not called encrypted',
  (content) => {
    const mail = parseMail(mailWith(content));
    expect(mail).toMatchObject({ subject: 'Akkoord', text: 'Dag, de offerte is goed.', note: null });
    expect(mail.from[0]?.address).toBe('jan@peeters.be');
    expect(mail.attachments.map(({ fileName, contentType }) => [fileName, contentType])).toEqual([
      ['smime.p7m', 'application/pkcs7-mime'],
    ]);
  },
);
test('what is encrypted stays so', () => {
  const enveloped = mailWith(
    element(0x30, element(0x06, Buffer.from('2a864886f70d010703', 'hex')), element(0xa0, LETTER)),
  );
  const raw = enveloped.toString('latin1').replace('signed-data', 'enveloped-data');
  expect(parseMail(Buffer.from(raw, 'latin1'))).toMatchObject({ note: 'encrypted', text: '' });
});
test('any bytes, and any that are nested without end, are something else', () => {
  assert(
    property(uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => signedContent(Buffer.from(bytes))).not.toThrow();
    }),
  );
  expect(signedContent(Buffer.from('3080'.repeat(50_000), 'hex'))).toBe(null);
  expect(parseMail(mailWith(Buffer.from('3080'.repeat(50_000), 'hex'))).subject).toBe('Akkoord');
});
