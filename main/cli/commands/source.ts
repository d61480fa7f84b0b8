// `source MESSAGE`: what a message is made of, as it is kept; with --out its original from the server, byte for byte.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { TEXT, type CliCommand } from '../command.ts';
import { said } from '../outcome.ts';
import { rowId, textOf } from '../read-words.ts';

export const source: CliCommand = {
  name: 'source',
  usage: 'MESSAGE [--out FILE]',
  does: {
    nl: 'Toont kopregels en tekst van een bericht zoals ze bewaard zijn. Met --out het origineel van de server als .eml.',
    en: 'Shows the headers and text of a message as they are kept. With --out its original from the server as .eml.',
  },
  options: { out: TEXT },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const id = rowId(word, 'MESSAGE');
    const out = textOf(values, 'out');
    return context.atDesk('beside', async (engine) => {
      if (out === null) {
        const kept = await engine.call('message.source', { id });
        if (!kept.ok) return kept;
        const { headers, text, html } = kept.value;
        const lines = headers.map(({ name, value }) => `${name}: ${value}`);
        return said({ message: id, ...kept.value }, [...lines, '', html ?? text].join('\n'));
      }
      const original = await engine.call('message.original', { id });
      if (!original.ok) return original;
      const file = resolve(out);
      await writeFile(file, original.value.bytes, { mode: 0o600 });
      return said({ message: id, file, bytes: original.value.bytes.byteLength }, file);
    });
  },
};
