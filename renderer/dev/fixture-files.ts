// Files of the fixture desk: made here, byte by byte, so that the window decodes something real.
import type { CommandArgs, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { ShellCommandValue } from '../../main/contract/shell-commands.ts';
import { cautionOf } from '../../main/domain/attachment/caution.ts';
import { previewKind } from '../../main/domain/attachment/what-file.ts';

export type FixtureFile = { readonly name: string; readonly type: string };

export function createFixtureFiles(find: (id: number) => FixtureFile | null) {
  const bytesOf = ({ name, type }: FixtureFile): Uint8Array => {
    const kind = previewKind(name, type);
    if (kind === 'picture') return picture(320, 240);
    return new TextEncoder().encode(kind === 'pdf' ? pdf(name) : TABLE);
  };
  return {
    handlers: {
      'attachment.content': ({ id }: CommandArgs<'attachment.content'>): Result<CommandValue<'attachment.content'>> => {
        const file = find(id);
        if (file === null) return failed('not-found', 'never', 'fixture');
        const bytes = bytesOf(file);
        return ok({ fileName: file.name, contentType: file.type, bytes, caution: cautionOf(file.name, bytes) });
      },
      'attachment.text': (): Result<CommandValue<'attachment.text'>> => ok({ text: TABLE, isCut: false }),
      'attachment.inline': (): Result<CommandValue<'attachment.inline'>> => failed('not-found', 'never', 'fixture'),
    },
    shell: {
      'shell.saveAttachment': (): Result<ShellCommandValue<'shell.saveAttachment'>> =>
        ok({ kind: 'saved', path: '/home/tom/Downloads/bijlage.pdf' }),
      'shell.saveAttachments': ({
        ids,
      }: {
        readonly ids: readonly number[];
      }): Result<ShellCommandValue<'shell.saveAttachments'>> => {
        const names = ids.flatMap((id) => find(id)?.name ?? []);
        const heldBack = names.filter((name) => cautionOf(name, null) !== null);
        return ok({ folder: '/home/tom/Downloads', saved: names.length - heldBack.length, heldBack });
      },
      'shell.openAttachment': (): Result<ShellCommandValue<'shell.openAttachment'>> => ok({ kind: 'opened' }),
    },
  };
}

const TABLE = 'maat;aantal;prijs\n120 x 80;4;318,00\n<b>160 x 90</b>;2;402,50\n';

/** A bitmap of a wall in the sun: what a picture needs to be seen as one. */
function picture(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(54 + width * height * 3);
  const data = new DataView(bytes.buffer);
  data.setUint16(0, 0x424d);
  data.setUint32(2, bytes.length, true);
  data.setUint32(10, 54, true);
  data.setUint32(14, 40, true);
  data.setInt32(18, width, true);
  data.setInt32(22, height, true);
  data.setUint16(26, 1, true);
  data.setUint16(28, 24, true);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const isJoint = row % 30 === 0 || (column + (Math.floor(row / 30) % 2) * 40) % 80 === 0;
      const light = 0.6 + (0.4 * row) / height;
      bytes.set(isJoint ? [150, 160, 170] : [60 * light, 90 * light, 190 * light], 54 + (row * width + column) * 3);
    }
  }
  return bytes;
}

/** Two pages in a font that the file does not bring along. */
function pdf(title: string): string {
  const page = (nr: number): string =>
    `BT /F1 24 Tf 60 760 Td (${title.replace(/[()\\]/g, '')}) Tj 0 -40 Td /F1 12 Tf (Bladzijde ${nr}: kast in eik, 240 bij 180 cm) Tj ET 60 400 480 240 re S`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>',
    ...[1, 2].flatMap((nr) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${2 + 2 * nr} 0 R/Resources<</Font<</F1 7 0 R>>>>>>`,
      `<</Length ${page(nr).length}>>stream\n${page(nr)}\nendstream`,
    ]),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${body}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`;
}
