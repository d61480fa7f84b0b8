// What the desk learned from its owner, as the settings page and the command line show it.
import type { FeatureName } from '../domain/needs-answer/features.ts';
import type { LearnedSender } from '../domain/needs-answer/learn.ts';

export type LearnedView = {
  /** Senders that were moved to "Ter info", newest first; those with `isSetApart` go there by themselves. */
  readonly senders: readonly LearnedSender[];
  /** Signs that weigh otherwise here than elsewhere, the most moved first. Below 0: sooner taken for asking nothing. */
  readonly signs: readonly { readonly name: FeatureName; readonly nudge: number }[];
  /** Deeds that all of it was made of. */
  readonly deeds: number;
};
