// `balie compose`, `balie forward` and `balie drafts`: a new mail, a message passed on, and what is being written. Files are the words
// behind the options.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DraftView, Recipients } from '../../contract/drafts.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Address } from '../../domain/conversation/message.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { iso } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Context, type Values } from '../command.ts';
import { said, type Outcome, WrongUse } from '../outcome.ts';
import { isoInstant, rowId, textOf } from '../read-words.ts';
import { outcomeOf } from './answer.ts';

const OPTIONS = {
  to: TEXT,
  cc: TEXT,
  bcc: TEXT,
  subject: TEXT,
  from: TEXT,
  'text-stdin': SWITCH,
  'send-at': TEXT,
  now: SWITCH,
  keep: SWITCH,
} as const;
const HOW =
  '[--cc ADDRESSES] [--bcc ADDRESSES] [--from ADDRESS] [--text-stdin] [--send-at ISO] [--now] [--keep] [FILE...]';
const MOST_FILES = 50;

export const compose: CliCommand = {
  name: 'compose',
  usage: `--to ADDRESSES --subject TEXT ${HOW}`,
  does: {
    nl: 'Zet een nieuw bericht in het postvak uit, met bestanden. Met --keep blijft het een concept.',
    en: 'Puts a new message in the outbox, with files. With --keep it stays a draft.',
  },
  options: OPTIONS,
  fewest: 0,
  most: MOST_FILES,
  run: (context, files, values) =>
    write(context, files, values, (engine) => engine.call('draft.begin', { kind: 'new', account: null, to: [] })),
};

export const forward: CliCommand = {
  name: 'forward',
  usage: `MESSAGE --to ADDRESSES [--subject TEXT] ${HOW}`,
  does: {
    nl: 'Stuurt een bericht door, met zijn bijlagen; het gesprek zelf blijft wachten op antwoord.',
    en: 'Passes a message on, with its attachments; its own conversation goes on waiting for an answer.',
  },
  options: OPTIONS,
  fewest: 1,
  most: MOST_FILES + 1,
  run: (context, [word, ...files], values) => {
    const message = rowId(word, 'MESSAGE');
    return write(context, files, values, (engine) => engine.call('draft.begin', { kind: 'forward', message }));
  },
};

export const drafts: CliCommand = {
  name: 'drafts',
  usage: '[send DRAFT | discard DRAFT]',
  does: {
    nl: 'Toont wat er geschreven wordt en nog niet verzonden is; verstuurt er een, of gooit er een weg.',
    en: 'Lists what is being written and not sent yet; sends one of them, or throws it away.',
  },
  options: { 'send-at': TEXT, now: SWITCH },
  fewest: 0,
  most: 2,
  run: (context, [word, id], values) => {
    if (word === undefined) return context.atDesk('beside', list);
    const draft = rowId(id, 'DRAFT');
    if (word === 'send') {
      const leaving = leavingOf(values);
      return context.atDesk('beside', (engine) => send(context, engine, draft, leaving));
    }
    if (word !== 'discard') throw new WrongUse(`drafts: "${word}"?`);
    return context.atDesk('beside', async (engine) => {
      const discarded = await engine.call('draft.discard', { id: draft });
      return discarded.ok ? said({ draft, discarded: true }, String(draft)) : discarded;
    });
  },
};

type Leaving = { readonly sendAt: number | null; readonly now: boolean };

async function write(
  context: Context,
  files: readonly string[],
  values: Values,
  begin: (engine: Engine) => Promise<Result<DraftView>>,
): Promise<Outcome> {
  const isKept = values['keep'] === true;
  const recipients = recipientsOf(values);
  if (!isKept && recipients.to.length + recipients.cc.length + recipients.bcc.length === 0) {
    throw new WrongUse('--to is missing');
  }
  const leaving = leavingOf(values);
  const text = values['text-stdin'] === true ? await context.readStdin() : '';
  const contents = await readAll(files);
  if (!contents.ok) return contents;
  return context.atDesk('beside', async (engine) => {
    const begun = await begin(engine);
    if (!begun.ok) return begun;
    const { files: _files, savedAt: _savedAt, canned: _canned, ...draft } = begun.value;
    const saved = await engine.call('draft.save', {
      ...draft,
      recipients: { to: [...recipients.to], cc: [...recipients.cc], bcc: [...recipients.bcc] },
      subject: textOf(values, 'subject') ?? draft.subject,
      sender: textOf(values, 'from'),
      text,
      canned: [],
    });
    if (!saved.ok) return saved;
    for (const file of contents.value) {
      const added = await engine.call('draft.addFile', { id: draft.id, ...file });
      // Nothing is half written: what cannot be had whole is not left lying.
      if (!added.ok) {
        await engine.call('draft.discard', { id: draft.id });
        return added;
      }
    }
    if (!isKept) return send(context, engine, draft.id, leaving);
    const kept = await engine.call('draft.get', { id: draft.id });
    return kept.ok ? said({ draft: kept.value.id, files: kept.value.files }, String(kept.value.id)) : kept;
  });
}

async function send(context: Context, engine: Engine, id: number, { sendAt, now }: Leaving): Promise<Outcome> {
  const sent = await engine.call('draft.send', { id, sendAt, now });
  return sent.ok ? outcomeOf(context, engine, sent.value, now) : sent;
}

async function list(engine: Engine): Promise<Outcome> {
  const listed = await engine.call('draft.list', {});
  if (!listed.ok) return listed;
  return said(
    listed.value.map((draft) => ({ ...draft, savedAt: iso(draft.savedAt) })),
    listed.value.map(({ id, kind, who, subject }) => `${id}  ${kind}  ${who}  ${subject ?? ''}`).join('\n'),
  );
}

function leavingOf(values: Values): Leaving {
  const words = textOf(values, 'send-at');
  const now = values['now'] === true;
  if (now && words !== null) throw new WrongUse('--now and --send-at contradict each other');
  return { sendAt: words === null ? null : isoInstant(words, 'send-at'), now };
}

const recipientsOf = (values: Values): Recipients => ({
  to: peopleIn(textOf(values, 'to')),
  cc: peopleIn(textOf(values, 'cc')),
  bcc: peopleIn(textOf(values, 'bcc')),
});

/** "jan@x.be, Els Maes <els@y.be>" */
function peopleIn(words: string | null): readonly Address[] {
  if (words === null) return [];
  return words
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const named = /^(.*?)\s*<([^<>\s]+)>$/.exec(one);
      return named === null ? { name: '', address: one } : { name: named[1] ?? '', address: named[2] ?? '' };
    });
}

type FileOnDisk = {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentId: null;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

async function readAll(paths: readonly string[]): Promise<Result<readonly FileOnDisk[]>> {
  const files: FileOnDisk[] = [];
  for (const path of paths) {
    try {
      const bytes = new Uint8Array(await readFile(path));
      files.push({ fileName: basename(path), contentType: 'application/octet-stream', contentId: null, bytes });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
      return failed('not-found', 'user', `${code}: ${path}`, { what: path });
    }
  }
  return ok(files);
}
