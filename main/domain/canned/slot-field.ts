// What becomes of a part in which alike answers differ: the customer's name is a field, everything else a question to the owner, asked
// as what it is: a day, a time, an amount.
import { personName } from '../contact/person-name.ts';
import type { UiLanguage } from '../conversation/message.ts';
import { plain } from './words.ts';

type Kind = 'day' | 'time' | 'moment' | 'amount' | 'number' | 'other';

const QUESTIONS: Readonly<Record<UiLanguage, Readonly<Record<Exclude<Kind, 'other'>, string>>>> = {
  nl: { day: 'Welke dag', time: 'Hoe laat', moment: 'Wanneer', amount: 'Welk bedrag', number: 'Welk getal of nummer' },
  en: { day: 'Which day', time: 'What time', moment: 'When', amount: 'Which amount', number: 'Which number' },
};
const AFTER: Readonly<Record<UiLanguage, (words: string) => string>> = {
  nl: (words) => (words === '' ? 'Waarmee begint het' : `Wat komt na “${words}”`),
  en: (words) => (words === '' ? 'How does it begin' : `What follows “${words}”`),
};

const DAY =
  /\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|vandaag|morgen|overmorgen|today|tomorrow|demain|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre|we[e]?k)\b|\b\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?\b/iu;
const TIME = /\b\d{1,2}(?:[.:]\d{2})?\s?(?:u(?:ur)?|h(?:eures?)?|am|pm|o'clock)\b|\b\d{1,2}[.:h]\d{2}\b/iu;
const AMOUNT = /€|\b(?:euro|eur)\b|\b\d+,\d{2}\b/iu;

/** `said`: what each answer says there; `before`: the words in front of it. `asked` remembers which question stands for which parts. */
export function fieldFor(
  said: readonly string[],
  answers: readonly { readonly contact: { readonly name: string } }[],
  before: string,
  owner: UiLanguage,
  asked: Map<string, string>,
): string {
  const people = answers.map(({ contact }) => personName(contact.name));
  const isEach = (part: 'first' | 'last'): boolean =>
    said.every((words, nr) => plain(words) !== '' && plain(words) === plain(people[nr]?.[part] ?? ''));
  if (isEach('first')) return '{{contact.first_name}}';
  if (isEach('last')) return '{{contact.last_name}}';
  const kind = kindOf(said);
  const question = kind === 'other' ? AFTER[owner](before) : QUESTIONS[owner][kind];
  // The same words in the same answers are asked once.
  const parts = said.join('\n');
  let unique = question.replaceAll(/[{}|]/g, ' ');
  for (let nr = 2; asked.has(unique) && asked.get(unique) !== parts; nr += 1) unique = `${question} (${nr})`;
  asked.set(unique, parts);
  return `{{?${unique}}}`;
}

function kindOf(said: readonly string[]): Kind {
  const are = (test: RegExp): boolean => said.every((words) => test.test(words));
  if (are(AMOUNT)) return 'amount';
  if (are(DAY) && are(TIME)) return 'moment';
  if (are(TIME)) return 'time';
  if (are(DAY)) return 'day';
  if (said.every((words) => DAY.test(words) || TIME.test(words))) return 'moment';
  return are(/^\P{L}*\d[\d\s.,/-]*$/u) ? 'number' : 'other';
}
