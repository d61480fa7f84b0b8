// The report: gathers the answers of a period from the stored conversations and has the domain make figures of them. Measured by
// the office hours and targets as they are set now, also for what was answered under others.
import type { AnswersWanted, AnswerView, ReportPeriod, ReportView } from '../../contract/report.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ConversationId } from '../../contract/views.ts';
import { figuresOf, type Answered } from '../../domain/figures/figures.ts';
import { waitsOf } from '../../domain/figures/waits.ts';
import { HOUR_MS, type Instant } from '../../domain/instant.ts';
import { weekdayIndex } from '../../domain/office-hours/calendar.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { calledBy } from '../contacts/called.ts';
import type { Clock, Timers } from '../ports/ports.ts';
import { countingMessages } from '../queue/counting-messages.ts';
import type { Store } from '../store/store.ts';

export type ReportDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly settings: {
    readonly get: () => Pick<Settings, 'targets'>;
    readonly officeHours: (now: Instant) => OpenTime;
  };
};

export type Report = {
  readonly figures: (period: ReportPeriod) => Promise<ReportView>;
  readonly answers: (wanted: AnswersWanted) => Promise<readonly AnswerView[]>;
  /** In the order in which they were given. */
  readonly allAnswers: (period: ReportPeriod) => Promise<readonly AnswerView[]>;
};

/** Conversations gone through at a stretch: some 10 ms, so that nobody who works meanwhile waits. */
const SLICE = 100;

type FoundAnswer = AnswerView & Pick<Answered, 'weekday' | 'hour'>;

export function createReport({ store, clock, timers, settings }: ReportDeps): Report {
  const gather = async (period: ReportPeriod): Promise<readonly FoundAnswer[]> => {
    const openTime = settings.officeHours(clock.now());
    const { targets } = settings.get();
    const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
    const ids = store.conversations.activeSince(period.from);
    const found: FoundAnswer[] = [];
    for (let at = 0; at < ids.length; at += SLICE) {
      if (at > 0) await new Promise<void>((resolve) => void timers.after(0, resolve));
      for (const id of ids.slice(at, at + SLICE))
        found.push(...answersIn(store, id, { period, openTime, targets, own }));
    }
    return found.toSorted((a, b) => a.answeredAt - b.answeredAt || a.message - b.message);
  };
  return {
    figures: async (period) => figuresOf(await gather(period)),
    answers: async ({ channel, weekday, hour, isInTime, limit, ...period }) => {
      const all = await gather(period);
      const fitting = all.filter(
        (answer) =>
          (channel === null || answer.channel === channel) &&
          (weekday === null || answer.weekday === weekday) &&
          (hour === null || answer.hour === hour) &&
          (isInTime === null || answer.isInTime === isInTime),
      );
      return fitting
        .toSorted((a, b) => b.minutes - a.minutes)
        .slice(0, limit)
        .map(viewOf);
    },
    allAnswers: async (period) => (await gather(period)).map(viewOf),
  };
}

type Measure = {
  readonly period: ReportPeriod;
  readonly openTime: OpenTime;
  readonly targets: Settings['targets'];
  readonly own: ReadonlySet<string>;
};

function answersIn(store: Store, id: ConversationId, { period, openTime, targets, own }: Measure): FoundAnswer[] {
  const conversation = store.conversations.get(id);
  // A conversation with ourselves, and one that the owner put aside, waits for nobody.
  if (conversation === null || own.has(conversation.customer.address) || conversation.decisions.sortedAs === 'fyi') {
    return [];
  }
  const { customer, subject, decisions } = conversation;
  const messages = countingMessages(store, id, store.messages.ofConversation(id));
  return waitsOf(messages, decisions).flatMap(({ opened, since, isFirst, end }): FoundAnswer[] => {
    if (end.kind !== 'answered' && end.kind !== 'phoned') return [];
    if (end.at < period.from || end.at >= period.until) return [];
    // Who mailed first and called later waited on the phone.
    const { channel } = opened;
    const { firstMinutes, nextMinutes } = targets[channel];
    const minutes = openTime.minutesBetween(since, end.at);
    const asked = openTime.clock.at(since);
    return [
      {
        conversation: id,
        message: opened.id,
        who: calledBy(store, customer),
        subject,
        channel,
        askedAt: since,
        answeredAt: end.at,
        by: end.kind,
        minutes,
        isInTime: minutes <= (isFirst ? firstMinutes : nextMinutes),
        weekday: weekdayIndex(asked.day),
        hour: Math.floor(asked.msOfDay / HOUR_MS),
      },
    ];
  });
}

const viewOf = ({ weekday: _weekday, hour: _hour, ...answer }: FoundAnswer): AnswerView => answer;
