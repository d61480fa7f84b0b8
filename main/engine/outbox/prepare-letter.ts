// Gathers what a letter needs to know, and composes it: the frozen bytes, and the same message as ingest wants it. An answer, a
// message passed on, a new mail, from a draft or straight from the command line: this is the one way. Storing and sending it are
// the outbox's.
import { failed, ok, type Failure, type Result } from '../../contract/errors.ts';
import type { DraftKind, Recipients } from '../../contract/drafts.ts';
import type { Settings } from '../../contract/settings.ts';
import { pictureSize } from '../../domain/attachment/picture-size.ts';
import { isPicture, sniff } from '../../domain/attachment/sniff.ts';
import { baseSubject } from '../../domain/conversation/base-subject.ts';
import { SECOND_MS, type Instant } from '../../domain/instant.ts';
import { letterLanguage } from '../../domain/letter/letter-language.ts';
import { signatureFor } from '../../domain/letter/signature-for.ts';
import type { Address, Language } from '../../domain/conversation/message.ts';
import {
  composeMail,
  newMessageId,
  oneLine,
  referencesFor,
  sendableAddress,
  threadHeaders,
  withBcc,
  type FileToCompose,
} from '../channels/email/compose.ts';
import { isNote } from '../channels/manual/manual-account.ts';
import { parseIds } from '../channels/email/parse/message-ids.ts';
import type { ParsedAttachment, ParsedMail } from '../channels/parsed-mail.ts';
import { accountOfDraft } from '../drafts/draft-account.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { DraftWords } from '../store/draft-table.ts';
import { answeredMessage, isCarriedMail, peopleOf, quotedOf, type AnswerStore } from './answering.ts';
import { letterHtml, letterText, type Below } from './letter-words.ts';
import { attribution, passedOnHead, questionSubject } from './reply-text.ts';

export type LetterAsked = Omit<DraftWords, 'savedAt' | 'canned'> & {
  readonly files: readonly FileToCompose[];
  /** When it leaves, as far as is known: a letter that is dated hours before it leaves counts as spam, and lies below newer mail. */
  readonly date: Instant;
  readonly uuid: string;
  readonly settings: Pick<Settings, 'signatures' | 'officeHours'>;
};

export type PreparedLetter = {
  readonly account: AccountRow;
  readonly mail: ParsedMail;
  readonly messageId: string;
  readonly sender: string;
  /** Of the envelope: blind copies too. */
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
};

/** A copy for the owner's own drafts need not be fit to be sent yet, and says what it is. */
export type LetterUse =
  | { readonly kind: 'to-send' }
  | { readonly kind: 'own-draft'; readonly messageId: string; readonly headers: Readonly<Record<string, string>> };

export async function prepareLetter(
  store: AnswerStore,
  asked: LetterAsked,
  use: LetterUse = { kind: 'to-send' },
): Promise<Result<PreparedLetter>> {
  const conversation = asked.conversation === null ? null : store.conversations.get(asked.conversation);
  if (asked.conversation !== null && conversation === null) {
    return failed('not-found', 'never', `conversation ${asked.conversation}`);
  }
  const about = conversation === null ? null : messageAbout(store, asked, conversation.id);
  const account = accountOfDraft(store, asked);
  if (account === null && asked.sender !== null) {
    return failed('sender-refused', 'user', `not an own address: ${asked.sender}`);
  }
  if (account === null || (asked.kind !== 'new' && about === null)) {
    return failed('not-possible-now', 'never', 'nothing to answer, or nowhere to send from');
  }
  if (account.detachedAt !== null) {
    return failed('account-detached', 'user', 'the account is not connected', { email: account.email });
  }

  const addressed = peopleFor(store, asked, account, about);
  const checked = use.kind === 'to-send' ? sendable(addressed) : ok(asciiOf(addressed));
  if (!checked.ok) return checked;
  const { from, to, cc, bcc, sender, recipients } = checked.value;
  if (recipients.length === 0 && use.kind === 'to-send') {
    return { ok: false, error: nobodyToReach(store, asked, about) };
  }

  const { inReplyTo, references } =
    asked.kind === 'answer' && about !== null ? threadOf(store, about) : { inReplyTo: null, references: [] };
  const { zone } = asked.settings.officeHours;
  const theirs = conversation?.language ?? null;
  const language = letterLanguage(asked.text, theirs);
  const subject = foldable(oneLine(asked.subject ?? (about === null ? '' : answerSubject(about, theirs, zone))));
  const words = {
    text: asked.text,
    html: asked.html,
    signature: signatureFor(asked.settings.signatures, from.address, language),
    below: about === null ? null : belowFor(store, asked.kind, about, theirs ?? language ?? 'nl', zone),
    language,
    pictureWidths: widthsOf(asked.files),
  };
  const text = letterText(words);
  const shown = letterHtml(words);
  // A picture that its text no longer shows was taken out of it.
  const files = asked.files.filter(({ contentId }) => contentId === null || shown?.pictures.has(contentId) === true);
  const html = shown?.html ?? null;
  const messageId = use.kind === 'own-draft' ? use.messageId : newMessageId(asked.uuid, sender);
  // The Date header has whole seconds.
  const date = asked.date - (asked.date % SECOND_MS);
  const headers = {
    ...(language === null ? {} : { 'Content-Language': language }),
    ...(use.kind === 'own-draft' ? use.headers : {}),
  };
  const raw = await composeMail({
    from,
    to,
    cc,
    isBlind: use.kind === 'to-send' && to.length + cc.length === 0,
    subject,
    text,
    html,
    files,
    messageId,
    inReplyTo,
    references,
    date,
    headers,
  });
  const mail: ParsedMail = {
    to,
    cc,
    bcc,
    subject,
    date,
    messageId,
    references,
    text,
    html,
    from: [from],
    replyTo: [],
    inReplyTo: inReplyTo === null ? [] : [inReplyTo],
    headers: threadHeaders(messageId, inReplyTo, references),
    attachments: attachmentsOf(files, html !== null),
    kind: 'human',
    note: null,
  };
  const own = use.kind === 'own-draft' ? withBcc(raw, bcc) : raw;
  return ok({ account, mail, messageId, sender, recipients, raw: own });
}

function widthsOf(files: readonly FileToCompose[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const { contentId, content } of files) {
    const kind = contentId === null ? null : sniff(content);
    const size = isPicture(kind) ? pictureSize(kind, content) : null;
    if (contentId !== null && size !== null) widths.set(contentId, size.width);
  }
  return widths;
}

/** A word without end cannot be folded, and no line of a header may be longer than 998 octets (RFC 5322 2.1.1). */
const foldable = (subject: string): string => subject.replace(/\S{200}(?=\S)/g, '$& ');

/** Answered or passed on: the one that the owner chose, else the one that an answer answers by itself. */
function messageAbout(store: AnswerStore, { kind, message }: LetterAsked, conversation: number): MessageRow | null {
  const chosen = message === null ? null : store.messages.get(message);
  if (chosen !== null && (kind === 'forward' || chosen.conversation === conversation)) return chosen;
  return kind === 'answer' ? answeredMessage(store.messages.ofConversation(conversation)) : null;
}

type Addressed = Recipients & { readonly from: Address };

function peopleFor(store: AnswerStore, asked: LetterAsked, account: AccountRow, about: MessageRow | null): Addressed {
  const byItself = asked.kind === 'answer' && about !== null ? peopleOf(store, account, about) : null;
  const address = asked.sender ?? byItself?.from.address ?? account.email;
  const { to, cc, bcc } = asked.recipients ?? { to: byItself?.to ?? [], cc: byItself?.cc ?? [], bcc: [] };
  return { from: { name: account.name, address }, to, cc, bcc };
}

type Sendable = Addressed & { readonly sender: string; readonly recipients: readonly string[] };

function sendable(people: Addressed): Result<Sendable> {
  if (sendableAddress(people.from.address) === null) {
    return failed('sender-refused', 'user', `not an address: ${people.from.address}`);
  }
  for (const { address } of [...people.to, ...people.cc, ...people.bcc]) {
    if (sendableAddress(address) === null) {
      return failed('recipient-refused', 'user', `not an address: ${address}`, { address });
    }
  }
  return ok(asciiOf(people));
}

/** As they stand in header and envelope: each once, and in the first of the three places that names him. */
function asciiOf({ from, to, cc, bcc }: Addressed): Sendable {
  const seen = new Set<string>();
  const once = (people: readonly Address[]): readonly Address[] =>
    people.flatMap(({ name, address }) => {
      const sent = sendableAddress(address);
      if (sent === null || seen.has(sent.toLowerCase())) return [];
      seen.add(sent.toLowerCase());
      return [{ name, address: sent }];
    });
  const people = { to: once(to), cc: once(cc), bcc: once(bcc) };
  const sender = sendableAddress(from.address) ?? from.address;
  const recipients = [...people.to, ...people.cc, ...people.bcc].map(({ address }) => address);
  return { from, ...people, sender, recipients };
}

function nobodyToReach(store: AnswerStore, asked: LetterAsked, about: MessageRow | null): Failure {
  const isByItself = asked.kind === 'answer' && asked.recipients === null && about !== null;
  if (!isByItself) return failed('recipient-missing', 'user', 'nobody to send it to').error;
  const code = isCarriedMail(store, about) ? 'answered-on-network' : 'not-possible-now';
  return failed(code, 'user', 'nobody to answer').error;
}

function threadOf(store: AnswerStore, { id, messageId }: MessageRow) {
  const headers = store.bodies.headers(id);
  const idsIn = (values: readonly string[] | undefined): readonly string[] => (values ?? []).flatMap(parseIds);
  return referencesFor({
    messageId,
    inReplyTo: idsIn(headers['in-reply-to']),
    references: idsIn(headers['references']),
  });
}

/** What the owner noted for himself is not for the customer's eyes: neither as a subject nor quoted. */
const answerSubject = (about: MessageRow, language: Language | null, zone: string): string =>
  isNote(about) ? questionSubject(about.at, language, zone) : `Re: ${oneLine(baseSubject(about.subject))}`.trimEnd();

function belowFor(
  store: AnswerStore,
  kind: DraftKind,
  about: MessageRow,
  language: Language,
  zone: string,
): Below | null {
  if (kind === 'new' || isNote(about)) return null;
  if (kind === 'answer') {
    const quoted = quotedOf(store, about);
    return { kind: 'answered', head: attribution(quoted, language, zone), text: quoted.text };
  }
  const { to, cc } = store.messages.people(about.id);
  const { from, at, subject } = about;
  return {
    kind: 'passed-on',
    head: passedOnHead({ from, to, cc, at, subject }, language, zone),
    text: store.bodies.text(about.id),
  };
}

/** As they lie in the bytes: numbered as IMAP numbers them (RFC 3501 6.4.5), and here already. */
function attachmentsOf(files: readonly FileToCompose[], hasHtml: boolean): readonly ParsedAttachment[] {
  const pictures = files.filter(({ contentId }) => contentId !== null);
  const others = files.filter(({ contentId }) => contentId === null);
  // The text is the first part of the whole where there are files beside it; its HTML form is the second of that.
  const besideText = others.length > 0 && hasHtml ? '1.2' : '2';
  const describe = (part: string, { fileName, contentType, contentId, content }: FileToCompose): ParsedAttachment => ({
    part,
    fileName,
    contentType,
    contentId,
    content,
    size: content.byteLength,
    isInline: contentId !== null,
  });
  return [
    ...pictures.map((file, index) => describe(`${besideText}.${index + 2}`, file)),
    ...others.map((file, index) => describe(String(index + 2), file)),
  ];
}
