// One rule of reading words about a moment. The rules stand in read-when-{days,clock,durations}.ts; read-when.ts tries them.
import type { Language } from '../conversation/message.ts';
import type { WhenParts } from './when-parts.ts';

export type WhenRule = {
  /** Matched at the start of what is left; must end at a word's end. */
  readonly pattern: RegExp;
  /** Null: these words contradict what was read before, or mean nothing after all. */
  readonly read: (words: readonly string[], parts: WhenParts, language: Language | null) => WhenParts | null;
};
