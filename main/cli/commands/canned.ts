// `balie canned`: the saved replies; out as a table, in from one (first shown what it would do), and that taken back.
import { readFile, writeFile } from 'node:fs/promises';
import { CANNED_CSV_MAX_BYTES, type CannedCsvOutlook, type CannedReply } from '../../contract/canned.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import { matchCanned } from '../../domain/canned/find.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { iso } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { textOf } from '../read-words.ts';

export const canned: CliCommand = {
  name: 'canned',
  usage: '[WORDS] [--export FILE | --import FILE [--dry-run] | --undo-import]',
  does: {
    nl: 'Toont de standaardantwoorden, of die waarin WORDS staan. --export schrijft ze als CSV, --import leest ze; met --dry-run alleen wat er zou veranderen.',
    en: 'Shows the saved replies, or those with WORDS in them. --export writes them as CSV, --import reads them; with --dry-run only what would change.',
  },
  options: { export: TEXT, import: TEXT, 'dry-run': SWITCH, 'undo-import': SWITCH },
  fewest: 0,
  most: 20,
  run: (context, words, values) => {
    const to = textOf(values, 'export');
    const from = textOf(values, 'import');
    const isUndo = values['undo-import'] === true;
    const isDry = values['dry-run'] === true;
    if ([to !== null, from !== null, isUndo].filter(Boolean).length > 1) {
      throw new WrongUse('one of --export, --import and --undo-import');
    }
    if (isDry && from === null) throw new WrongUse('--dry-run goes with --import');
    return context.atDesk('beside', async (engine, language) => {
      if (isUndo) {
        const undone = await engine.call('canned.undoCsv', {});
        return undone.ok
          ? said(null, language === 'nl' ? 'De import is ongedaan gemaakt.' : 'The import is undone.')
          : undone;
      }
      if (to !== null) {
        const table = await engine.call('canned.csv', {});
        if (!table.ok) return table;
        const written = await onDisk(() => writeFile(to, table.value, { mode: 0o600 }));
        return written.ok ? said({ file: to }, to) : written;
      }
      if (from !== null) {
        const read = await onDisk(() => readFile(from));
        if (!read.ok) return read;
        const bytes = new Uint8Array(read.value);
        if (bytes.length > CANNED_CSV_MAX_BYTES) return failed('invalid-argument', 'user', 'the file is over 5 MB');
        const outlook = await engine.call(isDry ? 'canned.lookAtCsv' : 'canned.importCsv', { bytes });
        return outlook.ok ? said(outlook.value, outlookWords(outlook.value, language)) : outlook;
      }
      const all = await engine.call('canned.list', {});
      if (!all.ok) return all;
      const wanted = matchCanned(words.join(' '), all.value).map(({ reply }) => reply);
      const shown = wanted.map((reply) =>
        Object.assign({}, reply, { lastUsedAt: reply.lastUsedAt === null ? null : iso(reply.lastUsedAt) }),
      );
      return said(shown, wanted.map(line).join('\n'));
    });
  },
};

const line = ({ code, title, usedCount, texts, files }: CannedReply): string =>
  `/${code.padEnd(16)} ${title.padEnd(34)} ${Object.keys(texts).join(' ').padEnd(8)} ${usedCount} ×${files.length === 0 ? '' : ` +${files.length}`}`;

function outlookWords({ added, changed, same, unreadable }: CannedCsvOutlook, language: UiLanguage): string {
  const [more, other, as, not] =
    language === 'nl'
      ? ['erbij', 'veranderd', 'ongewijzigd', 'niet te lezen']
      : ['added', 'changed', 'as they were', 'cannot be read'];
  return [
    `${added.length} ${more}, ${changed.length} ${other}, ${same} ${as}, ${unreadable.length} ${not}`,
    ...added.map(({ code, title }) => `+ /${code}  ${title}`),
    ...changed.map(({ code, title, what }) => `~ /${code}  ${title}: ${what.join(', ')}`),
    ...unreadable.map(({ line: nr, why, said: words }) => `! ${nr}: ${why}${words === '' ? '' : ` (${words})`}`),
  ].join('\n');
}

async function onDisk<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') throw new WrongUse('no such file or folder');
    return failed(code === 'ENOSPC' ? 'disk-full' : 'not-possible-now', 'user', code);
  }
}
