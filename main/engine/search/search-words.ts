// Reads what the owner typed into the search box: words, "phrases", prefix*, -without, and conditions such as from:jan or
// voor:mei. What makes no sense as a condition is searched for as words, and told: nothing he types is an error.
import type { SearchFilter } from '../../contract/views.ts';
import { CHANNELS } from '../../domain/conversation/message.ts';
import type { Instant, ZoneName } from '../../domain/instant.ts';
import { createWallClock } from '../../domain/office-hours/wall-clock.ts';
import { keyOf, meansAttachment, roleOf, sectionOf, stateOf, type SearchKey } from '../../domain/search/search-keys.ts';
import type { CardWords, MeantCard } from '../contacts/card-words.ts';
import type { Narrow, SearchConditions } from '../store/search-rows.ts';
import { addressesOf, narrowedBy, onAnyCard } from './on-cards.ts';
import { ALL, channelMark, WITH_ATTACHMENT } from './marks.ts';
import { spanIn } from './search-dates.ts';
import { tokensOf, type Token } from './search-tokens.ts';
import { createWordMatch, hasWord, phrase, readsMuch, type WordsFrom } from './word-match.ts';

export type Term = { readonly words: string; readonly isPrefix: boolean };
export type OnCard = { readonly term: Term; readonly cards: readonly MeantCard[] };
export type SearchWords = {
  readonly conditions: SearchConditions;
  /** The same, with all free words in the subject or in the names; null where there are no free words. */
  readonly lifted: SearchConditions | null;
  /** What to highlight. */
  readonly terms: readonly Term[];
  /** Whose cards say which of the words, of free ones and of those behind "van:" and the like. */
  readonly onCards: readonly OnCard[];
  readonly filters: readonly SearchFilter[];
  readonly asWords: readonly string[];
  /** Nothing to search for at all. */
  readonly isEmpty: boolean;
};

export type SearchReading = {
  readonly now: Instant;
  /** Days begin at midnight in it. */
  readonly zone: ZoneName;
  readonly isTyping: boolean;
  readonly wordsFrom: WordsFrom;
  readonly cards: Pick<CardWords, 'meant' | 'bearing' | 'vips'>;
};

export function readSearchWords(query: string, reading: SearchReading): SearchWords {
  const wordMatch = createWordMatch(reading.wordsFrom);
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const words: { readonly match: string; readonly on: OnCard }[] = [];
  const namedOnCards: OnCard[] = [];
  const met: Condition[] = [];
  const filters: SearchFilter[] = [];
  const asWords: string[] = [];
  const tokens = tokensOf(query);
  const readCondition = createConditionReader(reading, wordMatch);

  const addWords = (token: Token, isLast: boolean): void => {
    // "9:30" and "https://..." keep their order; a condition that made no sense is words like any others.
    const joint = token.key !== null && keyOf(token.key) === null ? ':' : ' ';
    const text = token.key === null ? token.value : `${token.key}${joint}${token.value}`;
    const isPrefix =
      !token.isQuoted && (text.endsWith('*') || (isLast && reading.isTyping && /[\p{L}\p{N}]$/u.test(query)));
    const plain = text.replace(/\*+$/, '');
    if (!hasWord(plain)) return;
    const match = token.isQuoted ? phrase(plain, false) : wordMatch(plain, isPrefix);
    if (token.isExcluded) {
      unwanted.push(match);
      return;
    }
    words.push({ match, on: { term: { words: plain, isPrefix }, cards: reading.cards.meant(plain, isPrefix) } });
  };

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const kind = token.key === null ? null : keyOf(token.key);
    const read = kind === null ? null : readCondition(kind, token, tokens.slice(at + 1));
    if (read === null) {
      const isLast = at === tokens.length - 1;
      // "voor:me" may still become "voor:mei".
      if (kind !== null && !(isLast && reading.isTyping)) asWords.push(token.text);
      addWords(token, isLast);
      continue;
    }
    const text = [token, ...tokens.slice(at + 1, at + 1 + read.taken)].map((one) => one.text).join(' ');
    filters.push({
      kind: kind as SearchKey,
      text,
      value: read.value,
      isExcluded: token.isExcluded,
      span: read.span,
    });
    at += read.taken;
    if (read.onCards !== undefined && !token.isExcluded) namedOnCards.push(read.onCards);
    if (read.condition.match !== undefined) (token.isExcluded ? unwanted : wanted).push(read.condition.match);
    else met.push(read.condition);
  }

  const isEmpty = words.length + wanted.length + unwanted.length + met.length === 0;
  const terms = words.map(({ on }) => on.term);
  const onCards = narrowedBy(words.map(({ on }) => on));
  const matches = words.map(({ match }, index) => onAnyCard(match, '{sender recipients}', onCards[index]?.cards ?? []));
  const conditions = conditionsOf(met, matchOf([...matches, ...wanted], unwanted));
  const named = `({subject sender recipients} : (${matches.join(' AND ')}))`;
  const lifted =
    words.length === 0 || words.some(({ match }) => readsMuch(match))
      ? null
      : { ...conditions, match: matchOf([named, ...wanted], unwanted) };
  return { conditions, lifted, terms, onCards: [...onCards, ...namedOnCards], filters, asWords, isEmpty };
}

type Condition = {
  /** FTS5 syntax. Without it, one of the others. */
  readonly match?: string;
  readonly after?: Instant;
  readonly before?: Instant;
  readonly narrow?: { readonly by: Narrow; readonly isExcluded: boolean };
};

type Read = {
  readonly condition: Condition;
  readonly value: string;
  readonly span: SearchFilter['span'];
  readonly onCards?: OnCard;
  /** How many of the tokens behind it belong to it: "voor:vorige week". */
  readonly taken: number;
};

const matchOf = (wanted: readonly string[], unwanted: readonly string[]): string => {
  const all = wanted.length === 0 ? `"${ALL}"` : wanted.join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
};

function conditionsOf(met: readonly Condition[], match: string): SearchConditions {
  const afters = met.flatMap(({ after }) => after ?? []);
  const befores = met.flatMap(({ before }) => before ?? []);
  return {
    match,
    after: afters.length === 0 ? null : Math.max(...afters),
    before: befores.length === 0 ? null : Math.min(...befores),
    narrow: met.flatMap(({ narrow }) => narrow ?? []),
  };
}

/** Names of more than one word, as far as they make sense: "in:wacht op hen" takes two more. */
const MOST_TAKEN = 2;

type ConditionReader = (kind: SearchKey, token: Token, rest: readonly Token[]) => Read | null;

function createConditionReader(
  { now, zone, cards }: SearchReading,
  wordMatch: ReturnType<typeof createWordMatch>,
): ConditionReader {
  const clock = createWallClock(zone);
  const today = clock.at(now).day;

  const inDays = (kind: 'before' | 'after' | 'on', value: string, isExcluded: boolean): Omit<Read, 'taken'> | null => {
    const days = spanIn(value, today);
    if (days === null || isExcluded) return null;
    const span = { from: clock.instantOf(days.from, 0), until: clock.instantOf(days.until, 0) };
    const after = kind === 'before' ? {} : { after: span.from };
    const before = kind === 'after' ? {} : { before: kind === 'on' ? span.until : span.from };
    return { condition: { ...after, ...before }, value, span };
  };

  const readOne = (kind: SearchKey, { isExcluded }: Token, value: string): Omit<Read, 'taken'> | null => {
    const plain = (condition: Condition) => ({ condition, value, span: null });
    const narrow = (by: Narrow) => plain({ narrow: { by, isExcluded } });
    // Names and addresses by the beginnings of their words: from:jan finds Jan, janssens@ and post@janssens.be.
    const within = (columns: string) =>
      hasWord(value) ? plain({ match: `(${columns} : ${wordMatch(value.replace(/\*+$/, ''), true)})` }) : null;
    const ofPeople = (columns: string) => {
      const words = value.replace(/\*+$/, '');
      if (!hasWord(words)) return null;
      const meant = cards.meant(words, true);
      const few = addressesOf(meant) === null ? [] : meant;
      const match = onAnyCard(`(${columns} : ${wordMatch(words, true)})`, columns, few);
      return { ...plain({ match }), onCards: { term: { words, isPrefix: true }, cards: few } };
    };
    const people = (addresses: readonly string[] | null) =>
      addresses === null ? null : narrow({ kind: 'people', addresses });
    switch (kind) {
      case 'from':
        return ofPeople('sender');
      case 'to':
        return ofPeople('recipients');
      case 'with':
        return ofPeople('{sender recipients}');
      case 'tag':
        return hasWord(value) ? people(cards.bearing(value)) : null;
      case 'file':
        return within('attachments');
      case 'subject':
        return hasWord(value)
          ? plain({ match: `(subject : ${wordMatch(value.replace(/\*+$/, ''), value.endsWith('*'))})` })
          : null;
      case 'has':
        if (meansAttachment(value)) return plain({ match: `"${WITH_ATTACHMENT}"` });
        // heeft:pdf
        return /^[\p{L}\p{N}]{2,5}$/u.test(value) ? plain({ match: `(attachments : ${phrase(value, false)})` }) : null;
      case 'before':
      case 'after':
      case 'on':
        return inDays(kind, value, isExcluded);
      case 'in': {
        const role = roleOf(value);
        if (role !== null) return narrow(role === 'sent' ? { kind: 'sent' } : { kind: 'mailbox', role, path: '' });
        const section = sectionOf(value);
        if (section !== null) return narrow({ kind: 'section', section });
        return hasWord(value) ? narrow({ kind: 'mailbox', role: null, path: value }) : null;
      }
      case 'is': {
        const state = stateOf(value);
        if (state === 'vip') return people(cards.vips());
        if (state === 'open') return narrow({ kind: 'open' });
        if (state !== null)
          return plain({ narrow: { by: { kind: 'unread' }, isExcluded: isExcluded !== (state === 'read') } });
        const section = sectionOf(value);
        return section === null ? null : narrow({ kind: 'section', section });
      }
      case 'channel': {
        const channel = CHANNELS.find((one) => one === value.toLowerCase());
        return channel === undefined ? null : plain({ match: `"${channelMark(channel)}"` });
      }
      case 'account':
        return hasWord(value) ? narrow({ kind: 'account', name: value }) : null;
    }
  };

  return (kind, token, rest) => {
    const mayGoOn = !token.isQuoted && ['before', 'after', 'on', 'in', 'is', 'tag'].includes(kind);
    for (let taken = mayGoOn ? MOST_TAKEN : 0; taken >= 0; taken -= 1) {
      const more = rest.slice(0, taken);
      if (more.length < taken || more.some((one) => one.key !== null || one.isQuoted || one.isExcluded)) continue;
      const value = [token.value, ...more.map((one) => one.value)].join(' ');
      // Any words may be a folder's name: only those of our own lists go on behind a blank.
      if (taken > 0 && kind === 'in' && roleOf(value) === null && sectionOf(value) === null) continue;
      const read = readOne(kind, token, value);
      if (read !== null) return { ...read, taken };
    }
    return null;
  };
}
