// The figures of a period out of single answers: how many, how long the customers waited, how many were in time. In working
// minutes. The words that go with each figure for the owner are in docs/figures.md.
import type { Channel } from '../conversation/message.ts';

/** One answer that a customer waited for. */
export type Answered = {
  readonly channel: Channel;
  /** Working minutes from the question to the answer. */
  readonly minutes: number;
  readonly isInTime: boolean;
  /** When the question came, on the owner's wall: 0 is Monday, and the hour. */
  readonly weekday: number;
  readonly hour: number;
};

export type Tally = {
  readonly answered: number;
  readonly inTime: number;
  /** Working minutes; null when nothing was answered. */
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
};

export type Figures = {
  readonly all: Tally;
  /** Busiest first; channels without an answer are left out. */
  readonly byChannel: readonly { readonly channel: Channel; readonly tally: Tally }[];
  /** Monday to Sunday, and 0 to 23: when the questions came that were answered in the period. */
  readonly byWeekday: readonly Tally[];
  readonly byHour: readonly Tally[];
};

export function figuresOf(answers: readonly Answered[]): Figures {
  const channels = [...new Set(answers.map(({ channel }) => channel))];
  return {
    all: tally(answers),
    byChannel: channels
      .map((channel) => ({ channel, tally: tally(answers.filter((answer) => answer.channel === channel)) }))
      .toSorted((a, b) => b.tally.answered - a.tally.answered || (a.channel < b.channel ? -1 : 1)),
    byWeekday: spread(7, answers, ({ weekday }) => weekday),
    byHour: spread(24, answers, ({ hour }) => hour),
  };
}

function spread(count: number, answers: readonly Answered[], placeOf: (answer: Answered) => number): readonly Tally[] {
  return [...Array(count).keys()].map((place) => tally(answers.filter((answer) => placeOf(answer) === place)));
}

function tally(answers: readonly Answered[]): Tally {
  const minutes = answers.map((answer) => answer.minutes).toSorted((a, b) => a - b);
  return {
    answered: answers.length,
    inTime: answers.filter(({ isInTime }) => isInTime).length,
    medianMinutes: medianOf(minutes),
    p90Minutes: minutes[Math.ceil(0.9 * minutes.length) - 1] ?? null,
  };
}

/** The middle one; of an even number the mean of the two in the middle. `sorted` ascending. */
export function medianOf(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
