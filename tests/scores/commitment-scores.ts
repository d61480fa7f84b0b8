// How well promises are found in what the owner writes: precision and recall over sentences labelled for it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCommitments } from '../../main/domain/commitment/find-commitments.ts';
import { scoreOf, type Score } from '../helpers/shared-data.ts';

const SENTENCES = join(import.meta.dirname, '..', 'data', 'commitments');
/** Wednesday 13 May 2026, 10:20: every moment that the sentences name lies after it. */
const SENT_AT = Date.parse('2026-05-13T10:20+02:00');

export type CommitmentScore = Score & { readonly precision: number; readonly recall: number };

export function scoreCommitments(language: 'nl' | 'en' | 'fr', part: 'build' | 'held'): CommitmentScore {
  const cases = readFileSync(join(SENTENCES, `${language}-${part}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ id: line.slice(2), isPromise: line.startsWith('+') }));
  const isFound = (text: string): boolean =>
    findCommitments({ text, sentAt: SENT_AT, zone: 'Europe/Brussels', language }).length > 0;
  const found = cases.filter(({ id }) => isFound(id));
  const right = found.filter(({ isPromise }) => isPromise).length;
  const precision = right / found.length;
  const recall = right / cases.filter(({ isPromise }) => isPromise).length;
  const more = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
  const score = scoreOf(
    `promises-${language}-${part}`,
    cases,
    ({ id, isPromise }) => (isFound(id) === isPromise ? [] : [isPromise ? 'missed' : 'made up']),
    more,
  );
  return { ...score, precision, recall };
}
