// The evening review: one decision a conversation, until none is left. Every decision is on disk before it is answered, so that the
// review goes on where it was after a restart or a crash; nothing in it needs the network.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Decided, EveningChoice, EveningState, ReviewDecision, ReviewView } from '../../contract/evening.ts';
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import { isoDay } from '../../domain/office-hours/calendar.ts';
import { calledBy } from '../contacts/called.ts';
import { asDone, asPlanned, asSnoozed, asUndecided } from '../conversations/decide.ts';
import type { Conversations } from '../conversations/conversations.ts';
import type { Handlers } from '../host/engine.ts';
import type { Queue } from '../queue/queue.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { EveningItemRow } from '../store/evening-table.ts';
import { createLook, slotsFrom, type Look, type LookDeps } from './look.ts';
import { whatWasDecided } from './what-was-decided.ts';

export type ReviewDeps = LookDeps & {
  readonly queue: Pick<Queue, 'ours' | 'item'>;
  readonly decide: Conversations['decide'];
  readonly takeBackAnswer: Handlers['outbox.undo'];
};

type ReviewCommand =
  | 'evening.state'
  | 'evening.open'
  | 'evening.decide'
  | 'evening.skip'
  | 'evening.undo'
  | 'evening.close';

export type Review = { readonly handlers: Pick<Handlers, ReviewCommand>; readonly look: () => Look };

/** One is shown at a time; a few more so that the next is there at once. */
const SHOWN = 20;
/** The list of what was decided; the figures beside it are of all. */
const DECISIONS_SHOWN = 50;

type Settled = { readonly item: EveningItemRow; readonly decision: ReviewDecision };

export function createReview(deps: ReviewDeps): Review {
  const { store, queue, decide } = deps;
  const look = createLook(deps);
  const dayOf = ({ evening }: Look): string => isoDay(evening.day);

  /** Members of the review that are decided now, the last one first. */
  const settledOf = (seen: Look): readonly Settled[] => {
    const open = new Set(seen.undecided);
    return store.evenings
      .items(dayOf(seen))
      .filter(({ conversation }) => !open.has(conversation))
      .flatMap((item) => {
        const decision = decisionOn(item, seen.now);
        return decision === null ? [] : [{ item, decision }];
      })
      .toSorted((a, b) => (b.item.decidedAt ?? 0) - (a.item.decidedAt ?? 0) || b.item.joinedAt - a.item.joinedAt);
  };

  const decisionOn = ({ conversation, joinedAt }: EveningItemRow, now: Instant): ReviewDecision | null => {
    const row = store.conversations.get(conversation);
    const deliveries = row === null || row.turn === 'ours' ? [] : store.deliveries.ofConversation(conversation);
    const decided: Decided | null = row === null ? null : whatWasDecided(row, deliveries, joinedAt, now);
    if (row === null || decided === null) return null;
    return { conversation, who: calledBy(store, row.customer), subject: row.subject, decided };
  };

  const stateOf = (seen: Look, decided: number): EveningState => {
    const { evening, openTime, now } = seen;
    const row = store.evenings.get(dayOf(seen));
    const hours = openTime.openOn(evening.planDay);
    const isPlanToday = openTime.clock.at(now).day === evening.planDay;
    const dayEnd = Math.max(evening.planEndsAt, openTime.clock.instantOf(evening.planDay + 1, 0));
    const isSomethingPlanned = (): boolean => store.evenings.plannedBetween(evening.closedAt, dayEnd).length > 0;
    return {
      day: dayOf(seen),
      closedAt: evening.closedAt,
      isAfterClosing: evening.isAfterClosing,
      toDecide: seen.undecided.length,
      decided,
      dayClosedAt: seen.undecided.length === 0 ? (row?.closedAt ?? null) : null,
      planDay: isoDay(evening.planDay),
      opensAt: hours[0]?.from ?? null,
      hasFreshPlan: isPlanToday && row?.planSeenAt == null && (row?.closedAt != null || isSomethingPlanned()),
      until: evening.until,
    };
  };

  /**
   * Writes down who joined, who is decided and who left, and tells how it stands. Everything is read before the first word is
   * written: a transaction that begins by reading fails when the command line writes in between.
   */
  const view = (limit = SHOWN): ReviewView => {
    const seen = look();
    const day = dayOf(seen);
    const known = new Map(store.evenings.items(day).map((item) => [item.conversation, item]));
    const settled = settledOf(seen);
    const stays = new Set([...seen.undecided, ...settled.map(({ item }) => item.conversation)]);
    const joined = seen.undecided.filter((id) => !known.has(id));
    const reopened = seen.undecided.filter((id) => known.get(id)?.decidedAt != null);
    const noted = settled.filter(({ item }) => item.decidedAt === null);
    const left = [...known.keys()].filter((id) => !stays.has(id));
    const isBegun = store.evenings.get(day) !== null;
    if (!isBegun || joined.length + reopened.length + noted.length + left.length > 0) {
      store.transaction(() => {
        store.evenings.begin(day, seen.now);
        for (const id of joined) store.evenings.join(day, id, seen.now);
        for (const id of reopened) store.evenings.decide(day, id, null);
        for (const { item } of noted) store.evenings.decide(day, item.conversation, { at: seen.now, before: null });
        for (const id of left) store.evenings.leave(day, id);
      });
    }
    return {
      ...stateOf(seen, settled.length),
      undecided: skippedLast(seen.undecided, known)
        .slice(0, limit)
        .flatMap((id) => queue.item(id) ?? []),
      decisions: settled.slice(0, DECISIONS_SHOWN).map(({ decision }) => decision),
      tally: tallyOf(settled),
      slots: slotsFrom(seen, seen.evening.planDay),
      sendsAt: seen.openTime.isOpenAt(seen.now) ? null : seen.openTime.nextOpening(seen.now),
    };
  };

  /** Together with what it says in the review, or not at all. */
  const choose = (id: ConversationId, choice: EveningChoice): Result<ReviewView> => {
    if (store.conversations.get(id) === null) return failed('not-found', 'never', `conversation ${id}`);
    const seen = look();
    const day = dayOf(seen);
    const decided = store.transaction(() => {
      store.evenings.begin(day, seen.now);
      store.evenings.join(day, id, seen.now);
      const before = decide(id, (conversation) => decisionsFor(conversation, choice, seen.now));
      if (before.ok) store.evenings.decide(day, id, { at: seen.now, before: before.value });
      return before;
    });
    return decided.ok ? ok(view()) : decided;
  };

  const takeBack: Handlers['evening.undo'] = async ({ conversation }) => {
    const seen = look();
    const all = settledOf(seen);
    const one = conversation === null ? all[0] : all.find(({ item }) => item.conversation === conversation);
    if (one === undefined) return failed('not-possible-now', 'user', 'nothing was decided that could be taken back');
    const { conversation: id, before } = one.item;
    const day = dayOf(seen);
    if (one.decision.decided.kind === 'answer') {
      const waiting = store.deliveries.ofConversation(id).findLast(({ state }) => state === 'queued');
      if (waiting === undefined) return failed('not-possible-now', 'never', 'the answer has left');
      const undone = await deps.takeBackAnswer({ id: waiting.id });
      if (!undone.ok) return undone;
      store.evenings.decide(day, id, null);
      return ok({ conversation: id, text: undone.value.draft?.text ?? null });
    }
    return store.transaction(() => {
      const restored = decide(id, ({ decisions }) => ok(before ?? asUndecided(decisions)));
      if (!restored.ok) return restored;
      store.evenings.decide(day, id, null);
      return ok({ conversation: id, text: null });
    });
  };

  return {
    look,
    handlers: {
      'evening.state': () => {
        const seen = look();
        return ok(stateOf(seen, settledOf(seen).length));
      },
      'evening.open': ({ limit }) => ok(view(limit)),
      'evening.decide': ({ conversation, choice }) => choose(conversation, choice),
      'evening.skip': ({ conversation }) => {
        const seen = look();
        store.evenings.skip(dayOf(seen), conversation, seen.now);
        return ok(view());
      },
      'evening.undo': takeBack,
      'evening.close': () => {
        const seen = view();
        if (seen.toDecide > 0) {
          const count = String(seen.toDecide);
          return failed('not-all-decided', 'user', `${count} are still to be decided`, { count });
        }
        store.evenings.setClosed(seen.day, look().now);
        return ok(view());
      },
    },
  };
}

function decisionsFor(conversation: ConversationRow, choice: EveningChoice, now: Instant) {
  switch (choice.kind) {
    case 'plan':
      return asPlanned(conversation, choice.at, choice.replyBy, now);
    case 'later':
      return asSnoozed(conversation, choice.until, choice.replyBy, now);
    case 'no-answer':
      return ok(asDone(conversation, 'no-answer', now));
  }
}

function tallyOf(settled: readonly Settled[]): ReviewView['tally'] {
  const tally: Partial<Record<Decided['kind'], number>> = {};
  for (const { decision } of settled) tally[decision.decided.kind] = (tally[decision.decided.kind] ?? 0) + 1;
  return tally;
}

function skippedLast(
  undecided: readonly ConversationId[],
  known: ReadonlyMap<ConversationId, EveningItemRow>,
): readonly ConversationId[] {
  const skippedAt = (id: ConversationId): Instant => known.get(id)?.skippedAt ?? 0;
  return undecided.toSorted((a, b) => skippedAt(a) - skippedAt(b));
}
