// Makes one saved reply of own answers that are alike: the words they all share stay, in their order, and what differs becomes a
// field. Rather no proposal than a poor one: too much that differs, or a customer's name that stays, and there is none.
import { personName } from '../contact/person-name.ts';
import type { UiLanguage } from '../conversation/message.ts';
import type { OwnWords } from './own-words.ts';
import { fieldFor } from './slot-field.ts';
import type { CannedLanguage } from './template.ts';
import { contentWords, plain } from './words.ts';

export type AlikeAnswer = {
  readonly words: OwnWords;
  /** To whom; the name may be empty. */
  readonly contact: { readonly name: string; readonly address: string };
};
export type Proposal = {
  readonly text: string;
  /** The words they share, in order: the same for the same likeness. */
  readonly shared: string;
};

export const FEWEST_ANSWERS = 3;
const FEWEST_SHARED_WORDS = 10;
/** Of the words of an answer, on average. */
const SHARED_FROM = 0.65;
const MOST_FIELDS = 5;
const MOST_WORDS_IN_FIELD = 8;
/** Fewer words that are the same between two that differ belong to what differs: "dinsdag om 10 uur". */
const FEWEST_BETWEEN = 3;
/** Two of that length are laid beside each other in about a millisecond. */
const MOST_TOKENS = 300;

/** `answers`: the newest first. `owner`: in which language he is asked what goes into a field. */
export function proposeFrom(
  answers: readonly AlikeAnswer[],
  language: CannedLanguage,
  owner: UiLanguage,
): Proposal | null {
  const [newest, ...others] = answers;
  if (newest === undefined || answers.length < FEWEST_ANSWERS) return null;
  if (new Set(answers.map(({ contact }) => contact.address.toLowerCase())).size < FEWEST_ANSWERS) return null;
  const base = tokensOf(newest.words.body);
  const rest = others.map(({ words }) => tokensOf(words.body));
  if ([base, ...rest].some(({ length }) => length === 0 || length > MOST_TOKENS)) return null;
  const partners = rest.map((tokens) => matched(base, tokens));
  const runs = runsOf(base, partners);
  const shared = runs.filter(({ isShared }) => isShared).flatMap(({ from, until }) => base.slice(from, until));
  const sharedWords = shared.filter(isWord).length;
  const average = [base, ...rest].reduce((sum, tokens) => sum + tokens.filter(isWord).length, 0) / answers.length;
  if (sharedWords < FEWEST_SHARED_WORDS || sharedWords / average < SHARED_FROM) return null;
  if (namesSomebody(shared, answers)) return null;

  let body = '';
  let fields = 0;
  const asked = new Map<string, string>();
  for (const run of runs) {
    if (run.isShared) {
      body += base
        .slice(run.from, run.until)
        .map(({ blank, text }) => blank + text)
        .join('');
      continue;
    }
    const said = [base, ...rest].map((tokens, nr) =>
      textOf(tokens, rangeIn(run, base, nr === 0 ? null : partners[nr - 1], tokens)),
    );
    const filled = said.filter((words) => words !== '');
    if (filled.length === 0) continue;
    // What only some of them say is left to the owner to add.
    if (filled.length < said.length) {
      if (filled.some((words) => countWords(words) > 4)) return null;
      continue;
    }
    if (said.some((words) => words.includes('\n') || countWords(words) > MOST_WORDS_IN_FIELD)) return null;
    fields += 1;
    const before = base.slice(0, run.from).filter(isWord).slice(-3);
    body +=
      (base[run.from]?.blank ?? '') + fieldFor(said, answers, before.map(({ text }) => text).join(' '), owner, asked);
  }
  if (fields > MOST_FIELDS) return null;
  return {
    text: [topFor(answers), body.trim(), bottomFor(answers)].filter((part) => part !== '').join('\n\n'),
    shared: `${language} ${shared
      .filter(isWord)
      .map(({ key }) => key)
      .join(' ')}`,
  };
}

/** A name for it until the owner gives it another: its first words, and the first that says something. */
export function nameFor(text: string): { readonly title: string; readonly code: string } {
  const said = text
    .replace(/^\{\{contact\.[^}]*\}\}[^\n]*\n+/, '')
    .replaceAll(/\{\{[^}]*\}\}/g, '…')
    .split(/[\n.!?]/)
    .map((words) => words.trim())
    .find((words) => words.length > 3);
  const title = (said ?? '')
    .split(/\s+/)
    .slice(0, 6)
    .join(' ')
    .replace(/[,;:]$/, '')
    .slice(0, 60);
  const code = contentWords(said ?? text)[0] ?? 'antwoord';
  return { title: title === '' ? code : title, code: code.slice(0, 40) };
}

type Token = { readonly text: string; readonly key: string; readonly blank: string };

/** Words (with what joins their parts: "9.30", "l'offre", "3,50"), and marks each by itself. */
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/(\s*)([\p{L}\p{M}\p{N}]+(?:[.,:'’/-][\p{L}\p{M}\p{N}]+)*|\S)/gu)].map(
    ([, blank = '', word = '']) => ({
      text: word,
      key: plain(word) === '' ? word : plain(word),
      blank,
    }),
  );

const isWord = ({ text }: Token): boolean => /[\p{L}\p{N}]/u.test(text);
const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** For each token of `a` the place of its partner in `b`, or -1: the longest common subsequence. */
function matched(a: readonly Token[], b: readonly Token[]): Int32Array {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      best[here] =
        a[i]?.key === b[j]?.key
          ? (best[here + width + 1] ?? 0) + 1
          : Math.max(best[here + width] ?? 0, best[here + 1] ?? 0);
    }
  }
  const partner = new Int32Array(a.length).fill(-1);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.key === b[j]?.key) {
      partner[i] = j;
      i += 1;
      j += 1;
    } else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return partner;
}

type Run = { readonly isShared: boolean; readonly from: number; readonly until: number };

/** Shared and differing stretches of the newest answer, in turn. A differing one may be empty here and not in the others. */
function runsOf(base: readonly Token[], partners: readonly Int32Array[]): readonly Run[] {
  const isIn = base.map((_, at) => partners.every((partner) => (partner[at] ?? -1) >= 0));
  // Neighbours here that are no neighbours there: something stands between them.
  const isCut = base.map((_, at) => partners.some((partner) => (partner[at] ?? -1) - (partner[at - 1] ?? -1) !== 1));
  const runs: Run[] = [];
  for (let at = 0; at < base.length; at += 1) {
    const last = runs.at(-1);
    const isShared = isIn[at] ?? false;
    const goesOn = last !== undefined && last.isShared === isShared && !(isShared && (isCut[at] ?? false));
    if (goesOn) runs[runs.length - 1] = { ...last, until: at + 1 };
    else {
      if (last !== undefined && last.isShared && isShared) runs.push({ isShared: false, from: at, until: at });
      runs.push({ isShared, from: at, until: at + 1 });
    }
  }
  return joined(base, withUnits(base, runs));
}

/** "om 10 uur" and "om 9 uur": the hour is asked with its word, not before it. */
const withUnits = (base: readonly Token[], runs: readonly Run[]): readonly Run[] =>
  runs.map((run, nr) => {
    const isUnit = (at: number): boolean => UNIT.test(base[at]?.key ?? '') && /\d$/.test(base[at - 1]?.key ?? '');
    if (run.isShared) {
      const isTaken = runs[nr - 1]?.isShared === false && isUnit(run.from) && run.until - run.from > 1;
      return isTaken ? { ...run, from: run.from + 1 } : run;
    }
    const next = runs[nr + 1];
    const takes = next !== undefined && isUnit(run.until) && next.until - next.from > 1;
    return takes ? { ...run, until: run.until + 1 } : run;
  });

const UNIT = /^(?:u|uur|h|heures?|am|pm)$/;

function joined(base: readonly Token[], runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  runs.forEach((run, nr) => {
    const tokens = base.slice(run.from, run.until);
    const isBetween = nr > 0 && nr < runs.length - 1;
    const isSlight =
      run.isShared &&
      isBetween &&
      tokens.filter(isWord).length < FEWEST_BETWEEN &&
      !tokens.some(({ text }) => /^[.!?]$/.test(text));
    const last = kept.at(-1);
    const asRun = isSlight ? { ...run, isShared: false } : run;
    if (last !== undefined && !last.isShared && !asRun.isShared)
      kept[kept.length - 1] = { ...last, until: asRun.until };
    else kept.push(asRun);
  });
  return kept;
}

/** Where a differing stretch lies in another answer: between the partners of the shared tokens on its sides. */
function rangeIn(
  { from, until }: Run,
  base: readonly Token[],
  partner: Int32Array | null | undefined,
  tokens: readonly Token[],
): readonly [number, number] {
  if (partner === null || partner === undefined) return [from, until];
  const start = from === 0 ? 0 : (partner[from - 1] ?? -1) + 1;
  const end = until >= base.length ? tokens.length : (partner[until] ?? tokens.length);
  return [start, end];
}

const textOf = (tokens: readonly Token[], [from, until]: readonly [number, number]): string =>
  tokens
    .slice(from, until)
    .map(({ blank, text }, nr) => (nr === 0 ? text : blank + text))
    .join('');

/** A customer's name among the words that stay: three who are called Jan, or a word that is a name too. */
function namesSomebody(shared: readonly Token[], answers: readonly AlikeAnswer[]): boolean {
  const names = new Set(
    answers.flatMap(({ contact }) => {
      const { first, last } = personName(contact.name);
      return [first ?? '', last ?? ''].map(plain).filter((name) => name.length > 2);
    }),
  );
  return shared.some(({ text, key }) => /^\p{Lu}/u.test(text) && names.has(key));
}

const FORMAL = /^(?:beste|geachte|dear|bonjour|madame|monsieur|ch[eè]re?)\b/iu;

function topFor(answers: readonly AlikeAnswer[]): string {
  const [newest, ...others] = answers.map(({ words }) => words.salutation);
  if (newest === undefined || newest === '') return '';
  if (FORMAL.test(newest)) return '{{contact.salutation}},';
  const greeting = /^\S+(?: (?:morning|afternoon|evening))?/iu.exec(newest)?.[0] ?? newest;
  const hasName = [newest, ...others].some((one) => one.length > greeting.length);
  return hasName ? `${greeting} {{contact.first_name | ""}},` : `${greeting},`;
}

function bottomFor(answers: readonly AlikeAnswer[]): string {
  const [newest = '', ...others] = answers.map(({ words }) => words.closing);
  const isTheirs = newest !== '' && others.every((one) => plain(one) === plain(newest));
  return isTheirs ? `${newest}\n{{my.name | ""}}` : '';
}
