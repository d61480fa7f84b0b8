// Finds what was promised to a customer in an own message: "ik laat u vrijdag iets weten", "I'll get back to you by Tuesday",
// "je vous envoie le devis demain".
// Rules only, and precise before complete: a promise that was missed costs a question to the owner, one that was made up costs
// his trust. What makes a sentence a promise is in promise-words.ts.
import type { Language } from '../conversation/message.ts';
import type { Instant, ZoneName } from '../instant.ts';
import type { OfficeHours, OpenInterval } from '../office-hours/office-hours.ts';
import { createOpenTime, type OpenTime } from '../office-hours/open-time.ts';
import { readWhen } from '../reply-by/read-when.ts';
import { resolveWhen } from '../reply-by/resolve-when.ts';
import type { WhenParts } from '../reply-by/when-parts.ts';
import { ownSentences } from './own-sentences.ts';
import { isPromise } from './promise-words.ts';

export type Commitment = {
  /** The sentence that holds it. */
  readonly text: string;
  /** The last moment at which it is kept. */
  readonly due: Instant;
};

export type CommitmentQuestion = {
  /** The writer's own words, without quotes and signature. */
  readonly text: string;
  readonly sentAt: Instant;
  readonly zone: ZoneName;
  readonly language: Language | null;
  /** Ordinary shop hours when not given. */
  readonly hours?: OfficeHours | undefined;
};

/** Nobody promises anything beyond the first pages. */
const LONGEST_TEXT = 20_000;
const LONGEST_SENTENCE = 400;
/** "vrijdag 15 mei om kwart over 4 in de namiddag" */
const MOST_WORDS = 9;

/** In the order of the text; one a sentence, with the latest moment that it names. */
export function findCommitments({ text, sentAt, zone, language, hours }: CommitmentQuestion): readonly Commitment[] {
  const openTime = createOpenTime(hours === undefined ? shopHours(zone) : { ...hours, zone });
  return ownSentences(text.slice(0, LONGEST_TEXT)).flatMap((sentence) => {
    if (sentence.length > LONGEST_SENTENCE || !isPromise(sentence, language)) return [];
    const moments = momentsIn(sentence, { sentAt, language, openTime });
    return moments.length === 0 ? [] : [{ text: sentence, due: Math.max(...moments) }];
  });
}

type Reading = { readonly sentAt: Instant; readonly language: Language | null; readonly openTime: OpenTime };

function momentsIn(sentence: string, { sentAt, language, openTime }: Reading): readonly Instant[] {
  const words = sentence.split(/\s+/).map((word) => word.replaceAll(/^["“'(]+(?!s\b)|[,;:)”"!?]+$/g, ''));
  const moments: Instant[] = [];
  let at = 0;
  while (at < words.length) {
    const found = longestMoment(words, at, language);
    if (found !== null && isSaidOfPromise(found.phrase, found.parts)) {
      const means = /^(?:voor|before|avant)\b/i.test(found.phrase) ? 'beginning' : 'end';
      const due = resolveWhen(found.parts, { now: sentAt, openTime, means });
      if (due !== null && due > sentAt) moments.push(due);
    }
    at += found?.length ?? 1;
  }
  return moments;
}

function longestMoment(
  words: readonly string[],
  at: number,
  language: Language | null,
): { readonly phrase: string; readonly parts: WhenParts; readonly length: number } | null {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ');
    const parts = readWhen(phrase, language);
    if (parts !== null) return { phrase, parts, length };
  }
  return null;
}

/** In running text these are other words: "zo" is "so", "do" is to do. With a figure beside it ("vr 16u") it is a day. */
const SHORT_DAYS: ReadonlySet<string> = new Set(
  'ma maa di din wo woe do don vr vrij za zat zo zon mon tue wed thu fri sat sun'.split(' '),
);
const isShortDay = (phrase: string): boolean =>
  !/\d/.test(phrase) &&
  phrase
    .toLowerCase()
    .split(/[ .]+/)
    .some((word) => SHORT_DAYS.has(word));

function isSaidOfPromise(phrase: string, parts: WhenParts): boolean {
  // Since when, or of when: not by when.
  if (/^(?:tot|until|till|vanaf|from|van|of|sinds|since|jusqu|depuis|du)\b/i.test(phrase)) return false;
  if (/^(?:na|after)\b/i.test(phrase) && parts.day?.kind !== 'weekend') return false;
  // "Straks" is a manner of speaking; "later vandaag" names its day.
  const isVague = parts.part === 'later' && parts.time === null && !/vandaag|today|aujourd/i.test(phrase);
  if (isVague || isShortDay(phrase)) return false;
  // "De 3e" is more often the third thing than the third of the month.
  if (parts.day?.kind === 'day-of-month') return /^(?:op|tegen|on|by|le|pour le|pour) /i.test(phrase);
  const isLength = parts.afterMs !== null || (parts.day !== null && LENGTHS.has(parts.day.kind) && !isNamed(parts));
  return (
    !isLength ||
    /^(?:over|binnen|in|within|dans|sous|d'ici|endeans)\b|from now|vanaf nu|\b(?:werkdag|working day|business day)\b/i.test(
      phrase,
    )
  );
}

const LENGTHS: ReadonlySet<string> = new Set(['in-days', 'in-weeks', 'in-months', 'working-days']);

const isNamed = ({ day }: WhenParts): boolean => day?.kind === 'in-days' && day.isNamed;

function shopHours(zone: ZoneName): OfficeHours {
  const day: readonly OpenInterval[] = [['09:00', '17:30']];
  return {
    zone,
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    closures: [],
    holidays: [],
  };
}
