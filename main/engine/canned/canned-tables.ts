// Saved replies out into a table and in from one: first what it would do, then all of that at once, and back again as it was.
import type { CannedCsvOutlook, CannedId } from '../../contract/canned.ts';
import type { CommandArgs } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import { readCannedCsv, writeCannedCsv, type ReadCanned } from '../../domain/canned/canned-csv.ts';
import { CANNED_LANGUAGES } from '../../domain/canned/template.ts';
import type { Clock } from '../ports/ports.ts';
import type { CannedDraft } from '../store/canned-table.ts';
import type { Store } from '../store/store.ts';
import { cleaned } from './canned.ts';

export type CannedTables = {
  readonly csv: () => Result<string>;
  readonly lookAtCsv: (args: CommandArgs<'canned.lookAtCsv'>) => Result<CannedCsvOutlook>;
  readonly importCsv: (args: CommandArgs<'canned.importCsv'>) => Result<CannedCsvOutlook>;
  readonly undoCsv: () => Result<null>;
};

type Rooms = Pick<Store, 'canned' | 'settings' | 'transaction'>;
type Deps = { readonly store: Rooms; readonly clock: Pick<Clock, 'now'>; readonly onChanged: () => void };

/** What the last import did, in the desk itself: it can be taken back after a restart, and by the other program. */
const LAST_IMPORT = 'canned.lastImport';
type LastImport = {
  readonly added: readonly CannedId[];
  readonly changed: readonly { readonly id: CannedId; readonly before: CannedDraft }[];
};

type Step = {
  readonly read: ReadCanned;
  readonly draft: CannedDraft;
  readonly there: { readonly id: CannedId; readonly before: CannedDraft } | null;
};

export function createCannedTables({ store, clock, onChanged }: Deps): CannedTables {
  return {
    csv: () => ok(writeCannedCsv(store.canned.list())),
    lookAtCsv: ({ bytes }) => ok(look(store, bytes).outlook),
    importCsv: ({ bytes }) => {
      const outlook = store.transaction(() => {
        const { steps, outlook: found } = look(store, bytes);
        const done: LastImport = {
          added: steps.filter(({ there }) => there === null).map(({ draft }) => store.canned.add(draft)),
          changed: steps.flatMap(({ there }) => there ?? []),
        };
        for (const { draft, there } of steps) if (there !== null) store.canned.update(there.id, draft);
        if (steps.length > 0) store.settings.put(LAST_IMPORT, done);
        return found;
      });
      onChanged();
      return ok(outlook);
    },
    undoCsv: () => {
      const last = store.settings.all().get(LAST_IMPORT) as LastImport | null | undefined;
      if (last === undefined || last === null) return failed('not-found', 'never', 'no import to take back');
      store.transaction(() => {
        for (const id of last.added) store.canned.setAside(id, clock.now());
        for (const { id, before } of last.changed) {
          const taken = store.canned.findByCode(before.code);
          // Gone meanwhile, or its code is another's: the owner's later word stands.
          if (store.canned.get(id) !== null && (taken === null || taken.id === id)) store.canned.update(id, before);
        }
        store.settings.put(LAST_IMPORT, null);
      });
      onChanged();
      return ok(null);
    },
  };
}

function look(
  { canned }: Pick<Rooms, 'canned'>,
  bytes: Uint8Array,
): { readonly steps: readonly Step[]; readonly outlook: CannedCsvOutlook } {
  const { replies, faults } = readCannedCsv(decoded(bytes));
  const unreadable = [...faults];
  const steps: Step[] = [];
  const added: CannedCsvOutlook['added'][number][] = [];
  const changed: CannedCsvOutlook['changed'][number][] = [];
  let same = 0;
  for (const read of replies) {
    const there = canned.findByCode(read.code);
    const draft = cleaned({
      code: read.code,
      title: read.title ?? there?.title ?? '',
      tags: [...(read.tags ?? there?.tags ?? [])],
      texts: { ...there?.texts, ...read.texts },
    });
    const { line, code } = read;
    const { title } = draft;
    if (title === '') unreadable.push({ line, why: 'no-title', said: code });
    else if (Object.keys(draft.texts).length === 0) unreadable.push({ line, why: 'no-text', said: code });
    else if (there === null) {
      added.push({ line, code, title });
      steps.push({ read, draft, there: null });
    } else {
      const what = differences(there, draft);
      if (what.length === 0) same += 1;
      else {
        const { title: oldTitle, tags, texts } = there;
        changed.push({ line, code, title: oldTitle, what });
        steps.push({ read, draft, there: { id: there.id, before: { code, title: oldTitle, tags, texts } } });
      }
    }
  }
  return { steps, outlook: { added, changed, same, unreadable: unreadable.toSorted((a, b) => a.line - b.line) } };
}

const differences = (before: CannedDraft, after: CannedDraft): CannedCsvOutlook['changed'][number]['what'] => [
  ...(before.title === after.title ? [] : ['title' as const]),
  ...(before.tags.join('\n') === after.tags.join('\n') ? [] : ['tags' as const]),
  ...CANNED_LANGUAGES.filter(
    (language) => (before.texts[language] ?? '').trim() !== (after.texts[language] ?? '').trim(),
  ),
];

/** UTF-8; UTF-16 as Excel's "Unicode text" is; else the letters of Windows, in which Excel here saves a plain CSV. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
