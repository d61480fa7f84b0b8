import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { parseMail } from './parse-mail.ts';
import { expandRtf, rtfToText } from './rtf.ts';
import { tnefText } from './tnef-text.ts';

function attribute(level: number, id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
}
const parcel = (...attributes: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), ...attributes]);
function properties(kind: number, id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(1);
  head.writeUInt16LE(kind, 4);
  head.writeUInt16LE(id, 6);
  head.writeUInt32LE(1, 8);
  head.writeUInt32LE(value.length, 12);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}
/** Packed without packing anything: each control byte says that eight letters follow. */
function packedRtf(rtf: string): Buffer {
  const letters = Buffer.from(rtf, 'latin1');
  const out: Buffer[] = [];
  for (let at = 0; at < letters.length; at += 8) out.push(Buffer.from([0]), letters.subarray(at, at + 8));
  const head = Buffer.alloc(16);
  head.writeUInt32LE(0x75465a4c, 8);
  return Buffer.concat([head, ...out]);
}

test('the letter is taken as plain text, as HTML, or as RTF, whichever holds words', () => {
  expect(tnefText(parcel(attribute(1, 0x0002800c, Buffer.from('Dag Jan\r\n\0'))))).toBe('Dag Jan');
  const html = properties(0x102, 0x1013, Buffer.from('<p>Dag <b>Jan</b></p>'));
  expect(tnefText(parcel(attribute(1, 0x00069003, html)))).toBe('Dag Jan');
  const rtf = properties(
    0x102,
    0x1009,
    packedRtf(String.raw`{\rtf1{\fonttbl{\f0 Arial;}}Dag \b Jan\par caf\'e9 \u8364?5}`),
  );
  expect(tnefText(parcel(attribute(1, 0x00069003, rtf)))).toBe('Dag Jan\ncafé €5');
});
test('it stands for the text of a mail that has nothing else', () => {
  const raw = (text: string): Buffer =>
    Buffer.concat([
      Buffer.from(
        `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${text}\r\n--b\r\nContent-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
      ),
      Buffer.from(parcel(attribute(1, 0x0002800c, Buffer.from('De letter zelf\0'))).toString('base64')),
      Buffer.from('\r\n--b--\r\n'),
    ]);
  expect(parseMail(raw('')).text).toBe('De letter zelf');
  expect(parseMail(raw('Gewone tekst')).text).toBe('Gewone tekst');
});
test('packed RTF that refers back is unpacked', () => {
  // The example of MS-OXRTFCP 4.1.1.
  const packed = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    'hex',
  );
  expect(expandRtf(packed)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  expect(rtfToText(expandRtf(packed))).toBe('hello world');
});
test('any bytes give a text', () => {
  assert(
    property(uint8Array({ maxLength: 300 }), (bytes) => {
      const head = Buffer.alloc(16);
      head.writeUInt32LE(0x75465a4c, 8);
      expect(rtfToText(expandRtf(Buffer.concat([head, bytes])))).toBeTypeOf('string');
      expect(tnefText(parcel(attribute(1, 0x00069003, Buffer.from(bytes))))).toBeTypeOf('string');
    }),
  );
});
test('a group that never closes and a million braces cost no more than their length', () => {
  expect(rtfToText('{'.repeat(500_000))).toBe('');
  expect(rtfToText('{\\*'.repeat(200_000))).toBe('');
});
