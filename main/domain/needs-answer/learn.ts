// What the desk learns from what the owner does: which senders he sets apart, and, gently, which signs weigh more or less with
// him than with others. Made anew from his deeds each time, in their order, so that a deed taken back leaves nothing behind.
// It can never hide a question: rest.ts sets apart no message in which anything points to somebody who waits.
import { companyGuess } from '../contact/company-guess.ts';
import type { Instant } from '../instant.ts';
import { FEATURES, type FeatureName } from './features.ts';
import { NO_NUDGES, type Nudges } from './needs-reply.ts';
import { FITTED_WEIGHTS, SOMEBODY_WROTE } from './weights.ts';

/** 'apart' and 'back': moved to "Ter info", and to the queue; 'no-answer': done without one; 'answered': within working reach. */
export const DEEDS = ['apart', 'back', 'no-answer', 'answered'] as const;
export type Deed = (typeof DEEDS)[number];

export type Lesson = {
  /** Address, lower case. */
  readonly sender: string;
  readonly deed: Deed;
  /** What stood in the message that the deed was about. */
  readonly signs: readonly FeatureName[];
  readonly at: Instant;
};

export type LearnedSender = {
  /** An address, or "@" and a domain. */
  readonly sender: string;
  /** Times moved to "Ter info" since it was last moved back. */
  readonly apart: number;
  readonly lastAt: Instant;
  readonly isSetApart: boolean;
};

export type Learned = {
  readonly nudges: Nudges;
  /** Newest first. */
  readonly senders: readonly LearnedSender[];
  /** The entry by which this address is set apart, or null. */
  readonly apartFor: (address: string) => LearnedSender | null;
};

/** Once may be a slip or about one message; twice is a habit. */
const APART_FROM = 2;
/** A whole domain, when that many moves were about different people there. */
const DOMAIN_FROM = 3;
/** No deeds, however many, move a sign further than this: a sixth of what a question mark weighs. */
export const LARGEST_NUDGE = 0.5;
const STEP: { readonly [deed in Deed]: number } = { apart: 0.06, back: 0.06, 'no-answer': 0.03, answered: 0.03 };
const WAITED: { readonly [deed in Deed]: 0 | 1 } = { apart: 0, back: 1, 'no-answer': 0, answered: 1 };

type Tally = { apart: number; isAnswered: boolean; lastAt: Instant };

export function learn(lessons: readonly Lesson[]): Learned {
  const tallies = new Map<string, Tally>();
  let nudges: Nudges = NO_NUDGES;
  for (const lesson of lessons) {
    nudges = nudgedBy(nudges, lesson);
    const tally = tallies.get(lesson.sender) ?? { apart: 0, isAnswered: false, lastAt: lesson.at };
    if (lesson.deed === 'apart') tally.apart += 1;
    if (lesson.deed === 'back' || lesson.deed === 'answered') tally.apart = 0;
    tally.isAnswered ||= lesson.deed === 'answered';
    tally.lastAt = Math.max(tally.lastAt, lesson.at);
    tallies.set(lesson.sender, tally);
  }
  const senders = [...addressesOf(tallies), ...domainsOf(tallies)].toSorted(
    (a, b) => b.lastAt - a.lastAt || a.sender.localeCompare(b.sender),
  );
  const bySender = new Map(senders.filter(({ isSetApart }) => isSetApart).map((one) => [one.sender, one]));
  return {
    nudges,
    senders,
    apartFor: (address) => {
      const sender = address.toLowerCase();
      // Whoever was answered is known as a person, whatever his colleagues send.
      if (tallies.get(sender)?.isAnswered === true) return null;
      return bySender.get(sender) ?? bySender.get(domainOf(sender)) ?? null;
    },
  };
}

const addressesOf = (tallies: ReadonlyMap<string, Tally>): readonly LearnedSender[] =>
  Array.from(tallies, ([sender, { apart, isAnswered, lastAt }]) => ({
    sender,
    apart,
    lastAt,
    isSetApart: apart >= APART_FROM && !isAnswered,
  })).filter(({ apart }) => apart > 0);

/** Of a firm with a domain of its own, never of a provider where everybody has a mailbox. */
function domainsOf(tallies: ReadonlyMap<string, Tally>): readonly LearnedSender[] {
  const domains = Map.groupBy(
    [...tallies].filter(([sender]) => companyGuess(sender) !== null),
    ([sender]) => domainOf(sender),
  );
  return Array.from(domains, ([sender, members]) => {
    const apart = members.reduce((sum, [, tally]) => sum + tally.apart, 0);
    const movers = members.filter(([, tally]) => tally.apart > 0).length;
    const isClean = members.every(([, tally]) => !tally.isAnswered && tally.apart > 0);
    return {
      sender,
      apart,
      lastAt: members.reduce((last, [, tally]) => Math.max(last, tally.lastAt), 0),
      isSetApart: isClean && movers > 1 && apart >= DOMAIN_FROM,
    };
  }).filter(({ isSetApart }) => isSetApart);
}

export const domainOf = (address: string): string => `@${address.split('@').at(-1) ?? ''}`;

/** One step of the same regression that the weights were fitted by, within bounds and never past zero. */
function nudgedBy(nudges: Nudges, { deed, signs }: Lesson): Nudges {
  if (signs.length === 0) return nudges;
  const odds = signs.reduce((sum, name) => sum + FITTED_WEIGHTS[name] + (nudges[name] ?? 0), SOMEBODY_WROTE);
  const step = STEP[deed] * (WAITED[deed] - 1 / (1 + Math.exp(-odds)));
  const moved = signs.map((name) => [name, bounded(name, (nudges[name] ?? 0) + step)] as const);
  return { ...nudges, ...Object.fromEntries(moved) };
}

function bounded(name: FeatureName, nudge: number): number {
  const within = Math.min(LARGEST_NUDGE, Math.max(-LARGEST_NUDGE, nudge));
  switch (FEATURES[name].leans) {
    case 'waits':
      return Math.max(-FITTED_WEIGHTS[name], within);
    case 'rests':
      return Math.min(-FITTED_WEIGHTS[name], within);
    case 'either':
      return within;
  }
}
