// What makes a sentence a promise of the writer's, in Dutch and English: he does something, or the reader gets
// something. A condition, a doubt, a refusal, a question or a word about being away takes that back.
import { oneOf } from '../phrases.ts';
import type { Language } from '../conversation/message.ts';
import { plainWords } from '../reply-by/when-words.ts';

export function isPromise(sentence: string, language: Language | null): boolean {
  const plain = ` ${plainWords(sentence)} `;
  if (/\?\W*$/.test(plain)) return false;
  const isDutch = language !== 'en' && DUTCH.some((pattern) => pattern.test(plain)) && !DUTCH_NOT.test(plain);
  const isEnglish = language !== 'nl' && ENGLISH.some((pattern) => pattern.test(plain)) && !ENGLISH_NOT.test(plain);
  return isDutch || isEnglish;
}

// ---- Dutch

/** First person, singular and plural: the things that one promises to a customer. */
const DOES_NL = oneOf`
  # word
  laat|laten|stuur|sturen|verstuur|versturen|bezorg|bezorgen|mail|mailen
  bel|bellen|contacteer|contacteren|verwittig|verwittigen|informeer|informeren
  antwoord|antwoorden|reageer|reageren
  # come, bring, look
  kom|komen|lever|leveren|breng|brengen
  bekijk|bekijken|kijk|kijken|zoek|zoeken
  # do
  regel|regelen|plan|plannen|maak|maken
  herstel|herstellen|repareer|repareren|vervang|vervangen
  geef|geven|neem|nemen|bevestig|bevestigen
  betaal|betalen|stort|storten|zorg|zorgen
  bestel|bestellen|haal|halen|meld|melden|bereken|berekenen
  zet|zetten|plaats|plaatsen
`;
const TO_DO_NL = oneOf`
  # word
  laten weten|sturen|versturen|doorsturen|opsturen|toesturen|nasturen|bezorgen|mailen
  bellen|terugbellen|opbellen|contacteren|verwittigen|informeren
  antwoorden|beantwoorden|reageren
  # come, bring, look
  langskomen|terugkomen|komen|leveren|brengen
  bekijken|nakijken|uitzoeken
  # do
  regelen|plannen|inplannen|maken|opmaken
  herstellen|repareren|vervangen
  geven|nemen|opnemen|bevestigen
  betalen|terugbetalen|storten|zorgen
  bestellen|halen|ophalen|melden|berekenen
  uitwerken|afwerken|doen|plaatsen
`;
const DONE_NL = oneOf`
  geleverd|verstuurd|verzonden|bezorgd|opgestuurd
  hersteld|gerepareerd|geplaatst|gebracht|afgewerkt
  gebeld|teruggebeld|gecontacteerd
  terugbetaald|gestort|opgehaald|klaargezet
`;
const WILL_NL = oneOf`
  (?:ik|we|wij) (?:zal|zullen|ga|gaan)
  (?:zal|zullen|ga|gaan) (?:ik|we|wij)
`;
const COLLEAGUE = oneOf`collega|technieker|monteur|vakman|chauffeur|koerier`;
const GETS = oneOf`krijgt?|krijgen|ontvangt?|ontvangen|hoort?|horen|verneemt`;
const PAPER = oneOf`offerte|prijs|antwoord|voorstel|factuur|bestelling|planning|ontwerp|tekening`;

/** Looked for in plain words with a blank at either end; see plainWords. */
const DUTCH: readonly RegExp[] = [
  // The writer, or a colleague, does it.
  new RegExp(` (?:ik|we|wij) (?:zelf )?(?:${DOES_NL}) `),
  new RegExp(` (?:${DOES_NL}) (?:ik|we|wij)[ ,.]`),
  new RegExp(` (?:${WILL_NL}) .*(?:${TO_DO_NL})[ ,.!]`),
  new RegExp(` (?:${COLLEAGUE}) (?:komt|belt|mailt|neemt|stuurt|levert|brengt|contacteert) `),
  // The reader gets it.
  new RegExp(` (?:u|je|jij|jullie) (?:${GETS}) `),
  new RegExp(` (?:${GETS}) (?:u|je|jij|jullie)[ ,.]`),
  / (?:u|je|jullie) (?:mag|mogen|kan|kunt|kunnen) .*verwachten[ ,.!]/,
  // It comes, it will be done.
  new RegExp(` (?:${PAPER})\\S* .*(?:volgt|vertrekt)[ ,.!]`),
  new RegExp(` (?:${PAPER})\\S* (?:volgt|vertrekt) `),
  new RegExp(` (?:wordt|worden) .*(?:${DONE_NL})[ ,.!]`),
  / (?:is|zijn|ligt|liggen|staat|staan) .*klaar[ ,.!]/,
];

const NOT_NL = oneOf`
  # no
  niet|geen|nooit
  # if and when
  als|indien|mocht|tenzij|zodra|wanneer|hoewel
  # perhaps
  misschien|wellicht|mogelijk|eventueel|hopelijk|hoop|hopen
  probeer|proberen|tracht|trachten|zou|zouden
  # past
  had|hadden|werd|werden|gisteren|vorige
  # away
  verlof|vakantie|gesloten|dicht|afwezig
  # the reader should do it
  gelieve|kunt u|kun je|wilt u|wil je
`;
const DUTCH_NOT = new RegExp(` (?:${NOT_NL})[ ,.!]`);

// ---- English

const DOES_EN = oneOf`
  get back|let you know|send|email|e-mail|mail|call|ring|phone
  reply|respond|answer|update|confirm
  come|deliver|ship|have|bring|drop
  check|look into|look at|follow up|be in touch|be back|contact
  finish|fix|repair|arrange|prepare|write|forward
  pay|refund|provide|share|give|order|pick|collect|do|make|get
`;
const WILL_EN = oneOf`
  i'll|we'll|i will|we will|i shall|we shall
  i'm going to|i am going to|we're going to|we are going to
`;
const DONE_EN = oneOf`
  ready|sent|shipped|delivered|done|finished|repaired
  with you|in your inbox|on its way
`;
const ENGLISH: readonly RegExp[] = [
  new RegExp(` (?:${WILL_EN}) (?:\\w+ ){0,2}?(?:${DOES_EN}) `),
  / (?:you'll|you will) (?:\w+ )?(?:have|get|receive|hear|be hearing) /,
  / (?:you can|you may) expect /,
  / let me .*(?:get back to you|let you know) /,
  new RegExp(` (?:will be|'ll be) (?:\\w+ )?(?:${DONE_EN})[ ,.!]`),
];

const NOT_EN = oneOf`
  # no
  not|won't|can't|cannot|don't|doesn't|never|unable
  # if and when
  if|unless|once|when|whenever
  # perhaps
  maybe|perhaps|possibly|probably|hope|hopefully|try|trying
  might|could|would|should
  # past
  was|were|yesterday
  # away
  closed|away|on leave|on holiday|out of office
  # the reader should do it
  could you|can you|please
`;
const ENGLISH_NOT = new RegExp(` (?:${NOT_EN})[ ,.!]`);
