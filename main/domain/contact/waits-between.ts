// How long a customer and we wait for one another, in working minutes: the middle one of all answers, so that one forgotten letter
// tells no tale.
import type { Instant } from '../instant.ts';
import { medianOf } from '../figures/figures.ts';
import { isHumanAnswer, type AssessedMessage } from '../queue/assess.ts';
import { waitsOf } from '../figures/waits.ts';
import type { Decisions } from '../queue/decisions.ts';

export type Story = { readonly messages: readonly AssessedMessage[]; readonly decisions: Decisions };

export type Waited = {
  readonly minutes: number | null;
  readonly answers: number;
  readonly theirMinutes: number | null;
  readonly theirAnswers: number;
};

export function waitsBetween(
  stories: readonly Story[],
  minutesBetween: (from: Instant, until: Instant) => number,
): Waited {
  const ours = stories.flatMap(({ messages, decisions }) =>
    waitsOf(messages, decisions).flatMap(({ since, end }) =>
      end.kind === 'answered' || end.kind === 'phoned' ? [minutesBetween(since, end.at)] : [],
    ),
  );
  const theirs = stories.flatMap(({ messages }) => theirWaits(messages, minutesBetween));
  return { minutes: middleOf(ours), answers: ours.length, theirMinutes: middleOf(theirs), theirAnswers: theirs.length };
}

const middleOf = (minutes: readonly number[]): number | null => medianOf(minutes.toSorted((a, b) => a - b));

/** From our last word to their first one after it. */
function theirWaits(
  messages: readonly AssessedMessage[],
  minutesBetween: (from: Instant, until: Instant) => number,
): readonly number[] {
  const waited: number[] = [];
  let answeredAt: Instant | null = null;
  for (const message of messages) {
    if (isHumanAnswer(message)) answeredAt = message.at;
    else if (message.direction === 'in' && message.kind === 'human' && answeredAt !== null) {
      waited.push(minutesBetween(answeredAt, message.at));
      answeredAt = null;
    }
  }
  return waited;
}
