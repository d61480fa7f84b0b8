import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';

let desk: CommandLineDesk;
let folder: string;
beforeAll(async () => {
  desk = await openCommandLine();
  folder = mkdtempSync(join(tmpdir(), 'balie-cards-'));
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const CARDS = `BEGIN:VCARD\r
VERSION:3.0\r
FN:Els van den Berg\r
EMAIL:els@berg.nl\r
TEL:06 12 34 56 78\r
CATEGORIES:vaste klant\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Lemm=C3=A9ns;Zo=C3=AB\r
TEL;CELL:+32471123456\r
END:VCARD\r
`;

it('an address book comes in after a rehearsal, two people become one and two again, and all goes out as it came', async () => {
  const file = join(folder, 'mensen.vcf');
  writeFileSync(file, CARDS);
  expect((await desk.balie(['contacts', 'import', file, '--dry-run', '--json'])).json()).toMatchObject({
    added: 2,
    dryRun: true,
  });
  expect((await desk.balie(['contacts', 'import', file, '--json'])).json()).toMatchObject({ added: 2 });
  expect((await desk.balie(['contacts', '--tag', 'Vaste Klant', '--json'])).json()).toMatchObject([
    { name: 'Els van den Berg' },
  ]);

  const merged = await desk.balie(['contacts', 'merge', 'els@berg.nl', '+32 471 12 34 56', '--json']);
  expect(merged.json()).toMatchObject({ handles: [{}, {}, { shown: '+32 471 12 34 56' }] });
  expect((await desk.balie(['contacts', 'split', 'els@berg.nl', '--json'])).json()).toMatchObject({
    handles: [{}, {}],
  });
  const out = join(folder, 'uit.vcf');
  expect((await desk.balie(['contacts', 'export', '--out', out, '--json'])).json()).toMatchObject({ cards: 2 });
  expect(readFileSync(out, 'utf8')).toContain('TEL;VALUE=uri:tel:+31612345678\r\n');
  expect((await desk.balie(['contacts', 'import', out, '--json'])).json()).toMatchObject({ added: 0, known: 2 });

  // Erased: nothing of her is here any more, though she never wrote.
  expect((await desk.balie(['erase', 'els@berg.nl', '--yes', '--json'])).json()).toMatchObject({
    messages: 0,
    leftIn: [],
  });
  expect((await desk.balie(['contacts', '--json'])).json()).toMatchObject([{ name: 'Zoë Lemméns' }]);
});
