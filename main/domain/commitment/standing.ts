// How each promise of a conversation stands: waiting for the owner's yes, open, kept, moved by a later one, or let go. Computed from
// what the owner said of it and from the answers that came after it, so that an answer that is taken back or fails to leave opens it
// again. Which words are a promise is find-commitments.ts; what an open one does to the queue is engine/queue/settle.ts.
import { DAY_MS, type Instant } from '../instant.ts';
import type { Decisions, DoneReason } from '../queue/decisions.ts';

/** The owner's word on it. 'nothing': not asked, or not answered yet. */
export const COMMITMENT_WORDS = ['nothing', 'watch', 'kept', 'dropped'] as const;
export type CommitmentSaid = (typeof COMMITMENT_WORDS)[number];

/** 'lapsed': nobody confirmed it while it mattered. */
export const COMMITMENT_STATES = ['proposed', 'open', 'kept', 'moved', 'dropped', 'lapsed'] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** Why it is no longer open. Where the conversation was put away, the owner's reason for that. */
export const CLOSINGS = ['answered', 'moved', 'done', 'phoned', 'no-answer', 'set-apart', 'owner', 'not-sent'] as const;
export type Closing = (typeof CLOSINGS)[number];

export type MadeCommitment = {
  readonly id: number;
  /** The own message that it stands in. null: written down by hand. */
  readonly message: number | null;
  readonly madeAt: Instant;
  /** Its message says nothing else, so that it can only put off what was promised before. */
  readonly isWholeAnswer: boolean;
  readonly said: CommitmentSaid;
  readonly saidAt: Instant | null;
  /** As it was computed last: what put a conversation away is forgotten there when the customer writes again. */
  readonly because: Closing | null;
  readonly closedAt: Instant | null;
};

export type CommitmentStanding = {
  readonly state: CommitmentState;
  readonly because: Closing | null;
  readonly closedAt: Instant | null;
  /** The message that kept or moved it. */
  readonly closedBy: number | null;
};

export type OwnAnswer = { readonly id: number; readonly at: Instant };

type Putting = Pick<Decisions, 'doneAt' | 'doneBecause' | 'sortedAs' | 'promisesUntil'>;

/** `answers`: human ones of ours that count, in order. In the order of `made`. */
export function commitmentStandings(
  made: readonly MadeCommitment[],
  answers: readonly OwnAnswer[],
  decisions: Putting,
): readonly CommitmentStanding[] {
  const standings = new Map<MadeCommitment, CommitmentStanding>();
  const movers = moversAmong(made);
  /** Messages that moved a promise that was watched: what they promise instead is watched without asking again. */
  const moved = new Set<number>();
  for (const one of made.toSorted((a, b) => a.madeAt - b.madeAt || a.id - b.id)) {
    const isWatched =
      one.said === 'watch' || (one.said === 'nothing' && one.message !== null && moved.has(one.message));
    const standing = standingOf(one, isWatched, answers, movers, decisions);
    if (standing.because === 'moved' && standing.closedBy !== null) moved.add(standing.closedBy);
    standings.set(one, standing);
  }
  return made.map((one) => standings.get(one) ?? OPEN);
}

const OPEN: CommitmentStanding = { state: 'open', because: null, closedAt: null, closedBy: null };

/** Messages that are nothing but a new promise which the owner did not turn down. */
function moversAmong(made: readonly MadeCommitment[]): ReadonlySet<number> {
  const fitting = made.filter(({ isWholeAnswer, said }) => isWholeAnswer && said !== 'dropped');
  return new Set(fitting.flatMap(({ message }) => message ?? []));
}

function standingOf(
  made: MadeCommitment,
  isWatched: boolean,
  answers: readonly OwnAnswer[],
  movers: ReadonlySet<number>,
  decisions: Putting,
): CommitmentStanding {
  if (made.said === 'kept' || made.said === 'dropped') {
    return { state: made.said, because: 'owner', closedAt: made.saidAt ?? made.madeAt, closedBy: null };
  }
  const own = made.message === null ? null : answers.findIndex(({ id }) => id === made.message);
  if (own === -1) return { state: 'dropped', because: 'not-sent', closedAt: made.madeAt, closedBy: null };
  // Taken up again by the owner after something had closed it: only what comes after that closes it anew.
  const since = made.said === 'watch' ? Math.max(made.madeAt, made.saidAt ?? 0) : made.madeAt;
  const answer = answers.find(({ at }, index) => (own === null ? at > since : index > own && at >= since));
  if (answer !== undefined) {
    const because = isWatched && movers.has(answer.id) ? 'moved' : 'answered';
    const state = because === 'moved' ? 'moved' : isWatched ? 'kept' : 'lapsed';
    return { state, because, closedAt: answer.at, closedBy: answer.id };
  }
  const { doneAt, promisesUntil = null } = decisions;
  const putAwayAt = Math.max(doneAt ?? -Infinity, promisesUntil ?? -Infinity);
  if (since <= putAwayAt) {
    const because = reasonOf(made, decisions);
    const isMeant = because !== 'no-answer' && because !== 'set-apart';
    const state = isWatched ? (isMeant ? 'kept' : 'dropped') : 'lapsed';
    return { state, because, closedAt: doneAt ?? made.closedAt ?? putAwayAt, closedBy: null };
  }
  return isWatched ? OPEN : { ...OPEN, state: 'proposed' };
}

const REASONS: { readonly [reason in DoneReason]: Closing } = {
  owner: 'done',
  phone: 'phoned',
  'no-answer': 'no-answer',
  history: 'done',
  // Nobody can answer from there any more.
  'account-detached': 'set-apart',
  deleted: 'set-apart',
};

const PUT_AWAY: ReadonlySet<Closing> = new Set(['done', 'phoned', 'no-answer', 'set-apart']);

function reasonOf({ because }: MadeCommitment, { doneAt, doneBecause, sortedAs }: Putting): Closing {
  if (doneAt !== null) return REASONS[doneBecause ?? 'owner'];
  if (because !== null && PUT_AWAY.has(because)) return because;
  return sortedAs === 'fyi' ? 'set-apart' : 'done';
}

/** How long after its moment a promise that nobody confirmed is still asked about: over a weekend and the Monday after it. */
export const PROPOSAL_LASTS_MS = 3 * DAY_MS;
