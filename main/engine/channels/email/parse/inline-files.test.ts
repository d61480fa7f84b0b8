import { expect, test } from 'vitest';
import { withoutInlineFiles } from './inline-files.ts';
import { parseMail } from './parse-mail.ts';

/** As uuencode writes it: 45 bytes a line, the first letter is their number. */
function uuencoded(fileName: string, content: Buffer): string {
  const letter = (bits: number): string => String.fromCharCode(bits === 0 ? 0x60 : bits + 0x20);
  const lines: string[] = [];
  for (let at = 0; at < content.length; at += 45) {
    const line = content.subarray(at, at + 45);
    let text = letter(line.length);
    for (let place = 0; place < line.length; place += 3) {
      const [a = 0, b = 0, c = 0] = line.subarray(place, place + 3);
      text += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(letter).join('');
    }
    lines.push(text);
  }
  return [`begin 644 ${fileName}`, ...lines, '`', 'end', ''].join('\r\n');
}

function yencoded(fileName: string, content: Buffer): Buffer {
  const bytes: number[] = [];
  for (const byte of content) {
    const shifted = (byte + 42) & 0xff;
    if ([0, 10, 13, 61].includes(shifted)) bytes.push(61, (shifted + 64) & 0xff);
    else bytes.push(shifted);
  }
  const head = `=ybegin line=128 size=${content.length} name=${fileName}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n=yend size=${content.length}\r\n`)]);
}

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

test('a uuencoded file in the text becomes an attachment, and the text is what stands around it', () => {
  const raw = `Subject: plan\r\n\r\nDag,\r\n\r\n${uuencoded('plan.dwg', EVERY_BYTE)}\r\nGroet\r\n`;
  const mail = parseMail(Buffer.from(raw, 'latin1'));
  expect(mail.text.split(/\n+/)).toEqual(['Dag,', 'Groet']);
  expect(mail.attachments.map(({ fileName, size }) => [fileName, size])).toEqual([['plan.dwg', 256]]);
  expect(Buffer.from(mail.attachments[0]?.content ?? [])).toEqual(EVERY_BYTE);
});
test('a yEnc file too', () => {
  const head = Buffer.from('Subject: foto\r\n\r\nZie foto:\r\n');
  const mail = parseMail(Buffer.concat([head, yencoded('foto één.jpg', EVERY_BYTE), Buffer.from('Tot straks\r\n')]));
  expect(mail.text).toBe('Zie foto:\nTot straks');
  expect(Buffer.from(mail.attachments[0]?.content ?? [])).toEqual(EVERY_BYTE);
});
test('two files behind each other are two attachments', () => {
  const { text, files } = withoutInlineFiles(
    Buffer.from(`${uuencoded('a.txt', Buffer.from('aa'))}tussen\r\n${uuencoded('b.txt', Buffer.from('bb'))}`),
  );
  expect(files.map(({ fileName, content }) => [fileName, Buffer.from(content).toString()])).toEqual([
    ['a.txt', 'aa'],
    ['b.txt', 'bb'],
  ]);
  expect(text.toString()).toBe('tussen\r\n');
});
test.each(['begin 644 is geen bestand', 'begin maar vast met het dak\nen de goot', '=ybegin zonder naam\n=yend\n'])(
  '%j stays text',
  (words) => {
    expect(withoutInlineFiles(Buffer.from(words))).toEqual({ text: Buffer.from(words), files: [] });
  },
);
