// Does this message want an answer? The signs that were found and what each weighs, added up: every reason can be shown, with the
// writer's own words. It orders and hints; what may be set apart is decided in rest.ts, which trusts a score alone with nothing.
import { featuresOf, type FeatureName, type FoundFeature } from './features.ts';
import { readMessage, type MessageToRead, type Reading } from './read-message.ts';
import { restOf, type Rest } from './rest.ts';
import { FITTED_WEIGHTS, SOMEBODY_WROTE } from './weights.ts';

export type ReplyReason = {
  readonly name: FeatureName | 'somebody wrote';
  readonly weight: number;
  readonly words: string;
};
export type NeedsReply = {
  readonly score: number;
  readonly needsReply: boolean;
  readonly reasons: readonly ReplyReason[];
};

/** What this desk learned on top of the fitted weights: learn.ts. They order; what is set apart goes by the fitted weights alone. */
export type Nudges = { readonly [name in FeatureName]?: number };
export const NO_NUDGES: Nudges = {};

const NEEDED_FROM = 0.5;

/** Score from 0 to 1; needed from 0.5. The weights of the reasons add up to the log-odds of the score. */
export const needsReply = (message: MessageToRead, nudges: Nudges = NO_NUDGES): NeedsReply =>
  readAnswer(message, nudges).verdict;

export type ReadAnswer = {
  readonly reading: Reading;
  readonly found: readonly FoundFeature[];
  readonly verdict: NeedsReply;
  readonly rests: Rest | null;
};

/** Everything that is made of the words of one message, read once. */
export function readAnswer(message: MessageToRead, nudges: Nudges = NO_NUDGES): ReadAnswer {
  const reading = readMessage(message);
  const found = featuresOf(reading);
  const verdict = judge(message.channel, found, nudges);
  const fitted = nudges === NO_NUDGES ? verdict : judge(message.channel, found, NO_NUDGES);
  return { reading, found, verdict, rests: restOf(reading, found, Math.max(fitted.score, verdict.score)) };
}

function judge(channel: string, found: readonly FoundFeature[], nudges: Nudges): NeedsReply {
  const reasons: readonly ReplyReason[] = [
    { name: 'somebody wrote', weight: SOMEBODY_WROTE, words: channel },
    ...found.map(({ name, words }) => ({ name, weight: weightOf(name, nudges), words })),
  ];
  const odds = reasons.reduce((sum, { weight }) => sum + weight, 0);
  const score = Math.round(100 / (1 + Math.exp(-odds))) / 100;
  return { score, needsReply: score >= NEEDED_FROM, reasons };
}

const weightOf = (name: FeatureName, nudges: Nudges): number => FITTED_WEIGHTS[name] + (nudges[name] ?? 0);
