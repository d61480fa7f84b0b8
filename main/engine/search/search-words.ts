// Reads what the owner typed into the search box: words, "phrases", prefix*, and conditions such as from:jan or before:2026-05-01,
// in English and Dutch. What makes no sense is searched for as words: nothing he types is an error.
import { parseIsoDay, dayOf, type Day } from '../../domain/office-hours/calendar.ts';
import { createWallClock } from '../../domain/office-hours/wall-clock.ts';
import type { ZoneName } from '../../domain/instant.ts';
import { CHANNELS } from '../../domain/conversation/message.ts';
import type { SearchConditions } from '../store/full-text-table.ts';

export type Term = { readonly words: string; readonly isPrefix: boolean };
export type SearchWords = {
  readonly conditions: SearchConditions;
  /** What to highlight. */
  readonly terms: readonly Term[];
  /** Nothing to search for at all. */
  readonly isEmpty: boolean;
};

type Key = 'from' | 'to' | 'subject' | 'has' | 'before' | 'after' | 'in' | 'channel';
const KEYS: Readonly<Record<string, Key>> = {
  from: 'from',
  van: 'from',
  to: 'to',
  aan: 'to',
  subject: 'subject',
  onderwerp: 'subject',
  has: 'has',
  heeft: 'has',
  before: 'before',
  voor: 'before',
  after: 'after',
  na: 'after',
  in: 'in',
  channel: 'channel',
  kanaal: 'channel',
};
const MAILBOXES: Readonly<Record<string, string>> = {
  'postvak-in': 'inbox',
  verzonden: 'sent',
  concepten: 'drafts',
  archief: 'archive',
  prullenbak: 'trash',
};
const ATTACHMENT_WORDS = ['attachment', 'attachments', 'bijlage', 'bijlagen', 'file'];

/** More words than this narrow nothing any more, and each costs a walk through the index. */
const MOST_TERMS = 24;

type Token = { readonly key: string | null; readonly value: string; readonly isQuoted: boolean };

/** Days begin at midnight in `zone`. */
export function readSearchWords(query: string, zone: ZoneName): SearchWords {
  const met: Partial<SearchConditions>[] = [];
  const matches: string[] = [];
  const terms: Term[] = [];
  const addWords = (value: string, isQuoted: boolean): void => {
    const isPrefix = !isQuoted && value.endsWith('*');
    const words = value.replace(/\*+$/, '');
    if (!hasWord(words)) return;
    matches.push(phrase(words, isPrefix));
    terms.push({ words, isPrefix });
  };
  for (const token of tokensOf(query).slice(0, MOST_TERMS)) {
    const key = token.key === null ? undefined : KEYS[token.key.toLowerCase()];
    const condition = key === undefined ? null : conditionFor(key, token, zone);
    if (condition === null) addWords(token.key === null ? token.value : `${token.key}:${token.value}`, token.isQuoted);
    else if (typeof condition === 'string') matches.push(condition);
    else met.push(condition);
  }
  const match = matches.length === 0 ? null : matches.join(' AND ');
  const conditions: SearchConditions = Object.assign({ ...NO_CONDITIONS, match }, ...met);
  return { conditions, terms, isEmpty: match === null && met.length === 0 };
}

const NO_CONDITIONS: SearchConditions = {
  match: null,
  after: null,
  before: null,
  mailbox: null,
  channel: null,
  withAttachment: false,
};

/** A part of an FTS5 expression, conditions beside it, or null: it means nothing as a condition. */
function conditionFor(key: Key, { value }: Token, zone: ZoneName): string | Partial<SearchConditions> | null {
  const lower = value.toLowerCase();
  switch (key) {
    // Names and addresses by the beginnings of their words: from:jan finds Jan, janssens@ and post@janssens.be.
    case 'from':
      return hasWord(value) ? `sender : ${phrase(value, true)}` : null;
    case 'to':
      return hasWord(value) ? `recipients : ${phrase(value, true)}` : null;
    case 'subject':
      return hasWord(value) ? `subject : ${phrase(value, value.endsWith('*'))}` : null;
    case 'has':
      return ATTACHMENT_WORDS.includes(lower) ? { withAttachment: true } : null;
    case 'before':
    case 'after': {
      const day = dayIn(value);
      if (day === null) return null;
      const midnight = createWallClock(zone).instantOf(day, 0);
      return key === 'before' ? { before: midnight } : { after: midnight };
    }
    case 'in':
      return lower === '' ? null : { mailbox: MAILBOXES[lower] ?? lower };
    case 'channel':
      return CHANNELS.some((channel) => channel === lower) ? { channel: lower } : null;
  }
}

/** "2026-05-01", "1-5-2026", "1/5/2026", "2026-05" or "2026". */
function dayIn(value: string): Day | null {
  const parts = value.split(/[-/.]/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  const isYearFirst = parts[0]?.length === 4;
  const [year, month, day] = isYearFirst ? parts : parts.toReversed();
  if (year?.length !== 4) return null;
  if (day !== undefined) return parseIsoDay(`${year}-${(month ?? '').padStart(2, '0')}-${day.padStart(2, '0')}`);
  const number = month === undefined ? 1 : Number(month);
  return number >= 1 && number <= 12 ? dayOf(Number(year), number, 1) : null;
}

// key:"two words", key:value, "a phrase", or anything up to a blank. A quote that is never closed runs to the end.
function tokensOf(query: string): readonly Token[] {
  const found = query.matchAll(/(?:([\p{L}]{2,12}):)?(?:"([^"]*)(?:"|$)|(\S+))/gu);
  return Array.from(found, ([, key, quoted, bare]) => ({
    key: key ?? null,
    value: quoted ?? bare ?? '',
    isQuoted: quoted !== undefined,
  }));
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A string in FTS5's syntax: inside quotes nothing is an operator; NUL would end the SQL text. */
function phrase(text: string, isPrefix: boolean): string {
  return `"${text.replace(/\*+$/, '').replaceAll('\0', ' ').replaceAll('"', ' ')}"${isPrefix ? ' *' : ''}`;
}
