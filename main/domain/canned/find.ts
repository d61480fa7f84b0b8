// Finds canned replies: the list under "/" while one types, and the three that fit what the customer wrote. Both orders are
// the same for the same words, always.
import type { CannedTexts } from './fill.ts';

export type Findable = {
  readonly code: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly texts: CannedTexts;
  readonly usedCount: number;
};

export type CannedMatch<Reply> = { readonly reply: Reply; readonly score: number };
export type CannedSuggestion<Reply> = {
  readonly reply: Reply;
  /** The customer's own words that matched, in their order. */
  readonly words: readonly string[];
};

/** Every word typed must be found somewhere; nothing typed gives all, the most used first. */
export function matchCanned<Reply extends Findable>(
  query: string,
  replies: readonly Reply[],
): readonly CannedMatch<Reply>[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  const matches = replies.flatMap((reply): CannedMatch<Reply>[] => {
    const points = words.map((word) => wordPoints(word, reply));
    return points.includes(0) ? [] : [{ reply, score: points.reduce((sum, one) => sum + one, 0) }];
  });
  return matches.toSorted(
    (a, b) => b.score - a.score || b.reply.usedCount - a.reply.usedCount || byCode(a.reply, b.reply),
  );
}

// A code is what one types on purpose, so it weighs most; a word deep in the text says least.
const POINTS = {
  code: 100,
  codeStart: 80,
  titleStart: 70,
  tag: 65,
  codePart: 60,
  tagStart: 55,
  titlePart: 50,
  fuzzyCode: 30,
  body: 20,
  fuzzyTitle: 15,
  bodyPart: 10,
};
/** One or two letters are in every text, in that order. */
const FUZZY_FROM = 3;

function wordPoints(word: string, reply: Findable): number {
  const code = plain(reply.code);
  const title = plain(reply.title);
  const tags = reply.tags.map(plain);
  const body = plain(Object.values(reply.texts).join(' '));
  if (code === word) return POINTS.code;
  if (code.startsWith(word)) return POINTS.codeStart;
  if (startsAWord(title, word)) return POINTS.titleStart;
  if (tags.includes(word)) return POINTS.tag;
  if (code.includes(word)) return POINTS.codePart;
  if (tags.some((tag) => tag.startsWith(word))) return POINTS.tagStart;
  if (title.includes(word)) return POINTS.titlePart;
  if (word.length < FUZZY_FROM) return 0;
  if (hasLettersOf(code, word)) return POINTS.fuzzyCode;
  if (startsAWord(body, word)) return POINTS.body;
  if (hasLettersOf(title, word)) return POINTS.fuzzyTitle;
  return body.includes(word) ? POINTS.bodyPart : 0;
}

const startsAWord = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`);

/** All letters, in order, with others between: "ofrt" finds "offerte". */
function hasLettersOf(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const MOST_SUGGESTIONS = 3;
/** Shorter words are articles and the like. */
const SHORTEST_WORD = 4;
/** Enough of a mail to know what it is about. */
const LONGEST_MESSAGE = 20_000;
const NAMED_POINTS = 3;
const BODY_POINTS = 1;
/** One word that names the reply, or three out of its text. */
const ENOUGH = 3;

/** Words that say nothing about the matter, in the three languages. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `aan alle alles beste bent bij daar dank deze dien door echt even eens geen goed graag groet groeten haar hallo heeft hebben
   heel hier hoe hoor iets jullie kunnen kunt maar meer mijn misschien moet naar niet nog onze over ook past tijd toch
   uw van veel vind voor vraag vragen vriendelijke wanneer want waar wat weet wel werd weten wil wilde willen worden wordt zal zijn zou zouden
   about also best could dear from have hello here just kind know like made make more other please regards thank thanks that them then there
   this want what when where which will with would your yours
   avec bien bonjour cordialement dans elle merci nous pour pourriez quand sont vous votre`.split(/\s+/),
);

export function suggestCanned<Reply extends Findable>(
  message: string,
  replies: readonly Reply[],
): readonly CannedSuggestion<Reply>[] {
  const said = new Map<string, string>();
  for (const word of message.slice(0, LONGEST_MESSAGE).match(/[\p{L}\p{M}]+/gu) ?? []) {
    const key = plain(word);
    if (key.length >= SHORTEST_WORD && !EMPTY_WORDS.has(key) && !said.has(key)) said.set(key, word);
  }
  const scored = replies.map((reply) => {
    const named = contentWords([reply.code, reply.title, ...reply.tags].join(' '));
    const body = contentWords(
      Object.values(reply.texts)
        .join(' ')
        .replaceAll(/\{\{[^}]*\}\}/g, ' '),
    );
    let score = 0;
    const words: string[] = [];
    for (const [key, word] of said) {
      const points = isAmong(key, named) ? NAMED_POINTS : isAmong(key, body) ? BODY_POINTS : 0;
      score += points;
      if (points > 0) words.push(word);
    }
    return { reply, words, score };
  });
  return scored
    .filter(({ score }) => score >= ENOUGH)
    .toSorted((a, b) => b.score - a.score || b.reply.usedCount - a.reply.usedCount || byCode(a.reply, b.reply))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ reply, words }) => ({ reply, words }));
}

const contentWords = (text: string): readonly string[] =>
  [...new Set(plain(text).split(' '))].filter((word) => word.length >= SHORTEST_WORD && !EMPTY_WORDS.has(word));

/** The same word in another number or form: "afspraak" and "afspraken", "offerte" and "offertes". */
function isAmong(word: string, others: readonly string[]): boolean {
  return others.some((other) => {
    const shorter = Math.min(word.length, other.length);
    let common = 0;
    while (common < shorter && word[common] === other[common]) common += 1;
    return common >= Math.max(SHORTEST_WORD, shorter - 2) && Math.max(word.length, other.length) - common <= 3;
  });
}

/** Code points, not the machine's language: the order is the same on every computer. */
const byCode = (a: Findable, b: Findable): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
