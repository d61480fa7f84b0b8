// The place of a conversation in its section: an additive score, every part of which shows its points and its reason.
// Points are whole numbers, so that what is shown adds up; they change in steps, so that the order holds still between them.
import type { AskKind } from '../conversation/signals.ts';
import { HOUR_MS, MINUTE_MS, type Instant } from '../instant.ts';
import type { Because, Factor, FactorName, Weights } from './factor.ts';
import { sectionAt, type Moment, type SectionFacts } from './section.ts';
import type { Section } from './sections.ts';

export type RankFacts = SectionFacts & {
  readonly waitingSince: Instant | null;
  /** The weightiest thing asked in what is unanswered. */
  readonly ask: { readonly kind: AskKind; readonly words: string } | null;
  /** An amount or a date as the customer wrote it. */
  readonly moneyOrDate: string | null;
  readonly unanswered: number;
  /** Conversations that this customer began before this one; counted up to MOST_EARLIER. */
  readonly earlier: number;
  readonly isVip: boolean;
};

export type Ranked = {
  readonly section: Section;
  readonly score: number;
  readonly factors: readonly Factor[];
  /** Section and points stay as they are before this instant and within the same today. */
  readonly until: Instant;
};

type Step = { readonly msLeft: number; readonly points: number };

// From the most urgent down. Late counts above everything still in time; a whole day late cannot hide a complaint (30) that is
// due within the hour, which is why the steps above 60 are small.
const TIME_LEFT: readonly Step[] = [
  { msLeft: -7 * 24 * HOUR_MS, points: 80 },
  { msLeft: -3 * 24 * HOUR_MS, points: 76 },
  { msLeft: -24 * HOUR_MS, points: 72 },
  { msLeft: -4 * HOUR_MS, points: 68 },
  { msLeft: -HOUR_MS, points: 64 },
  { msLeft: 0, points: 60 },
  { msLeft: 15 * MINUTE_MS, points: 56 },
  { msLeft: 30 * MINUTE_MS, points: 52 },
  { msLeft: HOUR_MS, points: 48 },
  { msLeft: 2 * HOUR_MS, points: 42 },
  { msLeft: 4 * HOUR_MS, points: 36 },
  { msLeft: 8 * HOUR_MS, points: 28 },
  { msLeft: 24 * HOUR_MS, points: 20 },
  { msLeft: 48 * HOUR_MS, points: 12 },
  { msLeft: 96 * HOUR_MS, points: 6 },
];

/** A complaint that waits grows, a quote is turnover, an appointment blocks somebody's agenda. */
export const ASK_POINTS: { readonly [kind in AskKind]: number } = {
  complaint: 30,
  quote: 25,
  'order-change': 22,
  appointment: 20,
  availability: 18,
  question: 15,
};

const WAITING_STEP_MS = 4 * HOUR_MS;
const MOST_WAITING_POINTS = 20;
export const MOST_EARLIER = 10;

type Raw = { readonly name: FactorName; readonly points: number; readonly because: Because };

export function rank(facts: RankFacts, moment: Moment, weights: Weights): Ranked {
  const section = sectionAt(facts, moment);
  const { now } = moment;
  if (section !== 'overdue' && section !== 'now' && section !== 'soon') {
    return {
      section,
      score: 0,
      factors: [],
      until: section === 'snoozed' ? (facts.snoozedUntil ?? Infinity) : Infinity,
    };
  }
  const timed = [timeLeft(facts.replyBy, now), waiting(facts.waitingSince, now)];
  const factors = [...timed.map(({ factor }) => factor), ...standing(facts)]
    .filter((factor) => factor !== null)
    .map(({ name, points, because }): Factor => ({ name, points: Math.round(points * weights[name]), because }))
    .filter(({ points }) => points !== 0);
  return {
    section,
    score: factors.reduce((sum, { points }) => sum + points, 0),
    factors,
    until: Math.min(...timed.map(({ until }) => until)),
  };
}

/** What comes first within a section where it is our turn: higher score, earlier reply-by, older conversation. */
export function compareRanked(
  a: { readonly score: number; readonly replyBy: Instant | null; readonly id: number },
  b: { readonly score: number; readonly replyBy: Instant | null; readonly id: number },
): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.replyBy !== b.replyBy) return (a.replyBy ?? Infinity) - (b.replyBy ?? Infinity);
  return a.id - b.id;
}

type Timed = { readonly factor: Raw | null; readonly until: Instant };

function timeLeft(replyBy: Instant | null, now: Instant): Timed {
  if (replyBy === null) return { factor: null, until: Infinity };
  const msLeft = replyBy - now;
  const index = TIME_LEFT.findIndex((step) => msLeft <= step.msLeft);
  const next = TIME_LEFT[(index === -1 ? TIME_LEFT.length : index) - 1];
  const until = next === undefined ? Infinity : replyBy - next.msLeft;
  const step = TIME_LEFT[index];
  if (step === undefined) return { factor: null, until };
  const because: Because =
    msLeft <= 0
      ? { kind: 'minutes-late', minutes: Math.floor(-msLeft / MINUTE_MS) }
      : { kind: 'minutes-left', minutes: Math.ceil(msLeft / MINUTE_MS) };
  return { factor: { name: 'time-left', points: step.points, because }, until };
}

function waiting(since: Instant | null, now: Instant): Timed {
  if (since === null) return { factor: null, until: Infinity };
  const steps = Math.floor(Math.max(0, now - since) / WAITING_STEP_MS);
  const because: Because = { kind: 'hours-waited', hours: Math.floor(Math.max(0, now - since) / HOUR_MS) };
  return {
    factor: { name: 'waiting-since', points: Math.min(steps, MOST_WAITING_POINTS), because },
    until: steps >= MOST_WAITING_POINTS ? Infinity : since + (steps + 1) * WAITING_STEP_MS,
  };
}

function standing(facts: RankFacts): readonly (Raw | null)[] {
  const { ask, moneyOrDate, unanswered, earlier, isVip } = facts;
  return [
    ask && { name: 'asks', points: ASK_POINTS[ask.kind], because: { kind: 'ask', ask: ask.kind, words: ask.words } },
    unanswered > 1
      ? {
          name: 'repeated-mail',
          points: Math.min(18, 6 * (unanswered - 1)),
          because: { kind: 'count', count: unanswered },
        }
      : null,
    earlier > 0
      ? { name: 'known-customer', points: 8, because: { kind: 'count', count: earlier } }
      : { name: 'new-customer', points: 10, because: { kind: 'count', count: 0 } },
    moneyOrDate === null ? null : { name: 'money-or-date', points: 6, because: { kind: 'words', words: moneyOrDate } },
    isVip ? { name: 'vip', points: 40, because: { kind: 'owner' } } : null,
  ];
}
