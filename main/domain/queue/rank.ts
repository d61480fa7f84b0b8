// The place of a conversation in its section: an additive score, every part of which shows its points and its reason.
// Points are whole numbers, so that what is shown adds up; they change in steps, so that the order holds still between them.
import type { AskKind } from '../conversation/signals.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import { HOUR_MS, MINUTE_MS, type Instant } from '../instant.ts';
import type { Because, Factor, FactorName, Weights } from './factor.ts';
import { sectionAt, type Moment, type SectionFacts } from './section.ts';
import type { Section } from './sections.ts';

export type RankFacts = SectionFacts & {
  readonly waitingSince: Instant | null;
  /** The weightiest thing asked in what is unanswered. */
  readonly ask: { readonly kind: AskKind; readonly words: string } | null;
  /** Where nothing was asked outright: how likely somebody waits all the same, with the words that tell most. */
  readonly answer: { readonly score: number; readonly words: string } | null;
  /** An amount or a date as the customer wrote it. */
  readonly moneyOrDate: string | null;
  readonly unanswered: number;
  /** Conversations that this customer began before this one; counted up to MOST_EARLIER. */
  readonly earlier: number;
  readonly isVip: boolean;
  /** A label of the customer that the owner lets go first; null: none. */
  readonly tag: string | null;
  readonly followUp: FollowUp | null;
  /** The promise that is open and due first. */
  readonly commitment: { readonly words: string; readonly dueAt: Instant } | null;
  /** Later than this the channel takes no answer to what is unanswered. */
  readonly windowClosesAt: Instant | null;
};

export type Place = {
  readonly section: Section;
  readonly score: number;
  /** Section and points stay as they are before this instant and within the same today. */
  readonly until: Instant;
};
export type Ranked = Place & {
  /** Their points add up to the score. */
  readonly factors: readonly Factor[];
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

/**
 * Less than any question asked outright, either way: a guess orders what is otherwise equal, and puts nobody last who is late.
 * Between a third and a half it says nothing.
 */
const READS_LIKE: readonly { readonly from: number; readonly points: number }[] = [
  { from: 0.8, points: 8 },
  { from: 0.5, points: 4 },
  { from: 0.35, points: 0 },
  { from: 0.15, points: -6 },
  { from: 0, points: -12 },
];

type SinceStep = { readonly sinceMs: number; readonly points: number };

/** From the moment the watch passed: less than any question of a customer, and more the longer it stays silent. */
const FOLLOW_UP: readonly SinceStep[] = [
  { sinceMs: 0, points: 14 },
  { sinceMs: 24 * HOUR_MS, points: 18 },
  { sinceMs: 3 * 24 * HOUR_MS, points: 22 },
  { sinceMs: 7 * 24 * HOUR_MS, points: 26 },
];

/** Counted from the close, which cannot be put off as a target can: the last hour weighs as much as a complaint. */
const WINDOW_CLOSING: readonly SinceStep[] = [
  { sinceMs: -8 * HOUR_MS, points: 10 },
  { sinceMs: -4 * HOUR_MS, points: 18 },
  { sinceMs: -2 * HOUR_MS, points: 24 },
  { sinceMs: -HOUR_MS, points: 30 },
];

/** More than all other reasons together at the house setting: a word given and not kept comes before everything. */
export const BROKEN_POINTS = 500;

const WAITING_STEP_MS = 4 * HOUR_MS;
const MOST_WAITING_POINTS = 20;
export const MOST_EARLIER = 10;

export function rank(facts: RankFacts, moment: Moment, weights: Weights): Ranked {
  const place = placeOf(facts, moment, weights);
  return { ...place, factors: isRanked(place.section) ? factorsOf(facts, moment.now, weights) : [] };
}

/** What an order over everything needs: reasons for each of thousands of rows would be most of its time, and all of its garbage. */
export function placeOf(facts: RankFacts, moment: Moment, weights: Weights): Place {
  const section = sectionAt(facts, moment);
  if (!isRanked(section)) {
    return { section, score: 0, until: unrankedUntil(section, facts) };
  }
  const { now } = moment;
  let score = 0;
  for (const part of PARTS) score += weighted(part, facts, now, weights);
  const until = Math.min(
    timeLeftUntil(facts.replyBy, now),
    waitingUntil(facts.waitingSince, now),
    facts.commitment !== null && facts.commitment.dueAt > now ? facts.commitment.dueAt : Infinity,
    nextStep(FOLLOW_UP, facts.followUp?.at ?? null, now),
    nextStep(WINDOW_CLOSING, facts.windowClosesAt, now),
  );
  return { section, score, until };
}

function unrankedUntil(section: Section, { snoozedUntil, followUp }: RankFacts): Instant {
  if (section === 'snoozed') return snoozedUntil ?? Infinity;
  return section === 'waiting' ? (followUp?.at ?? Infinity) : Infinity;
}

function factorsOf(facts: RankFacts, now: Instant, weights: Weights): readonly Factor[] {
  return PARTS.map((part) => ({ part, points: weighted(part, facts, now, weights) }))
    .filter(({ points }) => points !== 0)
    .map(({ part, points }) => ({ name: part.name, points, because: part.because(facts, now) }));
}

const isRanked = (section: Section): boolean => section === 'overdue' || section === 'now' || section === 'soon';

const weighted = ({ name, points }: Part, facts: RankFacts, now: Instant, weights: Weights): number =>
  Math.round(points(facts, now) * weights[name]);

/** What comes first within a section where it is our turn: higher score, earlier reply-by, older conversation. */
export function compareRanked(
  a: { readonly score: number; readonly replyBy: Instant | null; readonly id: number },
  b: { readonly score: number; readonly replyBy: Instant | null; readonly id: number },
): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.replyBy !== b.replyBy) return (a.replyBy ?? Infinity) - (b.replyBy ?? Infinity);
  return a.id - b.id;
}

type Part = {
  readonly name: FactorName;
  /** At the house setting; 0 when it does not apply. */
  readonly points: (facts: RankFacts, now: Instant) => number;
  /** Asked only where it has points. */
  readonly because: (facts: RankFacts, now: Instant) => Because;
};

const PARTS: readonly Part[] = [
  {
    name: 'broken-commitment',
    points: ({ commitment }, now) => (commitment !== null && commitment.dueAt <= now ? BROKEN_POINTS : 0),
    because: ({ commitment }) => ({ kind: 'words', words: commitment?.words ?? '' }),
  },
  {
    name: 'time-left',
    points: ({ replyBy }, now) => (replyBy === null ? 0 : (TIME_LEFT[stepAt(replyBy, now)]?.points ?? 0)),
    because: ({ replyBy }, now) => leftUntil(replyBy ?? now, now),
  },
  {
    name: 'waiting-since',
    points: ({ waitingSince }, now) =>
      waitingSince === null ? 0 : Math.min(waitingSteps(waitingSince, now), MOST_WAITING_POINTS),
    because: ({ waitingSince }, now) => ({
      kind: 'hours-waited',
      hours: Math.floor(Math.max(0, now - (waitingSince ?? now)) / HOUR_MS),
    }),
  },
  {
    name: 'asks',
    points: ({ ask }) => (ask === null ? 0 : ASK_POINTS[ask.kind]),
    because: ({ ask }) => ({ kind: 'ask', ask: ask?.kind ?? '', words: ask?.words ?? '' }),
  },
  {
    name: 'needs-answer',
    points: ({ answer }) => (answer === null ? 0 : (READS_LIKE.find(({ from }) => answer.score >= from)?.points ?? 0)),
    because: ({ answer }) => ({ kind: 'reads-like', waits: (answer?.score ?? 0) >= 0.5, words: answer?.words ?? '' }),
  },
  {
    name: 'repeated-mail',
    points: ({ unanswered }) => (unanswered > 1 ? Math.min(18, 6 * (unanswered - 1)) : 0),
    because: ({ unanswered }) => ({ kind: 'count', count: unanswered }),
  },
  {
    name: 'known-customer',
    points: ({ earlier }) => (earlier > 0 ? 8 : 0),
    because: ({ earlier }) => ({ kind: 'count', count: earlier }),
  },
  {
    name: 'new-customer',
    // Of whoever does not answer us that is no news.
    points: ({ earlier, turn }) => (earlier > 0 || turn !== 'ours' ? 0 : 10),
    because: () => ({ kind: 'count', count: 0 }),
  },
  {
    name: 'money-or-date',
    points: ({ moneyOrDate }) => (moneyOrDate === null ? 0 : 6),
    because: ({ moneyOrDate }) => ({ kind: 'words', words: moneyOrDate ?? '' }),
  },
  {
    name: 'follow-up',
    points: ({ followUp }, now) => pointsAt(FOLLOW_UP, followUp?.at ?? null, now),
    because: ({ followUp }) => (followUp?.words == null ? { kind: 'owner' } : { kind: 'words', words: followUp.words }),
  },
  {
    name: 'window-closing',
    points: ({ windowClosesAt }, now) => pointsAt(WINDOW_CLOSING, windowClosesAt, now),
    because: ({ windowClosesAt }, now) => leftUntil(windowClosesAt ?? now, now),
  },
  { name: 'vip', points: ({ isVip }) => (isVip ? 40 : 0), because: () => ({ kind: 'owner' }) },
  // Half of what VIP gives: it is said of many, and once.
  {
    name: 'tag',
    points: ({ tag }) => (tag === null ? 0 : 20),
    because: ({ tag }) => ({ kind: 'words', words: tag ?? '' }),
  },
];

/** Index in TIME_LEFT; past its end when there is more time than the last step says. */
function stepAt(replyBy: Instant, now: Instant): number {
  const msLeft = replyBy - now;
  let index = 0;
  while (index < TIME_LEFT.length && msLeft > (TIME_LEFT[index]?.msLeft ?? 0)) index += 1;
  return index;
}

function timeLeftUntil(replyBy: Instant | null, now: Instant): Instant {
  const next = replyBy === null ? undefined : TIME_LEFT[stepAt(replyBy, now) - 1];
  return replyBy === null || next === undefined ? Infinity : replyBy - next.msLeft;
}

const waitingSteps = (since: Instant, now: Instant): number => Math.floor(Math.max(0, now - since) / WAITING_STEP_MS);

function waitingUntil(since: Instant | null, now: Instant): Instant {
  if (since === null) return Infinity;
  const steps = waitingSteps(since, now);
  return steps >= MOST_WAITING_POINTS ? Infinity : since + (steps + 1) * WAITING_STEP_MS;
}

function leftUntil(at: Instant, now: Instant): Because {
  const msLeft = at - now;
  return msLeft <= 0
    ? { kind: 'minutes-late', minutes: Math.floor(-msLeft / MINUTE_MS) }
    : { kind: 'minutes-left', minutes: Math.ceil(msLeft / MINUTE_MS) };
}

const pointsAt = (steps: readonly SinceStep[], from: Instant | null, now: Instant): number =>
  from === null ? 0 : (steps.findLast(({ sinceMs }) => from + sinceMs <= now)?.points ?? 0);

function nextStep(steps: readonly SinceStep[], from: Instant | null, now: Instant): Instant {
  if (from === null) return Infinity;
  const next = steps.find(({ sinceMs }) => from + sinceMs > now);
  return next === undefined ? Infinity : from + next.sinceMs;
}
