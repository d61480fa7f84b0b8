// Which signature goes below a letter: the one for this address in this language, else the one that fits closest.
import type { Language } from '../conversation/message.ts';

export type Signature = {
  /** Own address, lower case; null: any. */
  readonly address: string | null;
  readonly language: Language | null;
  readonly text: string;
};

/** The address says more than the language: who writes as the workshop is the workshop in every language. '' where none fits. */
export function signatureFor(signatures: readonly Signature[], address: string, language: Language | null): string {
  const isFor = (one: string | null, wanted: string | null): boolean => one === null || one === wanted;
  const weight = (one: Signature): number => (one.address === null ? 0 : 2) + (one.language === null ? 0 : 1);
  const fitting = signatures.filter(
    (one) => isFor(one.address, address.toLowerCase()) && isFor(one.language, language),
  );
  return fitting.toSorted((a, b) => weight(b) - weight(a))[0]?.text ?? '';
}
