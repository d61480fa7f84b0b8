import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodedSize, decodeTransfer, decodeUu, transferEncodingOf } from './transfer-encoding.ts';

const decoded = (text: string, encoding: 'base64' | 'quoted-printable'): string =>
  decodeTransfer(Buffer.from(text, 'latin1'), encoding).toString();

test('any bytes come back from base64 and from quoted-printable, and their size is known beforehand', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
      const wrapped = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
      const base64 = Buffer.from(wrapped, 'latin1');
      expect(decodeTransfer(base64, 'base64')).toEqual(Buffer.from(content));
      expect(decodedSize(base64, 'base64')).toBe(content.length);
      const escaped = Array.from(content, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
      const printable = escaped.replace(/.{75}/g, '$&=\r\n');
      expect(decodeTransfer(Buffer.from(printable), 'quoted-printable')).toEqual(Buffer.from(content));
    }),
  );
});

test('base64 joined from two encodings is read beyond the padding in the middle', () => {
  expect(decoded('SGFsbG8=SGFsbG8=', 'base64')).toBe('HalloHallo');
});

test('a stray "=" stays, a soft break goes also with blanks behind it', () => {
  expect(decoded('a=b =C3=A9 x=  \r\ny 100=', 'quoted-printable')).toBe('a=b é xy 100');
  expect(decoded('=e2=82=AC', 'quoted-printable')).toBe('€');
});

test.each([
  ['8-bit', 'plain'],
  ['BASE64 ', 'base64'],
  ['quoted_printable', 'quoted-printable'],
  ['x-uuencode', 'uuencode'],
  ['wat', 'plain'],
])('encoding "%s" is taken as %s', (written, encoding) => {
  expect(transferEncodingOf(written)).toBe(encoding);
});

test('a uuencoded file is taken out with its name', () => {
  const file = decodeUu(Buffer.from('begin 644 hoi.txt\n%2&%L;&\\\n`\nend\n', 'latin1'));
  expect(file?.fileName).toBe('hoi.txt');
  expect(file?.content.toString()).toBe('Hallo');
  expect(decodeUu(Buffer.from('begin 644 keer opnieuw\nen dan een gewone zin\n'))).toBeNull();
});
