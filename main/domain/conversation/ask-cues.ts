// What looks like a question and is none, and what is one without its mark: by the form of the sentence, in Dutch (both
// sides of the border), English, French and German. Each pattern looks at one sentence and is linear in its length.
import { anywhere, oneOf, wholeText, wholeWords } from '../phrases.ts';

/** What a mailing asks of everybody. */
const PLEASE_DO = oneOf`
  # Read this.
  find|note|visit|click|follow (?:this|the)|add|download|read on
  see (?:the|our|below|attached)|keep in mind|be (?:advised|aware)|join us
  # Do that on our site.
  open|use (?:the|this|only)|copy|paste|go to|log|subscribe|unsubscribe|rate|disregard|ignore
  contact (?:us|our|the)|e-?mail us|write to|reach out to us
  complete (?:your|the)|verify|update your|accept our
  (?:contact|e-?mail|write|write to) \S+@|call 1[- ]\d|respond to our|fill out (?:this|our)
  sign (?:in|up|into)|log ?in|retain|save this|bear with|know that|do not (?:reply|respond)
`;
const COURTESY = oneOf`
  # en
  if you have (?:any|other|further|additional|questions|comments)|should you have|in case of
  feel free|do(?:n['’]t| not) hesitate
  # nl
  aarzel (?:dan )?niet|neem gerust|mocht u|bij vragen|als u (?:nog )?vragen
  # fr
  n['’]hésitez pas|si vous avez des questions
  # de
  zögern sie nicht|bei (?:rück)?fragen|falls sie fragen
`;
const IN_ORDER_TO = oneOf`
  ensure|view|unsubscribe|know|log ?in|change|complete
  access|stop|contact|find|learn|indicate|download
`;
/** Asks only in form: the courtesies and instructions that firms put in every mail. */
export const FORMULA = anywhere('i')`
  \b(?:${COURTESY})\b
  \bplease (?:${PLEASE_DO})\b
  ^to (?:${IN_ORDER_TO})\b
  \bfor more info\w*
  \b(?:this|the|your) (?:link|url|app|account|email) (?:does|above|below)\b
  \bclick(?:ing)? (?:on|the|here|this|below)\b
`;

// ---- a question without its mark

const GREETING = oneOf`
  hoi|hallo|hey|hi|hee|dag|beste|goedemorgen|goedemiddag|goedenavond
  bonjour|hello|sorry
  en|maar|ja|and|but|so|also|plus|btw|ook|trouwens|aussi
  # what is answered first
  bedankt|dank (?:je|u|jullie)(?: wel)?|dankjewel|ok(?:é|e|ay|i)?|oki|top|prima|super|perfect|mooi|fijn|akkoord|in orde|is goed|nee
  thanks|thank you|thx|great|cool|perfect|yes|no|merci|parfait|d['’]accord|oui|et|mais|danke|gut|und|aber
`;
const VERB_NL = oneOf`
  heb|hebt|heeft|hebben|is|zijn|was
  kan|kun|kunt|kunnen|mag|wil|wilt|zou|zouden
  gaat|komt|komen|moet|moeten|doen|doet
  lukt|weet|weten|krijg|bent|ben|zit|staat|klopt
`;
const SUBJECT_NL = oneOf`
  u|je|jij|ge|gij|jullie|ik|we|wij|hij|ze|er|dat|dit|het|mijn|mn|m'n|de|die|iemand|nog|al
`;
const ASKS_NL = oneOf`
  wanneer|hoe(?! dan ook| leuk| mooi| fijn)|hoeveel|hoelang
  waar|waarom|welke?|wie
  wat (?:is|zijn|kost\w*|voor|moet|heb|kan|doe|zou|wordt|was|gebeurt|bedoel\w*|vind\w*)
`;
const VERB_EN = oneOf`
  are|is|do|does|did|can|could|will|would
  should|have|has|was|were|am
`;
const SUBJECT_EN = oneOf`
  you|your|we|i|it|this|that|there|the|he|she|they|any|my
`;
// "When we get the report, we file it" asks nothing: the verb must follow.
const ASKS_EN = oneOf`
  (?:when|where|who) (?:${VERB_EN})|which \w+ (?:${VERB_EN})|why
  how (?:much|many|long|do|can|is|are|about|come)
  what (?:is|are|time|do|does|would|about|kind|size)
`;
const ASKS_FR = oneOf`
  quand|combien|où|quels?|quelles?|comment|pourquoi|est-ce
`;
const ASKS_DE = oneOf`
  wann|wieviel|wie (?:viel|lange|teuer|kann|geht|gehen)|wo|welche[rs]?|warum
  was kostet|gibt es|ist (?:es|das|der|die)|haben sie|können sie
`;
const BEGINNINGS = oneOf`
  (?:is|lukt|past|schikt|kan|gaat|wordt|komt)\s(?:\p{L}+dag|morgen|overmorgen|vanavond|vanmiddag|vandaag|half|\d{1,2})\b
  (?:${VERB_NL})\s(?:${SUBJECT_NL})\b
  (?:${ASKS_NL})\s
  (?:${VERB_EN})\s(?:${SUBJECT_EN})\b
  (?:${ASKS_EN})\b
  vous (?:êtes|etes|avez|faites|pouvez|livrez|vendez)\b
  (?:${ASKS_FR})\b
  (?:${ASKS_DE})\b
`;
/** As people type on a telephone: the sentence starts like a question, perhaps after "Hoi Jan,". */
export const STARTS_AS_QUESTION = anywhere('iu')`
  ^(?:(?:${GREETING})[,!]?\s(?:\p{L}+[,!]\s)?){0,3}(?:${BEGINNINGS})
`;

/** Ends in a question mark and asks us nothing: politeness, or the talk of a mailing. */
export const EMPTY_QUESTION = wholeText('i')`
  # "Nog vragen?"
  (?:hebt?|heeft|hebben|heb)?\s?(?:u|je|jij|jullie)?\s?(?:nog|verdere|andere)?\s?vragen(?: of opmerkingen)?
  vragen(?: over .{0,40})?
  (?:do you |did you )?(?:have |got )?(?:any )?(?:more |other |further )?questions
  need help|need (?:more )?(?:info\w*|assistance)
  (?:vous avez )?(?:une |des )?(?:autres? )?questions?
  (?:haben sie )?(?:noch )?fragen
  # "Hoe gaat het?"
  hoe gaat het.{0,20}|hoe is het.{0,20}|alles goed.{0,20}
  how are (?:you|things).{0,20}|how['’]s it going.{0,20}
  comment (?:ça va|allez-vous).{0,10}
  wie geht es.{0,20}
  # Mailings: the delivery, the page that does not show, the way out.
  niet thuis|can['’]?t see (?:this|the) .{0,30}
  geen (?:interesse|zin) meer.{0,30}|wilt (?:u|je) dit niet .{0,40}
  no longer (?:want|wish|interested).{0,60}
  # Mailings: what they want to tell.
  weet (?:u|je) het antwoord al|wist (?:u|je) dat.{0,80}|wist je dit al|did you know.{0,100}
  envie d.{0,60}|zin in .{0,60}
  heb je .{0,40} al (?:aangevuld|ingevuld|bekeken|gezien)
  op zoek naar .{0,80}|looking for .{0,60}
  # "Dat klopt, toch?"
  toch|oké?|right
`;

/** Waits for us already, and says so. */
export const STILL_WAITING = wholeWords('i')`
  # nl
  nog (?:steeds|altijd) (?:niks|niets|geen|niet|aan het wachten|op)
  (?:niks|niets|geen (?:antwoord|reactie|bericht|nieuws)) (?:meer )?(?:gehoord|ontvangen|gekregen|van u|van jullie)
  (?<!voor (?:de|je|uw|jullie) )(?:vriendelijke )?herinnering
  al (?:naar|eens|kunnen)\b.{0,40}\b(?:kijken|gekeken)
  al (?:eerder |meerdere keren )?(?:gebeld|gemaild|gevraagd)
  # en
  still (?:waiting|no|have(?:n['’]t| not)|not)
  (?:have|has)(?:n['’]t| not) heard
  gentle reminder
  follow(?:ing)? up
  # fr
  toujours (?:pas|aucune)
  sans (?:réponse|nouvelles)
  # de
  immer noch (?:nicht|keine?n?)
`;
