// What makes a sentence a promise of the writer's, in Dutch and English: he does something, or the reader gets something. A
// condition, a doubt, a refusal, a question or a word about being away takes that back.
import type { Language } from '../conversation/message.ts';
import { plainWords } from '../reply-by/when-words.ts';

export function isPromise(sentence: string, language: Language | null): boolean {
  const plain = ` ${plainWords(sentence)} `;
  if (/\?\W*$/.test(plain)) return false;
  const isDutch = language !== 'en' && DUTCH.some((pattern) => pattern.test(plain)) && !DUTCH_NOT.test(plain);
  const isEnglish = language !== 'nl' && ENGLISH.some((pattern) => pattern.test(plain)) && !ENGLISH_NOT.test(plain);
  return isDutch || isEnglish;
}

/** First person, singular and plural: the things that one promises to a customer. */
const DOES =
  'laat|laten|stuur|sturen|verstuur|versturen|bezorg|bezorgen|mail|mailen|bel|bellen|contacteer|contacteren|verwittig|verwittigen|informeer|informeren|antwoord|antwoorden|reageer|reageren|kom|komen|lever|leveren|breng|brengen|bekijk|bekijken|kijk|kijken|zoek|zoeken|regel|regelen|plan|plannen|maak|maken|herstel|herstellen|repareer|repareren|vervang|vervangen|geef|geven|neem|nemen|bevestig|bevestigen|betaal|betalen|stort|storten|zorg|zorgen|bestel|bestellen|haal|halen|meld|melden|bereken|berekenen|zet|zetten|plaats|plaatsen';
const INFINITIVE =
  'laten weten|sturen|versturen|doorsturen|opsturen|toesturen|nasturen|bezorgen|mailen|bellen|terugbellen|opbellen|contacteren|verwittigen|informeren|antwoorden|beantwoorden|reageren|langskomen|terugkomen|komen|leveren|brengen|bekijken|nakijken|uitzoeken|regelen|plannen|inplannen|maken|opmaken|herstellen|repareren|vervangen|geven|nemen|opnemen|bevestigen|betalen|terugbetalen|storten|zorgen|bestellen|halen|ophalen|melden|berekenen|uitwerken|afwerken|doen|plaatsen';
const PARTICIPLE =
  'geleverd|verstuurd|verzonden|bezorgd|opgestuurd|hersteld|gerepareerd|geplaatst|gebracht|afgewerkt|gebeld|teruggebeld|gecontacteerd|terugbetaald|gestort|opgehaald|klaargezet';

const DUTCH: readonly RegExp[] = [
  new RegExp(` (?:ik|we|wij) (?:zelf )?(?:${DOES}) `),
  new RegExp(` (?:${DOES}) (?:ik|we|wij)[ ,.]`),
  new RegExp(
    ` (?:(?:ik|we|wij) (?:zal|zullen|ga|gaan)|(?:zal|zullen|ga|gaan) (?:ik|we|wij)) .*(?:${INFINITIVE})[ ,.!]`,
  ),
  / (?:collega|technieker|monteur|vakman|chauffeur|koerier) (?:komt|belt|mailt|neemt|stuurt|levert|brengt|contacteert) /,
  / (?:u|je|jij|jullie) (?:krijgt?|krijgen|ontvangt?|ontvangen|hoort?|horen|verneemt) /,
  / (?:krijgt?|krijgen|ontvangt?|ontvangen|hoort?|horen|verneemt) (?:u|je|jij|jullie)[ ,.]/,
  / (?:u|je|jullie) (?:mag|mogen|kan|kunt|kunnen) .*verwachten[ ,.!]/,
  / (?:offerte|prijs|antwoord|voorstel|factuur|bestelling|planning|ontwerp|tekening)\S* .*(?:volgt|vertrekt)[ ,.!]/,
  / (?:offerte|prijs|antwoord|voorstel|factuur|bestelling|planning|ontwerp|tekening)\S* (?:volgt|vertrekt) /,
  new RegExp(` (?:wordt|worden) .*(?:${PARTICIPLE})[ ,.!]`),
  / (?:is|zijn|ligt|liggen|staat|staan) .*klaar[ ,.!]/,
];
const DUTCH_NOT =
  / (?:niet|geen|nooit|als|indien|mocht|tenzij|zodra|wanneer|hoewel|misschien|wellicht|mogelijk|eventueel|hopelijk|hoop|hopen|probeer|proberen|tracht|trachten|zou|zouden|had|hadden|werd|werden|gisteren|vorige|verlof|vakantie|gesloten|dicht|afwezig|gelieve|kunt u|kun je|wilt u|wil je)[ ,.!]/;

const ENGLISH_DOES =
  'get back|let you know|send|email|e-mail|mail|call|ring|phone|reply|respond|answer|update|confirm|come|deliver|ship|have|bring|drop|check|look into|look at|follow up|be in touch|be back|contact|finish|fix|repair|arrange|prepare|write|forward|pay|refund|provide|share|give|order|pick|collect|do|make|get';
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    ` (?:i'll|we'll|i will|we will|i shall|we shall|i'm going to|i am going to|we're going to|we are going to) (?:\\w+ ){0,2}?(?:${ENGLISH_DOES}) `,
  ),
  / (?:you'll|you will) (?:\w+ )?(?:have|get|receive|hear|be hearing) /,
  / (?:you can|you may) expect /,
  / let me .*(?:get back to you|let you know) /,
  / (?:will be|'ll be) (?:\w+ )?(?:ready|sent|shipped|delivered|done|finished|repaired|with you|in your inbox|on its way)[ ,.!]/,
];
const ENGLISH_NOT =
  / (?:not|won't|can't|cannot|don't|doesn't|never|unable|if|unless|once|when|whenever|maybe|perhaps|possibly|probably|hope|hopefully|try|trying|might|could|would|should|was|were|yesterday|closed|away|on leave|on holiday|out of office|could you|can you|please)[ ,.!]/;
