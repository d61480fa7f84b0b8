// What the words of one message tell about the answer it wants. Found once, when the message arrives, and stored with it;
// the queue's factors are made of these. The finding itself is in find-signals.ts.
import type { Rest } from '../needs-answer/rest.ts';
import type { Language } from './message.ts';

export const ASK_KINDS = ['question', 'quote', 'appointment', 'complaint', 'availability', 'order-change'] as const;
export type AskKind = (typeof ASK_KINDS)[number];
export const isAskKind = (name: string): name is AskKind => (ASK_KINDS as readonly string[]).includes(name);

export type Signals = {
  readonly language: Language | null;
  /** "Bedankt!" and its like: asks nothing, so it does not put us to move. Why is in `rests`. */
  readonly isCloser: boolean;
  /** Absent where nothing was found, and from what was stored before it was looked for. */
  readonly rests?: Rest;
  /** How likely somebody waits for an answer, with the words that tell most; absent where it was not judged. */
  readonly answer?: { readonly score: number; readonly words: string };
  /** What is asked, with the customer's own words that gave it away. */
  readonly asks: readonly { readonly kind: AskKind; readonly words: string }[];
  /** By the owner himself; absent: not. */
  readonly isNoted?: boolean;
  /** An amount as written ("€ 1.250"), or null. */
  readonly money: string | null;
  /** A day or date as written ("vrijdag", "12 mei"), or null. */
  readonly date: string | null;
};

export const NO_SIGNALS: Signals = { language: null, isCloser: false, asks: [], money: null, date: null };

/** What the owner took the trouble to write down waits for an answer, whatever its words: whether it does is not judged. */
export const unjudged = ({ answer: _answer, rests: _rests, ...signals }: Signals): Signals => ({
  ...signals,
  isCloser: false,
  isNoted: true,
});
