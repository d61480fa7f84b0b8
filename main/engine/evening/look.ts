// How this evening stands at one moment: which day closed, what still needs a decision in the order of the queue, and what the owner
// planned. Reads only; the rules are domain/evening.
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import { eveningAt, planningHours, type Evening } from '../../domain/evening/closing.ts';
import { freeSlots } from '../../domain/evening/free-slots.ts';
import { needsDecision } from '../../domain/evening/needs-decision.ts';
import { planStands } from '../../domain/evening/plan-stands.ts';
import type { Day } from '../../domain/office-hours/calendar.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { assess } from '../../domain/queue/assess.ts';
import type { Planned } from '../../domain/queue/decisions.ts';
import { countingMessages } from '../queue/counting-messages.ts';
import type { Queue } from '../queue/queue.ts';
import type { QueueEntry } from '../queue/queue-order.ts';
import type { Store } from '../store/store.ts';

export type Look = {
  readonly now: Instant;
  readonly openTime: OpenTime;
  readonly evening: Evening;
  readonly undecided: readonly ConversationId[];
  /** Every plan of what is not done, whether it still stands or not. */
  readonly plans: ReadonlyMap<ConversationId, Planned>;
};

export type LookDeps = {
  readonly store: Store;
  readonly clock: { readonly now: () => Instant };
  readonly settings: { readonly officeHours: (now: Instant) => OpenTime };
  readonly queue: Pick<Queue, 'ours'>;
};

/** Whose messages were read, beyond which all are forgotten: far more than come in on an evening. */
const MOST_REMEMBERED = 5_000;
/** As many free quarters as a sheet holds. */
const SLOTS = 6;
/** Slots are sought over so many days: a long weekend, and a day that is full. */
const SLOT_DAYS = 14;

export function createLook({ store, clock, settings, queue }: LookDeps): () => Look {
  /** Reading the messages of a conversation at each look would be most of its time. */
  const asked = new Map<ConversationId, { readonly of: string; readonly at: Instant | null }>();

  const newestAsk = ({ id, lastAt, facts }: QueueEntry): Instant | null => {
    const of = `${lastAt} ${facts.waitingSince} ${facts.unanswered}`;
    const known = asked.get(id);
    if (known?.of === of) return known.at;
    const conversation = store.conversations.get(id);
    if (conversation === null) return null;
    const isOwnMail = store.accounts.list().some(({ addresses }) => addresses.includes(conversation.customer.address));
    const messages = countingMessages(store, id, store.messages.ofConversation(id));
    const at = assess(messages, conversation.decisions, isOwnMail).unanswered.at(-1)?.at ?? null;
    if (asked.size >= MOST_REMEMBERED) asked.clear();
    asked.set(id, { of, at });
    return at;
  };

  return () => {
    const now = clock.now();
    const openTime = settings.officeHours(now);
    const evening = eveningAt(now, openTime);
    const plans = store.evenings.plans();
    const undecided: ConversationId[] = [];
    for (const { section, entries } of queue.ours()) {
      for (const entry of entries) {
        const plan = plans.get(entry.id);
        const planned = plan !== undefined && planStands(plan, { ...entry.facts, lastAt: entry.lastAt }) ? plan : null;
        // What is older than both cannot have arrived since: no need to read it.
        const isRecent = entry.lastAt > Math.min(evening.closedAt, planned?.seenUntil ?? Infinity);
        const askedAt = isRecent ? newestAsk(entry) : null;
        if (needsDecision({ section, askedAt, replyBy: entry.facts.replyBy, planned }, evening))
          undecided.push(entry.id);
      }
    }
    return { now, openTime, evening, undecided, plans };
  };
}

/** Free quarters of an hour of that day; when it is full or over, of the working days after it. */
export function slotsFrom({ now, openTime, plans }: Look, from: Day): readonly Instant[] {
  const taken = [...plans.values()].map(({ at }) => at);
  const slots: Instant[] = [];
  for (let day = from; day < from + SLOT_DAYS && slots.length < SLOTS; day += 1) {
    slots.push(...freeSlots(planningHours(day, openTime), taken, now + 1));
  }
  return slots.slice(0, SLOTS);
}
