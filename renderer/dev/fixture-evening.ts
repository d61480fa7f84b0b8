// The evening and the day plan of the fixture desk: what is decided here is remembered until the page is left.
import { failed, ok } from '../../main/contract/errors.ts';
import type {
  Decided,
  DayPlanView,
  EveningChoice,
  EveningState,
  PlanLine,
  ReviewView,
} from '../../main/contract/evening.ts';
import type { DeliveryView, QueueItem } from '../../main/contract/views.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../../main/domain/instant.ts';
import { freeSlots, holesIn } from '../../main/domain/evening/free-slots.ts';
import type { Scene } from './fixture-scenes.ts';

/** Tuesday 12 May, 17:30 and Wednesday 13 May, 9:00 in Brussels. */
const CLOSED_AT = Date.parse('2026-05-12T15:30:00Z');
const OPENS_AT = Date.parse('2026-05-13T07:00:00Z');
const HOURS = [
  { from: OPENS_AT, until: OPENS_AT + 3.5 * HOUR_MS },
  { from: OPENS_AT + 4.5 * HOUR_MS, until: OPENS_AT + 8.5 * HOUR_MS },
];

type EveningDeps = {
  readonly scene: Scene;
  readonly items: () => readonly QueueItem[];
  readonly deliveries: () => readonly DeliveryView[];
  readonly takeBack: (delivery: number) => string;
  readonly onDecided: (conversation: number) => void;
};

export function createFixtureEvening({ scene, items, deliveries, takeBack, onDecided }: EveningDeps) {
  const isEvening = scene === 'evening' || scene === 'evening-done';
  const made = new Map<number, Decided>();
  const order: number[] = [];
  const skipped: number[] = [];
  let closedAt: Instant | null = null;
  let isBegun = scene !== 'evening-done';

  function members(): readonly QueueItem[] {
    return items().filter(({ conversation }) => conversation <= 7);
  }
  /** Not before somebody looks: the desk's items are not there yet. */
  function begin(): void {
    if (isBegun) return;
    isBegun = true;
    for (const [index, { conversation }] of members().entries()) {
      remember(conversation, FIRST[index % FIRST.length] ?? { kind: 'no-answer' });
    }
  }
  function remember(conversation: number, decided: Decided): void {
    made.set(conversation, decided);
    order.unshift(conversation);
  }
  const decisionOn = (conversation: number): Decided | null => {
    const delivery = deliveries().find((one) => one.conversation === conversation && one.state === 'queued');
    return delivery !== undefined ? { kind: 'answer', leavesAt: delivery.leavesAt } : (made.get(conversation) ?? null);
  };
  const plannedAt = (conversation: number): Instant | null => {
    const decided = made.get(conversation);
    return decided?.kind === 'plan' ? decided.at : null;
  };
  const undecided = (): readonly QueueItem[] =>
    members()
      .filter(({ conversation }) => decisionOn(conversation) === null)
      .toSorted((a, b) => skipped.indexOf(a.conversation) - skipped.indexOf(b.conversation));
  const state = (): EveningState => {
    begin();
    const toDecide = undecided().length;
    return {
      day: '2026-05-12',
      closedAt: isEvening ? CLOSED_AT : CLOSED_AT - DAY_MS,
      isAfterClosing: isEvening,
      toDecide,
      decided: members().length - toDecide,
      dayClosedAt: toDecide === 0 ? closedAt : null,
      planDay: '2026-05-13',
      opensAt: OPENS_AT,
      hasFreshPlan: scene === 'morning',
      until: OPENS_AT,
    };
  };
  const taken = (): readonly Instant[] => plan().planned.map(({ at }) => at);
  const review = (): ReviewView => {
    begin();
    const decisions = members()
      .flatMap(({ conversation, who, subject }) => {
        const decided = decisionOn(conversation);
        return decided === null ? [] : [{ conversation, who, subject, decided }];
      })
      .toSorted((a, b) => order.indexOf(a.conversation) - order.indexOf(b.conversation));
    const tally: Partial<Record<Decided['kind'], number>> = {};
    for (const { decided } of decisions) tally[decided.kind] = (tally[decided.kind] ?? 0) + 1;
    return {
      ...state(),
      undecided: undecided(),
      decisions,
      tally,
      slots: freeSlots(HOURS, taken(), 0).slice(0, 6),
      sendsAt: isEvening ? OPENS_AT : null,
    };
  };
  const plan = (): DayPlanView => {
    const planned = items()
      .flatMap((item): readonly PlanLine[] => {
        const at = plannedAt(item.conversation) ?? (scene === 'morning' ? (MORNING[item.conversation] ?? null) : null);
        if (at === null) return [];
        const { conversation, who, subject, channel, section, replyBy } = item;
        return [
          {
            conversation,
            at,
            who,
            subject,
            channel,
            section,
            replyBy,
            isDone: section === 'done' || (scene === 'morning' && conversation === 5),
          },
        ];
      })
      .toSorted((a, b) => a.at - b.at);
    const others = items().filter(({ conversation }) => !planned.some((one) => one.conversation === conversation));
    const now = scene === 'morning' ? OPENS_AT - 20 * MINUTE_MS : 0;
    return {
      day: '2026-05-13',
      isToday: scene === 'morning',
      hours: HOURS,
      planned,
      leaving: deliveries()
        .filter(({ leavesAt, state: stands }) => leavesAt >= OPENS_AT && stands === 'queued')
        .map(({ id, conversation, subject, leavesAt, state: stands }) => ({
          delivery: id,
          conversation,
          who: items().find((item) => item.conversation === conversation)?.who ?? '',
          subject,
          leavesAt,
          state: stands,
        })),
      waking: others
        .filter(({ section }) => section === 'snoozed')
        .slice(0, 1)
        .map(({ conversation, who, subject }) => ({ conversation, who, subject, until: OPENS_AT + 2 * HOUR_MS })),
      promised: scene === 'morning' ? PROMISED : [],
      due: others
        .filter(({ section }) => section === 'overdue' || section === 'now')
        .flatMap(({ conversation, who, subject, replyBy }) =>
          replyBy === null ? [] : [{ conversation, who, subject, replyBy }],
        ),
      dueTotal: others.filter(({ section }) => section === 'overdue' || section === 'now').length,
      holes: holesIn(
        HOURS,
        planned.map(({ at }) => at),
        now,
      ),
      slots: freeSlots(
        HOURS,
        planned.map(({ at }) => at),
        now,
      ).slice(0, 6),
      before: '2026-05-12',
      after: '2026-05-14',
    };
  };

  return {
    plannedAt,
    handlers: {
      'evening.state': () => ok(state()),
      'evening.open': () => ok(review()),
      'evening.decide': ({
        conversation,
        choice,
      }: {
        readonly conversation: number;
        readonly choice: EveningChoice;
      }) => {
        remember(conversation, asDecided(choice));
        onDecided(conversation);
        return ok(review());
      },
      'evening.skip': ({ conversation }: { readonly conversation: number }) => {
        skipped.push(conversation);
        return ok(review());
      },
      'evening.undo': ({ conversation }: { readonly conversation: number | null }) => {
        const id = conversation ?? review().decisions[0]?.conversation;
        if (id === undefined) return failed('not-possible-now', 'user', 'fixture');
        made.delete(id);
        closedAt = null;
        const delivery = deliveries().find((one) => one.conversation === id && one.state === 'queued');
        return ok({ conversation: id, text: delivery === undefined ? null : takeBack(delivery.id) });
      },
      'evening.close': () => {
        closedAt = CLOSED_AT + 3.5 * HOUR_MS;
        return ok(review());
      },
      'dayPlan.open': () => ok(plan()),
      'dayPlan.seen': () => ok(null),
      'dayPlan.calendar': () => ok(''),
    },
    /** Planned from the desk. */
    plan: (conversation: number, at: Instant | null): void => {
      if (at === null) made.delete(conversation);
      else remember(conversation, { kind: 'plan', at });
    },
  };
}

const FIRST: readonly Decided[] = [
  { kind: 'plan', at: OPENS_AT },
  { kind: 'plan', at: OPENS_AT + 15 * MINUTE_MS },
  { kind: 'later', until: OPENS_AT + DAY_MS },
  { kind: 'no-answer' },
];
const PROMISED = [
  {
    commitment: 1,
    conversation: 11,
    who: 'Nathalie Maes',
    words: 'ik bezorg je de offerte woensdag voor de middag',
    dueAt: OPENS_AT + 3 * HOUR_MS,
  },
] as const;
const MORNING: Readonly<Record<number, Instant>> = {
  1: OPENS_AT,
  2: OPENS_AT + 15 * MINUTE_MS,
  4: OPENS_AT + HOUR_MS,
  5: OPENS_AT + 5 * HOUR_MS,
};

function asDecided(choice: EveningChoice): Decided {
  switch (choice.kind) {
    case 'plan':
      return { kind: 'plan', at: choice.at };
    case 'later':
      return { kind: 'later', until: choice.until };
    case 'no-answer':
      return { kind: 'no-answer' };
  }
}
