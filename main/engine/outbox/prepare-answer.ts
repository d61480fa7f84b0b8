// Gathers what an answer needs to know from the conversation, and composes it: the frozen bytes, and the same message as ingest
// wants it. Storing it and sending it are the outbox's.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AccountId, ConversationId } from '../../contract/views.ts';
import { isMailAddress } from '../../domain/contact/way.ts';
import { isBelieved } from '../../domain/mail-source/judge-claim.ts';
import { baseSubject } from '../../domain/conversation/base-subject.ts';
import { SECOND_MS, type Instant } from '../../domain/instant.ts';
import type { Address } from '../../domain/conversation/message.ts';
import {
  composeMail,
  newMessageId,
  oneLine,
  referencesFor,
  sendableAddress,
  threadHeaders,
} from '../channels/email/compose.ts';
import { connectedAccounts, isNote } from '../channels/manual/manual-account.ts';
import { parseIds } from '../channels/email/parse/message-ids.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { viewSource } from '../mail-source/view-source.ts';
import { replyPeople, type ReplyPeople } from './reply-people.ts';
import { questionSubject, replyText } from './reply-text.ts';

export type AnswerStore = Pick<Store, 'accounts' | 'conversations' | 'messages' | 'bodies' | 'sources' | 'attachments'>;

export type PreparedAnswer = {
  readonly account: AccountRow;
  readonly mail: ParsedMail;
  readonly messageId: string;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
};

export async function prepareAnswer(
  store: AnswerStore,
  asked: {
    readonly conversation: ConversationId;
    readonly text: string;
    readonly now: Instant;
    readonly uuid: string;
    readonly settings: Pick<Settings, 'me' | 'officeHours'>;
  },
): Promise<Result<PreparedAnswer>> {
  const conversation = store.conversations.get(asked.conversation);
  if (conversation === null) return failed('not-found', 'never', `conversation ${asked.conversation}`);
  const account = answeringAccount(store, conversation.account);
  const parent = answeredMessage(store.messages.ofConversation(conversation.id));
  if (account === null || parent === null) return failed('not-possible-now', 'never', 'nothing to answer');
  if (account.detachedAt !== null) {
    return failed('account-detached', 'user', 'the account is not connected', { email: account.email });
  }

  const { from, to, cc } = peopleOf(store, account, parent);
  const sender = sendableAddress(from.address);
  const reached = [...to, ...cc].map(({ address }) => ({ address, sendable: sendableAddress(address) }));
  const unreachable = reached.find(({ sendable }) => sendable === null);
  if (to.length === 0) {
    return failed(
      isCarriedMail(store, parent) ? 'answered-on-network' : 'not-possible-now',
      'user',
      'nobody to answer',
    );
  }
  if (sender === null) return failed('sender-refused', 'user', `not an address: ${from.address}`);
  if (unreachable !== undefined) {
    const { address } = unreachable;
    return failed('recipient-refused', 'user', `not an address: ${address}`, { address });
  }

  const headers = store.bodies.headers(parent.id);
  const { inReplyTo, references } = referencesFor({
    messageId: parent.messageId,
    inReplyTo: idsIn(headers['in-reply-to']),
    references: idsIn(headers['references']),
  });
  const { zone } = asked.settings.officeHours;
  const { language } = conversation;
  // What the owner noted for himself is not for the customer's eyes: neither as a subject nor quoted.
  const isOfNote = isNote(parent);
  const subject = isOfNote
    ? questionSubject(parent.at, language, zone)
    : `Re: ${oneLine(baseSubject(parent.subject))}`.trimEnd();
  const text = replyText({
    text: asked.text,
    signature: asked.settings.me.signature,
    quoted: isOfNote ? null : quotedOf(store, parent),
    language,
    zone,
  });
  const messageId = newMessageId(asked.uuid, sender);
  // The Date header has whole seconds.
  const date = asked.now - (asked.now % SECOND_MS);
  const people = { from, to: to.map(ascii), cc: cc.map(ascii) };
  const raw = await composeMail({ ...people, subject, text, messageId, inReplyTo, references, date });
  const mail: ParsedMail = {
    ...people,
    from: [from],
    bcc: [],
    replyTo: [],
    subject,
    date,
    messageId,
    inReplyTo: inReplyTo === null ? [] : [inReplyTo],
    references,
    text,
    html: null,
    headers: threadHeaders(messageId, inReplyTo, references),
    attachments: [],
    kind: 'human',
    note: null,
  };
  const recipients = reached.flatMap(({ sendable }) => (sendable === null ? [] : [sendable]));
  return ok({ account, mail, messageId, sender, recipients, raw });
}

/** What the owner wrote down by hand is answered by mail from the first account that is connected. */
export function answeringAccount({ accounts }: Pick<Store, 'accounts'>, id: AccountId): AccountRow | null {
  const account = accounts.get(id);
  if (account?.connector !== 'manual') return account;
  return connectedAccounts({ accounts }).find(({ detachedAt }) => detachedAt === null) ?? null;
}

/**
 * The newest message of the customer; where he never wrote, our own newest one. Robots are answered only when nobody else wrote,
 * and what was written down by hand only where there is no mail.
 */
export function answeredMessage(messages: readonly MessageRow[]): MessageRow | null {
  const mail = messages.filter((message) => !isNote(message));
  const newestFirst = (mail.length > 0 ? mail : messages).toReversed();
  const incoming = newestFirst.filter(({ direction }) => direction === 'in');
  const human = incoming.find(({ kind }) => kind === 'human' || kind === 'invite');
  return human ?? incoming[0] ?? newestFirst[0] ?? null;
}

/** From, to and copy of an answer to that message: what is shown beside the composer, and what is sent. */
export function peopleOf(store: AnswerStore, account: AccountRow, answered: MessageRow): ReplyPeople {
  const people = store.messages.people(answered.id);
  const headers = store.bodies.headers(answered.id);
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const deliveredTo = [...(headers['delivered-to'] ?? []), ...(headers['x-original-to'] ?? [])];
  // A telephone number is no recipient.
  const isCarried = isCarriedMail(store, answered);
  const reachable =
    isNote(answered) || isCarried ? people['reply-to'].filter(({ address }) => isMailAddress(address)) : null;
  const isUnreachable = reachable !== null && !isMailAddress(answered.from.address);
  return replyPeople(
    {
      direction: answered.direction,
      from: isUnreachable ? { ...answered.from, address: '' } : answered.from,
      replyTo: reachable ?? people['reply-to'],
      to: people.to,
      cc: people.cc,
      deliveredTo: deliveredTo.map((address) => address.replace(/[<>\s]/g, '')),
      isCarried,
    },
    account,
    own,
  );
}

/** Of a network's notice only what the customer wrote: the rest is for the owner, and full of his links. */
function quotedOf(store: AnswerStore, parent: MessageRow): { from: Address; at: Instant; text: string } {
  const { at, from } = parent;
  const text = store.bodies.text(parent.id);
  const source = viewSource(store, parent);
  if (source === null || !isBelieved(source.standing)) return { from, at, text };
  const reached = store.messages.people(parent.id)['reply-to'].find(({ address }) => isMailAddress(address));
  return { from: { name: source.person.name, address: (reached ?? from).address }, at, text: source.text || text };
}

/** Whoever is behind it is in Reply-To; where nobody is, it is not answered by mail. */
const isCarriedMail = (store: AnswerStore, { id, kind }: MessageRow): boolean => {
  const source = store.sources.get(id);
  return source !== null && isBelieved(source.standing) && kind === 'human';
};

const idsIn = (values: readonly string[] | undefined): readonly string[] => (values ?? []).flatMap(parseIds);

const ascii = ({ name, address }: Address): Address => ({ name, address: sendableAddress(address) ?? address });
