// How well it is seen what is wrong with a letter before it leaves: precision and recall over sentences labelled for it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address, Language } from '../../main/domain/conversation/message.ts';
import { dateTroubles } from '../../main/domain/sending/date-words.ts';
import { saidAttached } from '../../main/domain/sending/missing-attachment.ts';
import { wrongName } from '../../main/domain/sending/wrong-name.ts';
import { scoreOf, type Score } from '../helpers/shared-data.ts';

const SENTENCES = join(import.meta.dirname, '..', 'data', 'sending');
/** Monday 23 November 2026, 10:20: what the dates are looked at from. */
const NOW = Date.parse('2026-11-23T10:20+01:00');

export type SendingScore = Score & { readonly precision: number; readonly recall: number };

export const scoreAttachments = (language: Language, part: 'build' | 'held'): SendingScore =>
  scoreLines(`attachment-${language}-${part}`, (text) => saidAttached(text) !== null);

export const scoreNames = (part: 'build' | 'held'): SendingScore =>
  scoreLines(`names-${part}`, (line) => {
    const [letter = '', saidBefore = ''] = line.split(' || ');
    const [, name = '', address = '', own = ''] = /^(.*) <(.*)> \| (.*)$/.exec(letter) ?? [];
    const to: Address = { name, address };
    return wrongName({ own, to: [to], cc: [], saidBefore, ownNames: [] }) !== null;
  });

export const scoreDates = (part: 'build' | 'held'): SendingScore =>
  scoreLines(
    `dates-${part}`,
    (own) => dateTroubles({ own, language: null, now: NOW, zone: 'Europe/Brussels' }).length > 0,
  );

function scoreLines(name: string, isFound: (text: string) => boolean): SendingScore {
  const cases = readFileSync(join(SENTENCES, `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ id: line.slice(2), isWrong: line.startsWith('+') }));
  const found = cases.filter(({ id }) => isFound(id));
  const right = found.filter(({ isWrong }) => isWrong).length;
  const precision = right / found.length;
  const recall = right / cases.filter(({ isWrong }) => isWrong).length;
  const score = scoreOf(
    name,
    cases,
    ({ id, isWrong }) => (isFound(id) === isWrong ? [] : [isWrong ? 'missed' : 'made up']),
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  return { ...score, precision, recall };
}
