// Small but real attachments for the demo desk: a one-page PDF with its name on it, and a photograph of sorts of a plank.
import { crc32, deflateSync } from 'node:zlib';

export const attachmentType = (fileName: string): string =>
  fileName.endsWith('.png') ? 'image/png' : 'application/pdf';

export function attachmentBytes(fileName: string, subject: string): Buffer {
  return fileName.endsWith('.png') ? plank(fileName) : onePage(fileName, subject);
}

/** ISO 32000-1 at its smallest: catalogue, page tree, page, one text stream, one standard font, cross-reference table. */
function onePage(fileName: string, subject: string): Buffer {
  const line = (words: string): string => words.replaceAll(/[^\u0020-\u007e]/g, '-').replaceAll(/[()\\]/g, '\\$&');
  const stream = `BT /F1 20 Tf 72 760 Td (${line(subject)}) Tj /F1 11 Tf 0 -28 Td (${line(fileName)}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n` +
      `startxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

const WIDTH = 480;
const HEIGHT = 320;

/** Wood grain out of a few waves; the name decides how the waves fall. */
function plank(seedWords: string): Buffer {
  const seed = crc32(seedWords) % 100;
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const grain = Math.sin(y / 7 + 3 * Math.sin(x / 90 + seed) + Math.sin(x / 23) / 2);
      const gap = y % 80 < 2 ? 0.55 : 1;
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3;
      rows[at] = (176 + grain * 18) * gap;
      rows[at + 1] = (128 + grain * 16) * gap;
      rows[at + 2] = (82 + grain * 12) * gap;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}
