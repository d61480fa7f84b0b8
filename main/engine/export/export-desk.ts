// Everything, or everything of one person, into a folder that other programs can read: mail as .eml, conversations as JSON, saved
// replies as CSV, attachments as files. Never writes where something lies already, and the page on top is written last, so that
// half an export is known by its absence.
import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { ExportReport } from '../../contract/own-data.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { safeFileName } from '../../domain/conversation/file-name.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Clock } from '../ports/ports.ts';
import type { CommitmentRow } from '../store/commitment-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { createAttachmentBytes, type AttachmentBytesDeps } from './attachment-bytes.ts';
import { cannedPages, cannedWordsLearned } from './canned-pages.ts';
import { connectedAccounts, isNote } from '../channels/manual/manual-account.ts';
import { draftsToExport } from './export-drafts.ts';
import { cardsToExport } from '../contacts/card-files.ts';
import {
  EXPORT_MARK,
  EXPORTED_CARDS,
  EXPORTED_ATTACHMENTS,
  EXPORTED_DRAFTS,
  EXPORTED_MAIL,
  EXPORTED_NOTES,
} from './export-layout.ts';
import { exportPage } from './export-words.ts';
import { noteText } from './note-text.ts';
import { rebuildMail } from './rebuild-mail.ts';

export type ExportDeps = Omit<AttachmentBytesDeps, 'store'> & {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly emit: (event: EngineEvent) => void;
};

export type ExportRequest = {
  readonly folder: string;
  /** An address; null: everything. */
  readonly contact: string | null;
  readonly language: UiLanguage;
};

/** Read and fetched together: one visit to the server, and no more attachments in memory than this. */
const GROUP = 50;
const GROUP_BYTES = 32 * 1024 * 1024;

type Missing = { readonly message: string; readonly fileName: string };
type Counts = { messages: number; attachments: number; bytes: number; readonly missing: Missing[] };

export async function exportDesk(
  deps: ExportDeps,
  request: ExportRequest,
  stopping: AbortSignal,
): Promise<Result<ExportReport>> {
  const startedAt = deps.clock.monotonicMs();
  const { folder } = request;
  const contact = request.contact?.trim().toLowerCase() ?? null;
  if (!isAbsolute(folder)) return failed('invalid-argument', 'never', 'a whole path is needed');
  const ids =
    contact === null
      ? everyMessage(deps.store)
      : [...new Set(deps.store.contacts.handlesOf(contact).flatMap(deps.store.people.messagesOf))].toSorted(
          (a, b) => a - b,
        );
  const cards = cardsToExport(deps.store, contact);
  if (contact !== null && ids.length === 0 && cards === '')
    return failed('not-found', 'user', contact, { what: contact });
  const prepared = await openFolder(folder);
  if (!prepared.ok) return prepared;
  try {
    const counts: Counts = { messages: 0, attachments: 0, bytes: 0, missing: [] };
    for (const group of groupsOf(deps.store, ids)) {
      if (stopping.aborted) break;
      await writeGroup(deps, request, group, counts);
      deps.emit({ kind: 'own-data-progress', work: 'export', done: counts.messages, total: ids.length });
    }
    const conversations = await writeConversations(deps, folder, ids);
    await writeDrafts(deps.store, folder, contact, ids);
    if (cards !== '') await write(join(folder, EXPORTED_CARDS), cards);
    if (contact === null) await writeDeskPages(deps, folder);
    const facts = {
      contact,
      made: new Date(deps.clock.now()).toISOString(),
      messages: counts.messages,
      conversations,
      attachments: counts.attachments,
      missing: counts.missing.length,
    };
    if (!stopping.aborted) {
      await write(join(folder, 'README.txt'), exportPage(request.language, facts));
      await write(join(folder, EXPORT_MARK), json({ format: 1, ...facts, missing: counts.missing }));
    }
    return ok({
      folder,
      messages: counts.messages,
      conversations,
      attachments: counts.attachments,
      missingAttachments: counts.missing.length,
      bytes: counts.bytes,
      isStopped: stopping.aborted,
      ms: Math.round(deps.clock.monotonicMs() - startedAt),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null || code.startsWith('SQLITE')) throw error;
    return failed(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'not-possible-now', 'user', code);
  }
}

function everyMessage({ people }: Pick<Store, 'people'>): readonly MessageRowId[] {
  return people.messagesAfter(0, Number.MAX_SAFE_INTEGER);
}

async function openFolder(folder: string): Promise<Result<null>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const there = await readdir(folder);
    return there.length === 0 ? ok(null) : failed('already-exists', 'user', `${folder} is not empty`, { what: folder });
  } catch (error) {
    return failed('not-possible-now', 'user', error instanceof Error && 'code' in error ? String(error.code) : folder);
  }
}

function* groupsOf(store: Store, ids: readonly MessageRowId[]): Generator<readonly MessageRow[]> {
  let group: MessageRow[] = [];
  let bytes = 0;
  for (const id of ids) {
    const message = store.messages.get(id);
    if (message === null) continue;
    if (group.length > 0 && (group.length >= GROUP || bytes + message.size > GROUP_BYTES)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(message);
    bytes += message.size;
  }
  if (group.length > 0) yield group;
}

async function writeGroup(
  deps: ExportDeps,
  { folder, contact, language }: ExportRequest,
  group: readonly MessageRow[],
  counts: Counts,
): Promise<void> {
  const { store } = deps;
  const attachments = new Map(group.map(({ id }) => [id, store.attachments.ofMessage(id)] as const));
  const bytes = await createAttachmentBytes(deps).of([...attachments.values()].flat());
  for (const message of group) {
    const place = messageFile(message);
    if (isNote(message)) {
      const written = noteText(store, message, language);
      await write(join(folder, place), written);
      counts.messages += 1;
      counts.bytes += Buffer.byteLength(written);
      continue;
    }
    const own = attachments.get(message.id) ?? [];
    const files = own.flatMap((attachment) => {
      const content = bytes.get(attachment.id);
      if (content === undefined) counts.missing.push({ message: place, fileName: attachment.fileName });
      return content === undefined ? [] : [{ ...attachment, content }];
    });
    const people = store.messages.people(message.id);
    const body = store.bodies.get(message.id);
    const raw = rebuildMail({
      ...message,
      to: people.to,
      cc: people.cc,
      bcc: people.bcc,
      replyTo: people['reply-to'],
      headers: store.bodies.headers(message.id),
      text: body?.text ?? '',
      html: body?.html ?? null,
      files,
    });
    await write(join(folder, place), raw);
    counts.messages += 1;
    counts.attachments += files.length;
    counts.bytes += raw.length;
    if (contact !== null && files.length > 0) counts.bytes += await writeApart(folder, place, files);
  }
}

async function writeApart(
  folder: string,
  mail: string,
  files: readonly { readonly fileName: string; readonly content: Uint8Array }[],
): Promise<number> {
  const apart = join(
    folder,
    EXPORTED_ATTACHMENTS,
    mail
      .split('/')
      .at(-1)
      ?.replace(/\.eml$/, '') ?? '',
  );
  const taken = new Set<string>();
  let bytes = 0;
  for (const { fileName, content } of files) {
    const name = freeName(safeFileName(fileName), taken);
    await write(join(apart, name), content);
    bytes += content.byteLength;
  }
  return bytes;
}

/** "plan.pdf", "plan (2).pdf": macOS and Windows take names that differ in capitals alone for one. */
function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let nr = 2; taken.has(free.toLowerCase()); nr += 1) free = `${stem} (${nr})${extension}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Readable in a file manager, the same on every system, and short enough for Windows' 260 letters in an ordinary folder. */
export function messageFile({ id, account, messageId, at, direction, from, subject }: MessageRow): string {
  const stamp = new Date(at).toISOString();
  const who = (from.name || from.address).slice(0, 30);
  // Half a letter is none: a cut may go through one that takes two places.
  const said = safeFileName(`${who} - ${subject.slice(0, 50)}`.toWellFormed()).slice(0, 80);
  const name = `${stamp.slice(0, 10)} ${stamp.slice(11, 16).replace(':', '.')} ${said.trim()} (${id.toString(36)})`;
  const file = `${stamp.slice(0, 7)}/${name.toWellFormed().replaceAll('\uFFFD', '_')}`;
  if (isNote({ account, messageId })) return `${EXPORTED_NOTES}/${file}.txt`;
  return `${EXPORTED_MAIL}/${direction === 'out' ? 'Sent' : 'Inbox'}/${file}.eml`;
}

/** One conversation a line, so that half a million need not be in memory together. Answers how many. */
async function writeConversations(deps: ExportDeps, folder: string, ids: readonly MessageRowId[]): Promise<number> {
  const { store } = deps;
  const wanted = new Set(ids);
  const conversations = new Set<ConversationId>();
  for (const id of ids) {
    const message = store.messages.get(id);
    if (message !== null) conversations.add(message.conversation);
  }
  const file = await open(join(folder, 'conversations.json'), 'wx', 0o600);
  try {
    let isFirst = true;
    await file.write('[');
    for (const id of conversations) {
      const page = conversationPage(store, id, wanted);
      await file.write(`${isFirst ? '\n' : ',\n'}${JSON.stringify(page)}`);
      isFirst = false;
    }
    await file.write('\n]\n');
  } finally {
    await file.close();
  }
  return conversations.size;
}

/** Their files each in a folder of their draft, numbered as in the list. */
async function writeDrafts(
  store: Store,
  folder: string,
  contact: string | null,
  ids: readonly MessageRowId[],
): Promise<void> {
  const conversations = new Set(ids.flatMap((id) => store.messages.get(id)?.conversation ?? []));
  const drafts = draftsToExport(store, contact, conversations);
  if (drafts.length === 0) return;
  await write(join(folder, 'drafts.json'), json(drafts.map(({ page }) => page)));
  for (const [index, { page, contents }] of drafts.entries()) {
    const taken = new Set<string>();
    for (const [nth, content] of contents.entries()) {
      const name = freeName(safeFileName(page.files[nth] ?? ''), taken);
      await write(join(folder, EXPORTED_DRAFTS, String(index + 1), name), content);
    }
  }
}

const promiseLine = (promise: CommitmentRow) => ({
  words: promise.words,
  madeAt: iso(promise.madeAt),
  due: iso(promise.dueAt),
  state: promise.state,
  because: promise.because,
  closedAt: iso(promise.closedAt),
});

function conversationPage(store: Store, id: ConversationId, wanted: ReadonlySet<MessageRowId>) {
  const conversation = store.conversations.get(id);
  if (conversation === null) return { id };
  const { decisions, customer } = conversation;
  return {
    id,
    account: store.accounts.get(conversation.account)?.email ?? null,
    channel: conversation.channel,
    customer,
    isVip: store.contacts.isVip(customer.address),
    subject: conversation.subject,
    language: conversation.language,
    startedAt: iso(conversation.startedAt),
    lastAt: iso(conversation.lastAt),
    turn: conversation.turn,
    replyBy: iso(conversation.replyBy),
    replyByFrom: conversation.replyByFrom,
    decisions: {
      doneAt: iso(decisions.doneAt),
      doneBecause: decisions.doneBecause,
      snoozedUntil: iso(decisions.snoozedUntil),
      plannedAt: iso(decisions.planned?.at ?? null),
      replyByHand: iso(decisions.replyByHand),
      sortedAs: decisions.sortedAs,
      settledUntil: iso(decisions.settledUntil ?? null),
      followUp:
        decisions.followUp == null ? null : { for: iso(decisions.followUp.answerAt), at: iso(decisions.followUp.at) },
      promisesUntil: iso(decisions.promisesUntil ?? null),
      deletedAt: iso(decisions.deletedAt ?? null),
    },
    promises: store.commitments.ofConversation(id).map(promiseLine),
    draft: store.drafts.answerIn(id)?.text ?? null,
    messages: store.messages
      .ofConversation(id)
      .filter((message) => wanted.has(message.id))
      .map((message) => ({
        file: messageFile(message),
        messageId: message.messageId,
        direction: message.direction,
        kind: message.kind,
        channel: message.channel,
        from: message.from,
        subject: message.subject,
        at: iso(message.at),
        note: message.note,
        isGoneFromServer: message.isGone,
        delivery: store.deliveries.ofMessage(message.id)?.state ?? null,
      })),
  };
}

async function writeDeskPages({ store, settings }: ExportDeps, folder: string): Promise<void> {
  for (const { file, content } of cannedPages(store)) await write(join(folder, file), content);
  const accounts = connectedAccounts(store).map(({ email, name, user, imap, smtp, addresses, createdAt }) => ({
    email,
    name,
    user,
    imap,
    smtp,
    addresses,
    createdAt: iso(createdAt),
  }));
  await write(
    join(folder, 'settings.json'),
    json({
      settings: settings(),
      accounts,
      messagesFromOthers: store.sources.rules(),
      picturesAlwaysShown: store.remoteSenders
        .all()
        .map(({ sender, allowedAt }) => ({ sender, allowedAt: iso(allowedAt) })),
      learned: store.lessons.all().map(({ sender, deed, signs, at }) => ({ sender, deed, signs, at: iso(at) })),
      learnedOfCannedReplies: cannedWordsLearned(store),
    }),
  );
}

/** Fails where the file is there. */
async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, content, { flag: 'wx', mode: 0o600 });
}

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
