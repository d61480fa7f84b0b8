// How customers ask for an answer or an act, question mark or not, in Dutch (both sides of the border), English,
// French and German. Each pattern looks at one sentence and is linear in its length.
import { anywhere, oneOf, wholeWords } from '../phrases.ts';
import type { Language } from './message.ts';

// ---- Dutch

const NOT_AFTER_NL = oneOf`u|je|jij|ge|gij|jullie|ik|we|wij|dat|die|ze|zij|zaken|vragen`;
const CAN_YOU_NL = oneOf`kun(?:t|nen)?|kan|zou(?:den|dt)?|wil(?:t|len)?|mag|mogen|moet(?:en)?`;
const CAN_WE_NL = oneOf`kun(?:nen)?|kan|zou(?:den)?|mag|mogen|moet(?:en)?`;
const WOULD_NL = oneOf`
  zou(?:den)?|had(?:den)?|wil(?:len)?
  ontvang(?:en)?|hoor|horen|verneem|vernemen
  krijg(?:en)?|kom(?:en)?|laat|laten
`;
const GLADLY_NL = oneOf`
  een|uw|je|jullie
  uiterlijk|spoedig|snel
  bevestiging|reactie|antwoord|prijs\w*|offerte
  terug\w*|contact|nog|even
  had|hoor\w*|ontvang\w*|verneem\w*|zou|wil
  info\w*|voor|per|vandaag|morgen|weten|langs|opsturen|doorgeven
`;
const WE_WANT_NL = oneOf`
  verwacht(?:en)?|wacht(?:en)?
  zoek(?:en)?|vraag|vragen|vroeg|vroegen
  wil(?:len)?|zou(?:den)?|moet(?:en)?
  heb(?:ben)?\s(?:nog\s)?een\s(?:\w+\s)?vraag\w*
  ben(?:t)?\s(?:benieuwd|op zoek|geïnteresseerd)
`;
const WORDS_BETWEEN_NL = oneOf`
  even\s|maar\s|dan\s|a\.?u\.?b\.?\s
`;

const NL: readonly RegExp[] = [
  // "Kunt u", and not "u kunt u aanmelden"; "zo kunnen we verder" and "dan kan ik" tell, they do not ask.
  anywhere('i')`
    (?<!\b(?:${NOT_AFTER_NL})\s)\b(?:${CAN_YOU_NL})\s(?:u|je|jij|ge|gij|jullie|iemand)\b
  `,
  anywhere('i')`
    (?:^|[,;:]\s?|\b(?:en|of|maar)\s)(?:${CAN_WE_NL})\s(?:ik|we|wij)\b
  `,
  /^(?:kan|zou|mag|kunnen) (?:dat|dit|het|er)\b/i,
  wholeWords('i')`
    (?:ik|wij|we)\s(?:${WOULD_NL})\b.{0,40}\bgraag
  `,
  wholeWords('i')`
    graag\s(?:${GLADLY_NL})
  `,
  wholeWords('i')`
    gelieve|alstublieft|alsjeblieft
    aub|svp|a\.u\.b
  `,
  wholeWords('i')`
    laat(?:\s(?:je|u))?\s(?:het\s)?(?:(?:me|mij|ons)\s)?(?:het\s)?(?:${WORDS_BETWEEN_NL})*weten
    (?:iets|wat) laten weten
  `,
  /\b(?:hoor|horen|verneem|vernemen)\s(?:ik\s|wij\s|we\s)?(?:het\s)?(?:graag|nog)\b/i,
  wholeWords('i')`
    (?:bel|mail|app|stuur|geef|zeg|kijk|check|regel)\s(?:me|mij|ons|het|even|maar|dit|dat|eens)
    terug\s?(?:bellen|mailen|te bellen)
  `,
  wholeWords('i')`
    (?:ik|wij|we)\s(?:${WE_WANT_NL})
  `,
  wholeWords('i')`
    vraagje|vroeg me af|verzoek|aanvraag
    interesse in|benieuwd
  `,
  wholeWords('i')`
    bevestig(?:en|ing)
    opmerkingen aan
    nodig (?:hebt|heeft|heb)
  `,
];

// ---- English

const NOT_BEFORE_CAN_YOU = oneOf`if|that|when|why|as|what|how|so|which|whatever|anything`;
const CAN_WE = oneOf`can|could|would|will|may|should|shall|might`;
const SOMEBODY = oneOf`we|i|someone|somebody|anyone|he|she|they|it|this`;
const NOT_BEFORE_LET = oneOf`he|she|it|they|also|to|not|will|['’]ll|lets`;
const LIKE = oneOf`like|love|prefer|appreciate`;
/** "I would like to thank you" wants nothing. */
const ONLY_POLITE = oneOf`
  to (?:thank|offer|share|welcome|introduce|remind|inform|congratulate|invite everyone|apologi[sz]e)
  to (?:personally thank|help|reward|give you|draw|take|highlight|ensure|assure|clarify|let you|say|start|wish|point)
  your
  the (?:way|opportunity)
`;
const YOU_SHOULD = oneOf`
  should|need to|will (?:still )?need to
  could (?:also )?(?:give|send|call|set|check|add)
`;
const DO_THIS = oneOf`
  do(?:n['’]t| not) forget|remember to|make sure|go ahead|be sure to|think about
  check|send|tell|ask|call|forward|keep|set up|put|get
`;

const EN: readonly RegExp[] = [
  anywhere('i')`
    (?<!\b(?:${NOT_BEFORE_CAN_YOU}) )\b(?:can|could|would|will) you\b
  `,
  anywhere('iu')`
    ^(?:(?:and|or|so|but|also|then|maybe|perhaps|[\p{L}]+,) )?(?:${CAN_WE}) (?:${SOMEBODY})\b
  `,
  anywhere('i')`(?<!\b(?:to|will) )\b(?:please|pls|plz|kindly)\b`,
  anywhere('i')`
    (?<!\b(?:${NOT_BEFORE_LET}) )\blet (?:me|us) know\b
    \b(?:get|come) back to (?:me|us)\b
    \b(?:give|drop|shoot|send|keep|grab|see) me\b
    \b(?:call|email|e-mail|text|phone|fax|tell|forward) me\b
  `,
  anywhere('i')`
    \b(?:i|we)(?:['’]d| would| should)? (?:also |really |very much |still )?(?:${LIKE}) (?!${ONLY_POLITE})
  `,
  wholeWords('i')`
    (?:i|we) (?:also |really |still |just )?(?:need|want|expect) (?!${ONLY_POLITE})(?:to|you|an?|your|the|that|it|some)\b
    need to know
  `,
  wholeWords('i')`
    (?:i am|i['’]m|we are|we['’]re|just) (?:still )?(?:wondering|looking for|interested in|waiting)
    (?:was|were) (?:also |just )?wondering
  (?:just )?want(?:ed)? to (?:check|confirm|ask)
  helpful if you
  `,
  anywhere('iu')`
    ^(?:\p{L}+, ?)?(?:let['’;]?s|lets) (?!(?:you|me|us|sum|say|see|face)\b)\p{L}+
    \bany (?:chance|news|update on|thoughts|ideas)\b
    \bif (?:at all )?possible\b
    \bwhy don['’]t (?:you|we)\b
    \b(?:what|how) about\b
  `,
  anywhere('iu')`
    \byou (?:${YOU_SHOULD})\b
    ^(?:\p{L}+, ?)?(?:${DO_THIS}) \p{L}
  `,
  wholeWords('i')`
    (?:would|could) be (?:great|useful|helpful|good|nice|happy|glad)
    will be helpful
  `,
];

// ---- French and German

const CAN_YOU_FR = oneOf`
  pouvez|pourriez|pouvons|pourrait|peux|puis
  avez|auriez|êtes|etes|serait|est
`;
const FR: readonly RegExp[] = [
  anywhere('i')`
    \b(?:${CAN_YOU_FR})[- ](?:vous|nous|tu|je|on|il|ce)\b
    \best-ce (?:que|qu)
  `,
  wholeWords('i')`
    merci de|veuillez|prière de|s['’]il vous pla[iî]t|svp
    je (?:voudrais|souhaite\w*|cherche|désire|aimerais)|j['’](?:aimerais|attends)
    nous (?:voudrions|souhait\w+|cherchons|aimerions)
    dites-moi|tenez-moi|faites-moi
  `,
];

const DE: readonly RegExp[] = [
  wholeWords('i')`
    (?:können|könnten|würden|wollen|möchten|haben|hätten|dürfen|sind)\s(?:sie|wir|ich|ihr)
    (?:kannst|könntest|hast|wirst)\sdu
  `,
  wholeWords('i')`
    bitte (?:um|senden|schicken|geben|rufen|melden|teilen|lassen|bestätigen)
    ich (?:möchte|hätte|würde|suche|brauche|bitte|erwarte)
    wir (?:möchten|hätten|suchen|brauchen|bitten)
    geben sie|teilen sie|melden sie
  `,
];

export const REQUESTS: Readonly<Record<Language, readonly RegExp[]>> = { nl: NL, en: EN, fr: FR, de: DE };
