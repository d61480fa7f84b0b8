// "Beste Piet" to Jan. Said only when sure: the salutation names one person, the letter goes to one person whose first name is
// known, and nothing in the conversation says that he is called so too. Nicknames, initials and slips of the pen are let go.
import { personName } from '../contact/person-name.ts';
import type { Address } from '../conversation/message.ts';
import { atStart, oneOf, wholeWords, wordSet } from '../phrases.ts';
import { plainWords } from '../reply-by/when-words.ts';
import { isNicknameOf } from './nicknames.ts';

export type Addressed = {
  /** The answer's own words. */
  readonly own: string;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** All that was said in the conversation before, by both. */
  readonly saidBefore: string;
  readonly ownNames: readonly string[];
};

/** `words`: the salutation as written; `expected`: who the letter goes to. */
export type WrongName = { readonly words: string; readonly name: string; readonly expected: string };

export function wrongName({ own, to, cc, saidBefore, ownNames }: Addressed): WrongName | null {
  const [recipient, ...others] = to;
  const greeted = greetedIn(own);
  if (greeted === null || recipient === undefined || others.length > 0) return null;
  const person = personName(recipient.name);
  if (!isSurelyPerson(person, recipient, saidBefore)) return null;
  const known = [recipient, ...cc]
    .flatMap(({ name, address }) => [name, address.replaceAll(/[@._\d+-]+/g, ' '), address.replace(/@.*$/, '')])
    .concat(saidBefore, ownNames)
    .flatMap(wordsOf);
  const isHis = (word: string): boolean => known.some((name) => isAlike(word, name) || name.includes(word));
  if (greeted.names.some(isHis)) return null;
  return { words: greeted.words, name: greeted.name, expected: person.full };
}

const HELLO = atStart('iu')`
  (?:beste|geachte|dag|hallo|hoi|hey|hé|hi|hello|dear|lieve|liebe|lieber|bonjour|bonsoir|chère?|cher|salut)[ ]
  (?:sehr geehrter?|guten (?:tag|morgen)|good (?:morning|afternoon|evening))[ ]
  (?:goede|goeie|goeden)(?:morgen|middag|avond|dag)[ ]
`;
const TITLE = oneOf`
  (?:de )?heer|dhr\.?|meneer|mijnheer|m?evr(?:ouw)?\.?|mevr\.|mw\.?|mr\.?|mrs\.?|ms\.?|miss|herr|frau|monsieur|madame|mme|m\.
`;
/** Nobody by name, or more than one. */
const NOBODY = wholeWords('iu')`
  allen|allemaal|iedereen|team|klant(?:en)?|mensen|beiden?|collega|heren|dames|buur\p{L}*|buren|familie|gezin|bestuur
  lezer|relatie|vriend(?:en|in)?|daar|jij|u|jullie|heer\s*/\s*mevrouw|mevrouw\s*/\s*heer
  all|everyone|everybody|sirs?|madam|team|both|customer|there|friends?|colleagues?|neighbours?
  tous|toutes|messieurs|mesdames|équipe|client|voisins?|alle|zusammen|damen|herren|kunde|kundin
  en|and|et|und
`;
const MOST_WORDS = 4;

function greetedIn(
  own: string,
): { readonly words: string; readonly name: string; readonly names: readonly string[] } | null {
  const line = own.trimStart().split('\n', 1)[0]?.trim() ?? '';
  const hello = HELLO.exec(line);
  if (hello === null) return null;
  const [called = '', ...more] = line.slice(hello[0].length).split(/[,!:;–—]/);
  // "Beste Jan, dag Piet," greets two.
  if (
    more.some((rest) => HELLO.test(rest)) ||
    /[&+/@\d.]\s*\S/.test(called.replace(new RegExp(`^(?:${TITLE})`, 'i'), ''))
  )
    return null;
  const isFormal = new RegExp(`^(?:${TITLE})(?:\\s|$)`, 'i').exec(called);
  const name = (isFormal === null ? called : called.slice(isFormal[0].length)).trim();
  if (name === '' || NOBODY.test(called)) return null;
  const parts = name.split(/\s+/);
  // A sentence that goes on ("Dag, ik kom morgen"; "Hallo daar") has words without a capital.
  const isNamed = parts.length <= MOST_WORDS && parts.every((part) => /^\p{Lu}/u.test(part) || PARTICLE.has(part));
  if (!isNamed || (more.length === 0 && parts.length > 3)) return null;
  const names = wordsOf(name).filter((word) => word.length > 2 && !PARTICLE.has(word));
  return names.length === 0 ? null : { words: `${hello[0].trim()} ${called.trim()}`, name, names };
}

const PARTICLE = wordSet`
  van von de den der des di da du le la les ten ter te vd v.d. el al
`;

/** A firm may be called anything, and is greeted by the name of whoever works there. */
function isSurelyPerson(
  person: ReturnType<typeof personName>,
  { address }: Address,
  saidBefore: string,
): person is ReturnType<typeof personName> & { readonly first: string } {
  if (person.full === '' || person.first === null) return false;
  const first = wordsOf(person.first)[0] ?? '';
  if (first.length < 2 || person.first.includes('.')) return false;
  const mailbox = wordsOf(address.replace(/@.*$/, '').replaceAll(/[._\d-]+/g, ' '));
  const initialed = `${first.charAt(0)}${wordsOf(person.last ?? '').join('')}`;
  if (person.last !== null && mailbox.join('') === initialed) return true;
  // "villarosa@" is the firm's name written as one.
  return mailbox.includes(first) || (wordsOf(saidBefore).includes(first) && person.last !== null);
}

const wordsOf = (text: string): readonly string[] => plainWords(text).match(/\p{L}+/gu) ?? [];

/** Two letters the same at the start, one name in the other, a slip of the pen, or known short for it. */
function isAlike(one: string, other: string): boolean {
  if (other.length < 2) return one.startsWith(other);
  if (other.length === 2) return one === other || one.startsWith(other);
  return (
    one.slice(0, 2) === other.slice(0, 2) ||
    (one.length > 2 && (other.includes(one) || one.includes(other))) ||
    isSlip(one, other) ||
    isNicknameOf(one, other)
  );
}

/** One letter more, less or other, or two changed about. */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = [one.slice(start, one.length - end), other.slice(start, other.length - end)] as const;
  if (Math.max(left[0].length, left[1].length) <= 1) return true;
  return left[0].length === 2 && left[0] === `${left[1].charAt(1)}${left[1].charAt(0)}`;
}
