// Test data that lies beside the project and is never part of it. Where it is absent, the tests that need it say so and skip.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export const SHARED_DATA =
  process.env['SHARED_DATA'] ??
  join(process.env['SHARED_DIR'] ?? join(import.meta.dirname, '..', '..', '..', 'shared'), 'data');

export const hasSharedData = existsSync(join(SHARED_DATA, 'README.md'));
if (!hasSharedData) process.stderr.write(`skipped: no test data in ${SHARED_DATA}\n`);

/** The cases of one set; the caller knows their shape from the set's README. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function sharedCases<Case>(set: string): readonly Case[] {
  const lines = gunzipSync(readFileSync(join(SHARED_DATA, set, 'cases.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Case);
}

export type RawCase = { readonly id: string; readonly raw: string };
export const rawOf = (one: RawCase): Buffer => Buffer.from(one.raw, 'base64');

/** How one set fared. A fault names its case and what was wrong with it. */
export type Score = {
  readonly set: string;
  readonly good: number;
  readonly total: number;
  readonly faults: readonly { readonly id: string; readonly why: string }[];
  /** More figures, such as precision and recall. */
  readonly more: string;
};

export function scoreOf<Case extends { readonly id: string }>(
  set: string,
  cases: readonly Case[],
  judge: (one: Case) => readonly string[],
  more = '',
): Score {
  const faults = cases.flatMap((one) => {
    const why = judge(one);
    return why.length === 0 ? [] : [{ id: one.id, why: why.join('; ') }];
  });
  return { set, good: cases.length - faults.length, total: cases.length, faults, more };
}

export const folded = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
export const tight = (text: string): string => text.replace(/\s+/g, '');
