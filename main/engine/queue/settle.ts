// Puts conversations in their place after anything about them changed: gathers messages and decisions, has the domain decide
// turn, clock and facts for the rank, and writes what follows. Everything it writes can be made again from the rest.
import type { ConversationId } from '../../contract/views.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Channel, Language } from '../../domain/conversation/message.ts';
import type { Signals } from '../../domain/conversation/signals.ts';
import { createOpenTime } from '../../domain/office-hours/open-time.ts';
import type { OfficeHours } from '../../domain/office-hours/office-hours.ts';
import type { FollowUp } from '../../domain/follow-up/follow-up.ts';
import { HOUR_MS, type Instant } from '../../domain/instant.ts';
import { assess, type Assessment } from '../../domain/queue/assess.ts';
import { ASK_POINTS, MOST_EARLIER, type RankFacts } from '../../domain/queue/rank.ts';
import { whyHere, type WhyHere } from '../../domain/queue/why-here.ts';
import { chooseReplyBy, type ReplyBySources } from '../../domain/reply-by/choose-reply-by.ts';
import { WARN_SHARE } from '../../domain/reply-by/reply-by.ts';
import { subjectKey } from '../ingest/threading.ts';
import type { ConversationClock, ConversationRow, ConversationSummary } from '../store/conversation-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Clock } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { settleCommitments, type OpenCommitment } from '../commitments/settle-commitments.ts';
import { countingMessages } from './counting-messages.ts';
import { watchAnswer } from './watch-answer.ts';

export type SettleDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: {
    readonly get: () => Pick<Settings, 'targets' | 'followUp' | 'tagsFirst'>;
    readonly officeHours: (now: Instant) => OfficeHours;
  };
  /** Told of every conversation asked about, also of those that are no longer there. */
  readonly onSettled: (conversations: readonly ConversationId[]) => void;
};

export type Settle = (conversations: readonly ConversationId[]) => void;

/** What rank needs of the messages, kept with the conversation so that an order over all needs no message. */
export type StoredFacts = Pick<
  RankFacts,
  | 'ask'
  | 'answer'
  | 'moneyOrDate'
  | 'unanswered'
  | 'earlier'
  | 'isVip'
  | 'tag'
  | 'followUp'
  | 'commitment'
  | 'windowClosesAt'
> & {
  readonly why: WhyHere | null;
  /** Working time of the target that the clock runs against; null where none does. */
  readonly targetMinutes: number | null;
};
export const NO_FACTS: StoredFacts = {
  ask: null,
  answer: null,
  why: null,
  moneyOrDate: null,
  unanswered: 0,
  earlier: 0,
  isVip: false,
  tag: null,
  followUp: null,
  commitment: null,
  windowClosesAt: null,
  targetMinutes: null,
};
const NO_FACTS_TEXT = '[]';

export const factsFromText = (text: string): StoredFacts =>
  // Facts that an older version wrote know fewer names.
  text === NO_FACTS_TEXT ? NO_FACTS : { ...NO_FACTS, ...(JSON.parse(text) as Partial<StoredFacts>) };

/** May be called inside a transaction; opens one itself otherwise. */
export function createSettle({ store, clock, settings, onSettled }: SettleDeps): Settle {
  const settleOne = (id: ConversationId, hours: OfficeHours, ownAddresses: ReadonlySet<string>) => {
    const conversation = store.conversations.get(id);
    if (conversation === null) return;
    const messages = store.messages.ofConversation(id);
    if (messages.length === 0) {
      // Its only message was taken back.
      store.conversations.remove(id);
      return;
    }
    const isOwnMail = ownAddresses.has(conversation.customer.address);
    const { targets, followUp, tagsFirst } = settings.get();
    const counting = countingMessages(store, id, messages);
    const promised = settleCommitments(store, conversation, counting);
    const assessment = assess(counting, conversation.decisions, isOwnMail, promised?.madeAt ?? null);
    const [asked] = assessment.unanswered;
    const owed: Owed = {
      commitment: promised?.dueAt ?? null,
      acknowledgement: asked === undefined ? null : store.acknowledgements.statedIn(id, asked.at),
      windowClosesAt: windowClosesAt(counting, targets[conversation.channel]),
    };
    const watched = { conversation, messages: counting, assessment, isOwnMail };
    const watch = watchAnswer(store, watched, followUp.workingDays, createOpenTime(hours));
    if (conversation.decisions.doneAt !== null && !assessment.isDone) {
      store.conversations.decide(id, { ...conversation.decisions, doneAt: null, doneBecause: null });
    }
    store.conversations.settle(
      id,
      summaryOf(messages, conversation),
      clockOf(
        conversation,
        assessment,
        targets,
        hours,
        owed,
        gatherFacts(store, conversation, assessment, watch, {
          targets,
          tagsFirst,
          promised,
          windowClosesAt: owed.windowClosesAt,
          why: whyHere(counting, conversation.decisions, isOwnMail, assessment),
        }),
      ),
    );
  };
  return (conversations) => {
    if (conversations.length === 0) return;
    store.transaction(() => {
      const hours = createOpenTime(settings.officeHours(clock.now()));
      const ownAddresses = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
      for (const id of new Set(conversations)) settleOne(id, hours, ownAddresses);
    });
    onSettled(conversations);
  };
}

function summaryOf(messages: readonly MessageRow[], before: ConversationRow): ConversationSummary {
  const first = messages[0];
  const last = messages.at(-1);
  // What the customer said tells more than that we received it.
  const telling = messages.findLast(({ direction, kind }) => direction === 'in' || kind !== 'auto-reply') ?? last;
  const subject = first?.subject ?? '';
  return {
    subject,
    baseSubject: subject === before.subject ? before.baseSubject : subjectKey(subject),
    language: languageOf(messages),
    preview: telling?.preview ?? '',
    messages: messages.length,
    unread: messages.filter(({ direction, isSeen }) => direction === 'in' && !isSeen).length,
    startedAt: first?.at ?? 0,
    lastAt: last?.at ?? 0,
  };
}

/** The language the customer wrote in last. */
const languageOf = (messages: readonly MessageRow[]): Language | null =>
  messages.findLast(({ direction, signals }) => direction === 'in' && signals.language !== null)?.signals.language ??
  null;

function gatherFacts(
  store: Store,
  conversation: ConversationRow,
  assessment: Assessment<MessageRow>,
  followUp: FollowUp | null,
  known: {
    readonly targets: Targets;
    readonly tagsFirst: readonly string[];
    readonly promised: OpenCommitment | null;
    readonly windowClosesAt: Instant | null;
    readonly why: WhyHere | null;
  },
): StoredFacts {
  const { turn, isDone, unanswered } = assessment;
  if (isDone) return NO_FACTS;
  const { why } = known;
  if (turn !== 'ours' && followUp === null) return why === null ? NO_FACTS : { ...NO_FACTS, why };
  const { address } = conversation.customer;
  return {
    ...saidIn(unanswered.map(({ signals }) => signals)),
    ...(why?.kind === 'moved' ? { answer: null } : {}),
    why,
    followUp,
    commitment: known.promised === null ? null : { words: known.promised.words, dueAt: known.promised.dueAt },
    windowClosesAt: turn === 'ours' ? known.windowClosesAt : null,
    targetMinutes: unanswered.length === 0 ? null : targetMinutesOf(known.targets, conversation, assessment),
    unanswered: unanswered.length,
    earlier: earlierOf(store, address, conversation.startedAt),
    isVip: store.contacts.isVip(address),
    tag: firstTag(store, address, known.tagsFirst),
  };
}

/** Under whichever of his addresses. */
const earlierOf = ({ contacts, conversations }: Store, address: string, before: Instant): number =>
  contacts
    .handlesOf(address)
    .reduce((sum, one) => Math.min(MOST_EARLIER, sum + conversations.earlierWith(one, before, MOST_EARLIER)), 0);

function firstTag({ contacts }: Store, address: string, tagsFirst: readonly string[]): string | null {
  if (tagsFirst.length === 0) return null;
  return contacts.told(address)?.tags.find((tag) => tagsFirst.includes(tag.toLowerCase())) ?? null;
}

/** The weightiest ask, or how it reads where nothing was asked outright, and the last amount or date named. */
function saidIn(signals: readonly Signals[]): Pick<StoredFacts, 'ask' | 'answer' | 'moneyOrDate'> {
  const ask = signals
    .flatMap(({ asks }) => asks)
    .reduce<StoredFacts['ask']>(
      (best, one) => (best && ASK_POINTS[best.kind] >= ASK_POINTS[one.kind] ? best : one),
      null,
    );
  const answer = signals.reduce<StoredFacts['answer']>(
    (most, one) => (one.answer !== undefined && one.answer.score > (most?.score ?? -1) ? one.answer : most),
    null,
  );
  const named = signals.findLast(({ money, date }) => money !== null || date !== null);
  return { ask, answer: ask === null ? answer : null, moneyOrDate: named?.money ?? named?.date ?? null };
}

type Targets = Settings['targets'];

/** Of the route by which it was asked: who mailed first and calls now waits on the phone. */
function targetMinutesOf(
  targets: Targets,
  { channel }: Pick<ConversationRow, 'channel'>,
  { isAnsweredBefore, unanswered }: Assessment<MessageRow>,
): number {
  const { firstMinutes, nextMinutes } = targets[unanswered[0]?.channel ?? channel];
  return isAnsweredBefore ? nextMinutes : firstMinutes;
}

/** Networks count by the clock on the wall, from the last word of the customer. */
function windowClosesAt(messages: readonly MessageRow[], { windowHours = null }: Targets[Channel]): Instant | null {
  if (windowHours === null) return null;
  const last = messages.findLast(({ direction, kind }) => direction === 'in' && kind === 'human');
  return last === undefined ? null : last.at + windowHours * HOUR_MS;
}

/** What settles the reply-by beside the target and the owner's hand. */
type Owed = Pick<ReplyBySources, 'commitment' | 'acknowledgement' | 'windowClosesAt'>;

function clockOf(
  before: ConversationRow,
  assessment: Assessment<MessageRow>,
  targets: Targets,
  hours: OfficeHours,
  owed: Owed,
  facts: StoredFacts,
): ConversationClock {
  const { turn, isFyi, waitingSince, unanswered } = assessment;
  const isSameClock = before.waitingSince === waitingSince && waitingSince !== null;
  const usedUntil = isSameClock ? before.usedUntil : null;
  const usedMinutes = isSameClock ? before.usedMinutes : 0;
  const kept = { turn, isFyi, waitingSince, usedUntil, usedMinutes, followUpAt: facts.followUp?.at ?? null };
  const factsText = facts === NO_FACTS ? NO_FACTS_TEXT : JSON.stringify(facts);
  if (waitingSince === null) return { ...kept, replyBy: null, replyByFrom: null, warnAt: null, facts: factsText };
  const openTime = createOpenTime(hours);
  const targetMinutes = targetMinutesOf(targets, before, assessment);
  // Used up before the hours were edited: that moment is past, and stays where it was. Where something else than the target
  // set the moment we have, all we know is that it was before the edit.
  const dueAfter = (minutes: number, already: Instant | null): Instant | null =>
    usedUntil !== null && minutes <= usedMinutes
      ? ((before.replyByFrom === 'target' ? already : null) ?? usedUntil)
      : openTime.addMinutes(usedUntil ?? waitingSince, minutes - usedMinutes);
  const chosen = chooseReplyBy({
    ...owed,
    hand: before.decisions.replyByHand,
    // A promise alone has its own moment.
    target: unanswered.length === 0 ? null : dueAfter(targetMinutes, before.replyBy),
  });
  if (chosen === null) return { ...kept, replyBy: null, replyByFrom: null, warnAt: null, facts: factsText };
  const warnAt =
    chosen.from === 'target'
      ? dueAfter(targetMinutes * WARN_SHARE, before.warnAt)
      : openTime.addMinutes(waitingSince, openTime.minutesBetween(waitingSince, chosen.at) * WARN_SHARE);
  const isUseful = chosen.from === 'target' || (warnAt !== null && warnAt < chosen.at);
  return { ...kept, replyBy: chosen.at, replyByFrom: chosen.from, warnAt: isUseful ? warnAt : null, facts: factsText };
}
