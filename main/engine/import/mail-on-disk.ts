// Finds the mail in a file or a folder: an mbox, a Maildir with its folders, .eml files at any depth, an export of ours. First a
// quick look at what there is, so that progress can be told; then each source is read when its turn comes.
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Instant } from '../../domain/instant.ts';
import { EXPORT_MARK, EXPORTED_MAIL } from '../export/export-layout.ts';
import type { FoundMail } from './found-mail.ts';
import { flagsInName, instantInName, mailboxInFolder } from './maildir.ts';
import { instantInFromLine, readMbox } from './mbox.ts';

export type MailSource = {
  readonly kind: 'mbox' | 'maildir' | 'eml';
  readonly file: string;
  readonly mailbox: string;
  readonly bytes: number;
};

/** Folders within folders beyond this are a loop of links or somebody's joke. */
const DEEPEST = 25;
const CHUNK_BYTES = 1024 * 1024;
/** Servers take 25 to 50 MB. */
const LARGEST_MAIL = 150_000_000;

/** In the order of their names, so that the same folder always comes in the same way. Rejects where `path` is not there. */
export async function findSources(path: string): Promise<readonly MailSource[]> {
  const found = await stat(path);
  if (!found.isDirectory()) {
    const isMbox = await beginsAsMbox(path);
    return [{ kind: isMbox ? 'mbox' : 'eml', file: path, mailbox: isMbox ? nameOfMbox(path) : '', bytes: found.size }];
  }
  const isExport = await stat(join(path, EXPORT_MARK)).then(
    () => true,
    () => false,
  );
  const sources: MailSource[] = [];
  await lookInto(isExport ? join(path, EXPORTED_MAIL) : path, '', 0, sources);
  return sources;
}

async function lookInto(folder: string, mailbox: string, depth: number, found: MailSource[]): Promise<void> {
  if (depth > DEEPEST) return;
  const entries = (await readdir(folder, { withFileTypes: true }).catch(() => [])).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const isMaildir = entries.some((entry) => entry.isDirectory() && (entry.name === 'cur' || entry.name === 'new'));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (isMaildir && entry.name === 'tmp') continue;
      if (isMaildir && (entry.name === 'cur' || entry.name === 'new')) {
        await lookIntoMaildir(path, mailbox, found);
        continue;
      }
      // Thunderbird keeps what is within "Klanten" in "Klanten.sbd".
      const name = mailboxInFolder(entry.name.replace(/\.(?:sbd|mbox)$/, ''));
      await lookInto(path, mailbox === '' ? name : `${mailbox}/${name}`, depth + 1, found);
    } else if (entry.isFile()) {
      const source = await sourceOf(path, mailbox);
      if (source !== null) found.push(source);
    }
  }
}

async function lookIntoMaildir(folder: string, mailbox: string, found: MailSource[]): Promise<void> {
  for (const name of (await readdir(folder).catch((): string[] => [])).toSorted()) {
    const file = join(folder, name);
    const { size, isFile } = await stat(file).then(
      (stats) => ({ size: stats.size, isFile: stats.isFile() }),
      () => ({ size: 0, isFile: true }),
    );
    if (isFile && !name.startsWith('.')) found.push({ kind: 'maildir', file, mailbox, bytes: size });
  }
}

/** null: an index, a picture, or whatever else lies among mail. */
async function sourceOf(file: string, mailbox: string): Promise<MailSource | null> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (/\.eml$/i.test(file)) return { kind: 'eml', file, mailbox, bytes: size };
  if (!(await beginsAsMbox(file))) return null;
  const name = nameOfMbox(file);
  // Apple's "Klanten.mbox" is a folder with a file called "mbox" in it.
  const path = name === 'mbox' ? mailbox : mailbox === '' ? name : `${mailbox}/${name}`;
  return { kind: 'mbox', file, mailbox: path, bytes: size };
}

const nameOfMbox = (file: string): string => basename(file).replace(/\.(?:mbox|mbx)$/i, '');

async function beginsAsMbox(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    return bytesRead === 5 && buffer.toString('latin1') === 'From ';
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

/** Never rejects: what cannot be read is passed over by its name. */
export async function* readSource(source: MailSource): AsyncGenerator<FoundMail> {
  try {
    if (source.kind === 'mbox') yield* readWholeMbox(source);
    else yield* readOneMail(source);
  } catch {
    yield { kind: 'passed-over', why: 'unreadable', where: source.file };
  }
}

async function* readWholeMbox({ file, mailbox }: MailSource): AsyncGenerator<FoundMail> {
  let bytes = 0;
  const chunks = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  chunks.on('data', (chunk) => {
    bytes += chunk.length;
  });
  for await (const piece of readMbox(chunks as AsyncIterable<Buffer>, { mailBytes: LARGEST_MAIL })) {
    const at = instantInFromLine(piece.fromLine);
    if (piece.kind === 'mail') yield { kind: 'mail', raw: piece.raw, mailbox, flags: [], at };
    else yield { kind: 'passed-over', why: 'too-large', where: `${file}: ${whenSaid(at)}` };
    yield { kind: 'read', bytes };
    bytes = 0;
  }
}

/** The line itself holds an address, which belongs in no report. */
const whenSaid = (at: Instant | null): string => (at === null ? '?' : new Date(at).toISOString());

async function* readOneMail({ kind, file, mailbox, bytes }: MailSource): AsyncGenerator<FoundMail> {
  if (bytes > LARGEST_MAIL) {
    yield { kind: 'passed-over', why: 'too-large', where: file };
  } else {
    const name = basename(file);
    const flags = kind === 'maildir' ? flagsInName(name) : [];
    const at = kind === 'maildir' ? instantInName(name) : null;
    if (flags.includes('\\Deleted')) yield { kind: 'passed-over', why: 'deleted', where: file };
    else yield { kind: 'mail', raw: await readFile(file), mailbox, flags, at: at ?? (await stat(file)).mtimeMs };
  }
  yield { kind: 'read', bytes };
}
