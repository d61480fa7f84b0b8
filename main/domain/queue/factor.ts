// One reason for the place of a conversation in the queue. The points of all factors add up to its score, always.
export const FACTOR_NAMES = [
  'time-left',
  'broken-commitment',
  'window-closing',
  'follow-up',
  'asks',
  'needs-answer',
  'known-customer',
  'repeated-mail',
  'waiting-since',
  'new-customer',
  'money-or-date',
  'vip',
  'tag',
] as const;
export type FactorName = (typeof FACTOR_NAMES)[number];

/** The words or the fact that gave the points; contract/text turns it into a sentence. */
export type Because =
  | { readonly kind: 'words'; readonly words: string }
  /** Nothing was asked in so many words: how it reads all the same. */
  | { readonly kind: 'reads-like'; readonly waits: boolean; readonly words: string }
  | { readonly kind: 'ask'; readonly ask: string; readonly words: string }
  | { readonly kind: 'minutes-left'; readonly minutes: number }
  | { readonly kind: 'minutes-late'; readonly minutes: number }
  | { readonly kind: 'hours-waited'; readonly hours: number }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'owner' };

export type Factor = { readonly name: FactorName; readonly points: number; readonly because: Because };

/** Multiplier per factor, 1 is the house setting, 0 switches it off. */
export type Weights = { readonly [name in FactorName]: number };
