// The plan of one working day: what the owner planned with its time, what leaves by itself, what wakes, what is due, and where there
// is room. Everything is asked anew at each look; nothing of it is stored here.
import { ok } from '../../contract/errors.ts';
import type { DayPlanView, DueLine, LeavingLine, PlanLine, PromisedLine, WakingLine } from '../../contract/evening.ts';
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import { planningHours, spanOfDay, workingDayBeside } from '../../domain/evening/closing.ts';
import { holesIn } from '../../domain/evening/free-slots.ts';
import { planStands } from '../../domain/evening/plan-stands.ts';
import { isoDay, parseIsoDay, type Day } from '../../domain/office-hours/calendar.ts';
import { calledBy } from '../contacts/called.ts';
import type { Handlers } from '../host/engine.ts';
import type { Queue } from '../queue/queue.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { Store } from '../store/store.ts';
import { slotsFrom, type Look } from './look.ts';

export type DayPlanDeps = {
  readonly store: Store;
  readonly queue: Pick<Queue, 'ours' | 'item'>;
  readonly look: () => Look;
};

export type DayPlan = {
  readonly handlers: Pick<Handlers, 'dayPlan.open' | 'dayPlan.seen'>;
  readonly of: (day: string | null) => DayPlanView;
};

/** More than this is not a plan for a day; the queue has them all. */
const DUE_SHOWN = 40;
const DELIVERIES_LOOKED_AT = 200;
const PROMISES_LOOKED_AT = 200;

export function createDayPlan({ store, queue, look }: DayPlanDeps): DayPlan {
  const nameOf = ({ customer }: ConversationRow): string => calledBy(store, customer);

  const planLine = (id: ConversationId): readonly PlanLine[] => {
    const item = queue.item(id);
    const row = store.conversations.get(id);
    const planned = row?.decisions.planned ?? null;
    if (item === null || row === null || planned === null) return [];
    const { turn, waitingSince, lastAt, decisions } = row;
    const isDone = !planStands(planned, { turn, isDone: decisions.doneAt !== null, waitingSince, lastAt });
    const { who, subject, channel, section, replyBy } = item;
    return [{ conversation: id, at: planned.at, who, subject, channel, section, replyBy, isDone }];
  };

  const leavingIn = (from: Instant, until: Instant): readonly LeavingLine[] =>
    store.deliveries
      .list(DELIVERIES_LOOKED_AT)
      .filter(({ sendAt, leavesAt }) => sendAt !== null && leavesAt >= from && leavesAt < until)
      .flatMap(({ id, conversation, subject, leavesAt, state }) => {
        const row = store.conversations.get(conversation);
        return row === null ? [] : [{ delivery: id, conversation, who: nameOf(row), subject, leavesAt, state }];
      })
      .toSorted((a, b) => a.leavesAt - b.leavesAt || a.delivery - b.delivery);

  const wakingIn = (from: Instant, until: Instant): readonly WakingLine[] =>
    store.evenings.wakingBetween(from, until).flatMap((id) => {
      const row = store.conversations.get(id);
      if (row === null || row.decisions.snoozedUntil === null) return [];
      return [{ conversation: id, who: nameOf(row), subject: row.subject, until: row.decisions.snoozedUntil }];
    });

  const promisedBy = (after: Instant, until: Instant): readonly PromisedLine[] =>
    store.commitments
      .list('open', after, PROMISES_LOOKED_AT, 0)
      .filter(({ dueAt }) => dueAt > after && dueAt <= until)
      .map(({ id, conversation, customer, words, dueAt }) => ({
        commitment: id,
        conversation,
        who: calledBy(store, customer),
        words,
        dueAt,
      }));

  /** In the order in which they fall due. */
  const dueBy = (after: Instant, until: Instant, except: ReadonlySet<ConversationId>) =>
    queue
      .ours()
      .flatMap(({ entries }) => entries)
      .flatMap(({ id, facts: { replyBy } }) =>
        replyBy !== null && replyBy > after && replyBy <= until && !except.has(id) ? [{ id, replyBy }] : [],
      )
      .toSorted((a, b) => a.replyBy - b.replyBy || a.id - b.id);

  const of = (wanted: string | null): DayPlanView => {
    const seen = look();
    const { now, openTime, evening } = seen;
    const day: Day = (wanted === null ? null : parseIsoDay(wanted)) ?? evening.planDay;
    const { from, until } = spanOfDay(day, openTime);
    const hours = planningHours(day, openTime);
    const planned = store.evenings.plannedBetween(from, until).flatMap(planLine);
    const waking = wakingIn(from, until);
    // What is late already belongs to the first day on which something can be done about it.
    const dueAfter = day <= evening.planDay ? 0 : from;
    const promised = promisedBy(dueAfter, until);
    const apart = new Set([...planned, ...waking, ...promised].map(({ conversation }) => conversation));
    const due = dueBy(dueAfter, until, apart);
    const neighbour = (step: 1 | -1): string | null => {
      const beside = workingDayBeside(day, step, openTime);
      return beside === null ? null : isoDay(beside);
    };
    return {
      day: isoDay(day),
      isToday: openTime.clock.at(now).day === day,
      hours,
      planned,
      leaving: leavingIn(from, until),
      waking,
      promised,
      due: due.slice(0, DUE_SHOWN).flatMap(({ id, replyBy }): readonly DueLine[] => {
        const row = store.conversations.get(id);
        return row === null ? [] : [{ conversation: id, who: nameOf(row), subject: row.subject, replyBy }];
      }),
      dueTotal: due.length,
      holes: holesIn(
        hours,
        planned.map(({ at }) => at),
        Math.max(from, now),
      ),
      slots: slotsFrom(seen, Math.max(day, evening.planDay)),
      before: neighbour(-1),
      after: neighbour(1),
    };
  };

  return {
    of,
    handlers: {
      'dayPlan.open': ({ day }) => ok(of(day)),
      'dayPlan.seen': () => {
        const { now, evening } = look();
        const day = isoDay(evening.day);
        store.transaction(() => {
          store.evenings.begin(day, now);
          store.evenings.setPlanSeen(day, now);
        });
        return ok(null);
      },
    },
  };
}
