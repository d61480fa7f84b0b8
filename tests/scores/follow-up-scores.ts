// How well it is seen that an answer of ours asks for one back: precision and recall over answers labelled for it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signalsOfAnswer } from '../../main/domain/follow-up/expects-answer.ts';
import { scoreOf, type Score } from '../helpers/shared-data.ts';

const ANSWERS = join(import.meta.dirname, '..', 'data', 'follow-up');

export type FollowUpScore = Score & { readonly precision: number; readonly recall: number };

export function scoreFollowUp(language: 'nl' | 'en' | 'fr', part: 'build' | 'held'): FollowUpScore {
  const cases = readFileSync(join(ANSWERS, `${language}-${part}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ id: line.slice(2), asks: line.startsWith('+') }));
  const isFound = (text: string): boolean => signalsOfAnswer({ text }).asks.length > 0;
  const found = cases.filter(({ id }) => isFound(id));
  const right = found.filter(({ asks }) => asks).length;
  const precision = right / found.length;
  const recall = right / cases.filter(({ asks }) => asks).length;
  const score = scoreOf(
    `follow-up-${language}-${part}`,
    cases,
    ({ id, asks }) => (isFound(id) === asks ? [] : [asks ? 'missed' : 'made up']),
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  return { ...score, precision, recall };
}
