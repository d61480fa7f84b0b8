// The one way in for messages: each is recognised, threaded, stored, indexed, and its conversation put in its place, all in
// one transaction. What the clock makes of it is engine/queue/settle.ts; the words that identify and join are beside this file.
import { noteInvitation } from '../invitation/note-invitation.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type { EngineEvent } from '../../contract/events.ts';
import { findSignals, type LearnedOfSender } from '../../domain/conversation/find-signals.ts';
import { previewOf } from '../../domain/conversation/preview.ts';
import { signalsOfAnswer } from '../../domain/follow-up/expects-answer.ts';
import type { Address, Channel, Direction } from '../../domain/conversation/message.ts';
import { NO_SIGNALS, unjudged, type Signals } from '../../domain/conversation/signals.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import { decisionsAfter } from '../../domain/queue/arrival.ts';
import { answersOurQuestion } from '../../domain/queue/assess.ts';
import { NO_DECISIONS } from '../../domain/queue/decisions.ts';
import type { NotePromises } from '../commitments/note-promises.ts';
import { trashOnServer } from '../conversations/file-on-server.ts';
import { withoutErased } from '../erasure/without-erased.ts';
import type { Clock } from '../ports/ports.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import type { ArrivedMessage, Ingest, Place } from './arrived.ts';
import { sourcedPerson, sourceThread } from '../mail-source/same-thread.ts';
import { createSourceDesk, type Sourced } from '../mail-source/source-desk.ts';
import { customerOf } from './customer.ts';
import { bodyFor, previewFor, wordsFor } from './prepared-mail.ts';
import { accountsOf, accountWrittenTo, emptyCardFor, findKnown, recognise, type Arriving } from './recognise.ts';
import { withoutDrafts } from './without-drafts.ts';
import { findThread, isMassMail, referencesOf, subjectKey, type Thread } from './threading.ts';

export type IngestDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly emit: (event: EngineEvent) => void;
  /** Computes the turn and reply-by of conversations anew: engine/queue/settle.ts. */
  readonly settle: (conversations: readonly ConversationId[]) => void;
  /** Own letters are read for promises: engine/commitments. Left out where a desk is only filled. */
  readonly notePromises?: NotePromises | undefined;
  /** What the desk learned of this sender: engine/learning. Left out where a desk is only filled. */
  readonly learned?: LearnedHere | undefined;
};

export type LearnedHere = (sender: string) => LearnedOfSender | null;
const nothingLearned: LearnedHere = () => null;

type Outcome = {
  readonly row: MessageRowId;
  readonly isNew: boolean;
  /** Those that became part of another one too: whoever shows them must learn that they are gone. */
  readonly touched: readonly ConversationId[];
  /** Its words are not in the index, or not as they are now. */
  readonly isUnindexed: boolean;
};

export function createIngest({
  store,
  clock,
  emit,
  settle,
  learned = nothingLearned,
  notePromises,
}: IngestDeps): Ingest {
  const sources = createSourceDesk(store);
  const storeOne = (arriving: Sourced): Outcome => {
    const card = emptyCardFor(store, arriving);
    if (card !== null) store.messages.remove(card.id);
    const known = findKnown(store, arriving);
    const outcome =
      known === null ? storeNew(store, arriving, settle, learned) : meetAgain(store, arriving, known, learned);
    return card === null ? outcome : { ...outcome, touched: [...outcome.touched, card.conversation] };
  };

  return (arrived) =>
    store.transaction(() => {
      const messages = withoutErased(store, withoutDrafts(store, arrived));
      const now = clock.now();
      const outcomes: Outcome[] = [];
      const seeAccount = accountsOf(store);
      const weigh = sources.begin();
      const read: ArrivedMessage[] = [...messages];
      for (const [index, message] of inOrderOfArrival(messages)) {
        const arriving = weigh(recognise(store, message, seeAccount(message.account), now));
        const outcome = storeOne(arriving);
        outcomes[index] = outcome;
        read[index] = arriving.message;
        if (notePromises !== undefined && arriving.isOwnCopy)
          readForPromises(store, arriving, outcome, now, notePromises);
      }
      const settled = [...new Set(outcomes.flatMap((outcome) => outcome.touched))];
      settle(settled);
      indexWords(store, outcomes, read);
      const seenAnew = sources.end(messages.map(({ account }) => account));
      if (seenAnew.length > 0) settle(seenAnew);
      const touched = [...new Set([...settled, ...seenAnew])];
      const added = outcomes.filter((outcome) => outcome.isNew);
      store.afterCommit(() => {
        const at = clock.now();
        for (const [index, { row, isNew }] of outcomes.entries()) {
          if (isNew) {
            emit({ kind: 'message-stored', message: row, messageId: messages[index]?.mail.messageId ?? null, at });
          }
        }
        if (touched.length > 0) emit({ kind: 'conversations-changed', conversations: touched });
      });
      return { rows: outcomes.map(({ row }) => row), added: added.length };
    });
}

/**
 * After all other statements, and in ascending order: FTS5 writes its buffer out at a row id below the one before it, and at
 * every savepoint, which SQLite takes for each upsert. Indexing message by message made ingest three times as slow.
 */
function indexWords(store: Store, outcomes: readonly Outcome[], messages: readonly ArrivedMessage[]): void {
  const unindexed = [...outcomes.entries()].filter(([, { isUnindexed }]) => isUnindexed);
  for (const [, { row, isNew }] of unindexed) if (!isNew) store.fullText.remove(row);
  for (const [index, { row }] of unindexed.toSorted(([, a], [, b]) => a.row - b.row)) {
    const message = messages[index];
    if (message !== undefined) store.fullText.add(row, wordsFor(message.mail, message.channel));
  }
}

const inOrderOfArrival = (messages: readonly ArrivedMessage[]): readonly (readonly [number, ArrivedMessage])[] =>
  [...messages.entries()].toSorted(([, a], [, b]) => a.at - b.at);

/** Met again, it may be known as ours only now: a copy among all mail comes before the one in Sent. */
const KNOWN_LATE_MS = 2 * DAY_MS;

function readForPromises(
  store: Store,
  { message: { mail } }: Arriving,
  { row, isNew }: Outcome,
  now: Instant,
  notePromises: NotePromises,
): void {
  const stored = store.messages.get(row);
  if (stored === null || stored.isHistory || stored.kind !== 'human' || stored.direction !== 'out') return;
  if (!isNew && now - stored.at > KNOWN_LATE_MS) return;
  const hasAttachments = mail.attachments.some(({ isInline }) => !isInline);
  notePromises({ row, conversation: stored.conversation, at: stored.at, text: mail.text, hasAttachments });
}

/** Another place of a message that is here, or the same place once more. */
function meetAgain(
  store: Store,
  { message, account, identity }: Arriving,
  known: MessageRow,
  learned: LearnedHere,
): Outcome {
  const { mail, place } = message;
  let isChanged = false;
  const home = known.account === account.id ? account.id : accountWrittenTo(store, message, known, account);
  if (home !== known.account) {
    store.messages.setAccount(known.id, home);
    if (store.conversations.get(known.conversation)?.account === known.account)
      store.conversations.setAccount(known.conversation, home);
    isChanged = true;
  }
  let isReadBetter = false;
  if (place !== null) {
    store.mailboxes.addPlace(place.mailboxId, place.uid, known.id, place.flags, place.emailId);
    const isSeen = known.isSeen || place.flags.includes('\\Seen');
    const isAnswered = known.isAnswered || place.flags.includes('\\Answered');
    if (isSeen !== known.isSeen || isAnswered !== known.isAnswered) {
      store.messages.setFlags(known.id, { isSeen, isAnswered });
      isChanged = true;
    }
    if (known.isGone) {
      store.messages.setGone(known.id, false);
      isChanged = true;
    }
  }
  if (known.note !== null && mail.note === null) {
    // What could not be read before could be read now.
    store.messages.improve(known.id, {
      identity,
      note: null,
      preview: previewFor(mail),
      signals: signalsOf(mail, known.channel, known.direction, known.isHistory, learned),
    });
    store.bodies.replace(known.id, bodyFor(mail));
    storeAttachments(store, known.id, known.conversation, mail);
    isChanged = true;
    isReadBetter = true;
  }
  return { row: known.id, isNew: false, touched: isChanged ? [known.conversation] : [], isUnindexed: isReadBetter };
}

function storeNew(store: Store, arriving: Sourced, settle: IngestDeps['settle'], learned: LearnedHere): Outcome {
  const { message, account, own, direction, identity, source } = arriving;
  const { mail, place } = message;
  const customer = sourcedPerson(source) ?? customerOf(message, direction, own);
  // Of a network's notice, what the customer himself wrote.
  const words = source?.isBelieved === true ? source.claim.text : '';
  const references = referencesOf(mail);
  const { conversation: joined, merged } = threadOf(store, arriving, customer, references);
  // Whether a date set by hand still stands depends on what came before in this very batch.
  if (joined !== null && store.conversations.get(joined)?.decisions.replyByHand != null) settle([joined]);
  const before = joined === null ? null : store.conversations.get(joined);
  const isNow = place === null && message.isDated !== true;
  const at = isNow && before !== null ? afterWhatItAnswers(arriving.at, before.lastAt) : arriving.at;
  const isHistory = message.isHistory === true || at < account.queueFrom;
  const conversation =
    before?.id ??
    store.conversations.add({
      account: account.id,
      channel: message.channel,
      customer,
      subject: mail.subject,
      baseSubject: subjectKey(mail.subject),
      at,
      decisions: isHistory ? { ...NO_DECISIONS, doneAt: at, doneBecause: 'history' } : NO_DECISIONS,
    });
  const isByHand = account.connector === 'manual';
  const found = signalsOf(
    words === '' ? mail : { ...mail, text: words },
    message.channel,
    direction,
    isHistory,
    learned,
  );
  // What a mailing asks, it asks of everybody: nobody in particular is waited for.
  const isMailing = message.conversation === undefined && isMassMail(direction, recipientsOf(mail), own);
  const judged = isMailing ? { ...found, asks: [] } : found;
  const signals = isByHand ? unjudged(judged) : judged;
  const row = store.messages.add(
    {
      conversation,
      account: account.id,
      direction,
      channel: message.channel,
      kind: mail.kind,
      messageId: mail.messageId,
      identity,
      subject: mail.subject,
      from: mail.from[0] ?? { name: '', address: '' },
      at,
      headerDate: mail.date,
      size: message.size,
      preview: words === '' ? previewFor(mail) : previewOf(words),
      signals,
      note: mail.note,
      isHistory,
      isSeen: direction === 'out' || isByHand || hasFlag(place, '\\Seen'),
      isAnswered: hasFlag(place, '\\Answered'),
    },
    { to: mail.to, cc: mail.cc, bcc: mail.bcc, 'reply-to': mail.replyTo },
    references,
  );
  store.bodies.add(row, bodyFor(mail));
  if (source !== null)
    store.sources.set(row, { source: source.claim.source, standing: source.standing, thread: source.thread });
  storeAttachments(store, row, conversation, mail);
  if (place !== null) store.mailboxes.addPlace(place.mailboxId, place.uid, row, place.flags, place.emailId);
  if (before !== null) {
    // He writes to another address of ours now: that is where the answer leaves from.
    if (direction === 'in' && at >= before.lastAt && before.account !== account.id && !isByHand)
      store.conversations.setAccount(conversation, account.id);
    const assessed = { direction, kind: mail.kind, at, isHistory, isAnswered: false, signals };
    const isYes = signals.rests?.isYes === true && saysYes(store, conversation, row);
    const decisions = decisionsAfter(before.decisions, {
      message: isYes ? { ...assessed, signals: { ...signals, isCloser: false } } : assessed,
      isNewest: at >= before.lastAt,
      turnBefore: before.turn,
      lastAtBefore: before.lastAt,
    });
    if (decisions !== before.decisions) {
      store.conversations.decide(conversation, decisions);
      trashOnServer(store, conversation, before.decisions, decisions, at);
    }
    // The customer's own way of writing his name beats what we had typed in To, and the first who wrote is the customer. A
    // bounce or an out-of-office reply is from nobody.
    const isPerson = direction === 'in' && (mail.kind === 'human' || mail.kind === 'invite');
    if (isPerson && (at < before.startedAt || !store.messages.hasOtherIncoming(conversation, row))) {
      store.conversations.setCustomer(conversation, customer);
    }
  }
  return { row, isNew: true, touched: [conversation, ...merged], isUnindexed: true };
}

function saysYes(store: Store, conversation: ConversationId, row: MessageRowId): boolean {
  const messages = store.messages.ofConversation(conversation);
  const index = messages.findIndex(({ id }) => id === row);
  const message = messages[index];
  return message !== undefined && answersOurQuestion(message, messages, index);
}

function storeAttachments(
  store: Store,
  row: MessageRowId,
  conversation: ConversationId,
  { attachments }: ArrivedMessage['mail'],
): void {
  // Of a message that could be read in part some may be here already.
  if (attachments.length === 0 || store.attachments.ofMessage(row).length > 0) return;
  for (const [position, attachment] of attachments.entries()) store.attachments.add(row, position, attachment);
  noteInvitation(store, row, attachments);
  if (attachments.some(({ isInline }) => !isInline)) store.conversations.setHasAttachments(conversation);
}

/** Only a person's new words put anybody to move; reading those of robots and history would be half of all work. */
function signalsOf(
  mail: ArrivedMessage['mail'],
  channel: Channel,
  direction: Direction,
  isHistory: boolean,
  learned: LearnedHere,
): Signals {
  if (isHistory || (mail.kind !== 'human' && mail.kind !== 'invite')) return NO_SIGNALS;
  if (direction === 'out') return signalsOfAnswer(mail);
  const hasAttachments = mail.attachments.some(({ isInline }) => !isInline);
  return findSignals({ ...mail, channel, hasAttachments }, learned(mail.from[0]?.address ?? ''));
}

const recipientsOf = ({ to, cc, bcc }: ArrivedMessage['mail']): readonly Address[] => [...to, ...cc, ...bcc];

function threadOf(
  store: Store,
  { message, account, own, direction, at, source }: Sourced,
  customer: Address,
  references: readonly string[],
): Thread {
  if (message.conversation !== undefined) return { conversation: message.conversation, merged: [] };
  const { mail } = message;
  return findThread(store, {
    account: account.id,
    messageId: mail.messageId,
    references,
    subject: mail.subject,
    customer,
    kind: mail.kind,
    at,
    ofSameThread: sourceThread(store, source, at),
    isMassMail: isMassMail(direction, recipientsOf(mail), own),
  });
}

/**
 * Our machine's clock may run behind the server's: an answer never stands before what it answers, or the clock would not
 * stop. A date from the far future on the other side is not followed.
 */
const afterWhatItAnswers = (at: Instant, lastAt: Instant): Instant =>
  lastAt >= at && lastAt - at < DAY_MS ? lastAt + 1 : at;

const hasFlag = (place: Place | null, flag: string): boolean => place?.flags.includes(flag) ?? false;
