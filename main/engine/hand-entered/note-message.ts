// A note as ingest wants it: a message with a sender and words like any other, so that it is threaded, found, ranked and reported by
// the very rules of mail.
import type { ConversationId } from '../../contract/views.ts';
import type { NoteKind } from '../../domain/conversation/hand-channels.ts';
import type { Address, Channel, Direction, MailKind } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import type { ArrivedMessage } from '../ingest/arrived.ts';
import { prepareMail } from '../ingest/prepared-mail.ts';
import type { AccountRow } from '../store/account-table.ts';

export type Note = {
  readonly kind: NoteKind;
  readonly channel: Channel;
  readonly customer: Address;
  /** Every address by which he said he can be reached. */
  readonly reach: readonly string[];
  readonly text: string;
  /** null: now. */
  readonly at: Instant | null;
  /** null: it begins one. */
  readonly conversation: ConversationId | null;
};

export const DIRECTIONS: Readonly<Record<NoteKind, Direction>> = { incoming: 'in', answer: 'out', remark: 'out' };
const KINDS: Readonly<Record<NoteKind, MailKind>> = { incoming: 'human', answer: 'human', remark: 'remark' };

export const noteKindOf = ({ direction, kind }: { readonly direction: Direction; readonly kind: MailKind }): NoteKind =>
  direction === 'in' ? 'incoming' : kind === 'remark' ? 'remark' : 'answer';

/** `uuid`: two notes are two, also where they say the same of the same customer at the same moment. */
export function noteMessage(
  note: Note,
  { account, ownName }: { readonly account: AccountRow; readonly ownName: string },
  now: Instant,
  uuid: string,
): ArrivedMessage {
  const own: Address = { name: ownName, address: account.email };
  const isIncoming = note.kind === 'incoming';
  const mail: ParsedMail = {
    subject: noteSubject(note.text),
    from: [isIncoming ? note.customer : own],
    to: isIncoming || note.kind === 'remark' ? [] : [note.customer],
    cc: [],
    bcc: [],
    replyTo: isIncoming ? reachPeople(note) : [],
    date: null,
    messageId: null,
    inReplyTo: [],
    references: [],
    text: note.text,
    html: null,
    headers: {},
    attachments: [],
    kind: KINDS[note.kind],
    note: null,
  };
  const ready = prepareMail(mail);
  return {
    account: account.id,
    channel: note.channel,
    direction: DIRECTIONS[note.kind],
    at: note.at ?? now,
    isDated: note.at !== null,
    size: Buffer.byteLength(note.text),
    mail: { ...ready, prepared: { ...ready.prepared, identity: `note:${uuid}` } },
    place: null,
    ...(note.conversation === null ? {} : { conversation: note.conversation }),
  };
}

export const reachPeople = ({ customer, reach }: Pick<Note, 'customer' | 'reach'>): readonly Address[] =>
  reach.map((address) => ({ name: customer.name, address }));

/** About a line in the list. */
const LONGEST_SUBJECT = 60;

/** Nobody gives a call a subject: its first words are what it is about. */
export function noteSubject(text: string): string {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= LONGEST_SUBJECT) return line;
  const cut = line.slice(0, LONGEST_SUBJECT);
  const atBlank = cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SUBJECT / 2));
  return `${atBlank
    .trimEnd()
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}
