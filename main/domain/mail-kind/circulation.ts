// Newsletters that carry no list header: known by the words of their foot. Each phrase is one that senders to many
// must or do write and customers do not ("ik wil me uitschrijven voor de les" is a customer).
import { anywhere, oneOf, wholeWords } from '../phrases.ts';

export function looksLikeCirculation(mail: { readonly text: string }, otherSigns = 0): boolean {
  const { text } = mail;
  // The foot, and the "read online" line on top; the middle may quote anything.
  const edges = text.length <= 8_000 ? text : `${text.slice(0, 1_500)}\n${text.slice(-6_500)}`;
  if (!MAY_BE.test(edges)) return false;
  if (CERTAIN.some((phrase) => phrase.test(edges))) return true;
  return otherSigns + LIKELY.filter((phrase) => phrase.test(edges)).length >= 2;
}

/**
 * A piece of every phrase below: a customer's mail seldom has one, and is spared two dozen searches. Reading mail became a tenth
 * quicker by it. A new phrase below needs its piece here and its line in the test.
 */
const MAY_BE = anywhere('i')`
  subscri|remove|opt[- ]?out|newsletter|nieuwsbrief|mailvoorkeuren
  schrij[fv]|meld|sinscrire|sabonner|abbestellen
  (?:you are|you're|ontvangt|recevez|erhalten) \S
  your (?:e-?mail|subscription|newsletter|account|mailing|communication|notification)
  the (?:e-?mail|mailing|account|subscription|communication|notification)
  view (?:this|it|online|in)|uncheck
  receiv|(?:u|je) (?:deze|onze|geen) |geabonneerd|ingeschreven
  préférences|vom newsletter|bekijk (?:deze|de)
  privacy|©|\(c\)|copyright|rights reserved|rechten voorbehouden
  online versie|version en ligne|votre navigateur
  sent (?:to|by)|(?:verzonden|verstuurd) (?:naar|aan)
  sponsor|advertis
`;

const AWAY = oneOf`
  unsubscribe
  uit ?te ?schrijven|uitschrijven|af ?te ?melden
  désinscrire|désabonner
  abmelden
  be removed
`;
const TO_LEAVE = oneOf`
  unsubscribe|be removed|cancel your subscription|opt[- ]?out
  remove your(?:self| name)
`;
const DO_THIS = oneOf`
  click|visit|go to|send|reply|e-?mail|https?:|follow|please
`;
const YOU_RECEIVE = oneOf`
  you are|you're
  u ontvangt|je ontvangt
  vous recevez|sie erhalten
`;
const THIS = oneOf`(?:currently )?(?:receiving |getting )?(?:this|deze|ce|cette|diese)`;
const THIS_MAIL = oneOf`
  e-?mail|message|newsletter|mailing
  nieuwsbrief|mail|courriel|lettre
`;
const BECAUSE = oneOf`because|since|as a|omdat|car|parce|weil`;
const SUBSCRIBED_TO = oneOf`
  mailing list|communication|e-?mail
  account|subscription|notification
`;
const MINE = oneOf`e-?mail|subscription|newsletter|account`;
const MAILS_NL = oneOf`e-?mails?|mails?|berichten|nieuwsbrief|nieuwsbrieven`;
const NO_LONGER_WANT = oneOf`
  (?:no longer |not )?(?:rather|prefer|wish|want|like)(?: to)?(?: not| no longer| stop)?(?: to)?
`;

/** One of these is enough. */
const CERTAIN: readonly RegExp[] = [
  anywhere('im')`
    (?:click|klik|cliquez|klicken)[^.\n]{0,40}(?:${AWAY})
  `,
  anywhere('im')`
    (?:^|[.!?:;*_–-]\s*|you (?:want|wish|would like|prefer) )(?:to|om)\s+(?:${TO_LEAVE})[^.\n]{0,80}(?:${DO_THIS})
  `,
  /unsubscribe (?:at|by|here|instructions|link)\b/im,
  anywhere('im')`
    (?:${YOU_RECEIVE}) ${THIS}\s+(?:${THIS_MAIL})[^.\n]{0,60}(?:${BECAUSE})
  `,
  /(?:afmelden|uitschrijven) (?:voor|van|uit) (?:deze|onze) (?:nieuwsbrief|mailing|e-?mails)/im,
  anywhere('im')`
    (?:manage|change|update|edit) your (?:(?:${MINE}) )+(?:preferences|settings|options|profile)
  `,
  /view (?:this|it) (?:e-?mail|newsletter|message) (?:in|online)/im,
  anywhere('im')`
    (?:change|update|edit|modify) (?:your|the) (?:${SUBSCRIBED_TO})s? (?:options|preferences?|settings|link)
  `,
  /(?:if you|you (?:can|may))[^.\n]{0,80}\b(?:removed?|unsubscribed?|uncheck\w*)(?: yourself)? from/im,
  anywhere('im')`
    \byou(?:['’]d| would| do)? ${NO_LONGER_WANT} receiv\w+(?: any)? (?:future|further|these|such|our|more)
  `,
  /(?:you(?:['’]re| are) subscribed|you subscribed|your subscription) to\b/im,
  /(?:this|our) (?:e-?mail )?newsletter (?:is|has|in)\b/im,
  /(?:version|issue|edition) of (?:our|this|the) newsletter/im,
  /e-?mailvoorkeuren/im,
  anywhere('im')`
    (?:wil|wenst|wilt) (?:u|je) (?:deze|onze|geen) (?:${MAILS_NL}) (?:niet )?(?:meer|langer) (?:te )?(?:ontvangen|krijgen)
  `,
  /(?:u|je) (?:bent|hebt (?:u|je)|hebt je|heeft zich) (?:ingeschreven|geabonneerd|aangemeld) (?:op|voor)/im,
  /(?:modifi|gér)\w+ (?:vos|mes) préférences/im,
  /newsletter (?:abbestellen|abmelden)/im,
  /vom newsletter/im,
  /bekijk (?:deze|de) (?:e-?mail|nieuwsbrief|online)[^\n]{0,30}(?:browser|online|versie)/im,
];

/** Two of these, or one beside another sign. */
const LIKELY: readonly RegExp[] = [
  /\bunsubscribe\b/i,
  /\bsubscri(?:be|ption|ber)s?\b/i,
  /\bnewsletter\b|\bnieuwsbrief\b/i,
  anywhere('im')`
    ^[ \t]*(?:uitschrijven|afmelden|se désinscrire|abmelden|se désabonner)\.?[ \t]*$
    se désinscrire\.|uitschrijven\.\s*$|\buitschrijflink\b
  `,
  /\b(?:privacy (?:policy|statement)|privacyverklaring|privacybeleid)\b/i,
  /(?:©|\(c\)|copyright)\s*(?:by )?(?:19|20)\d\d|all rights reserved|alle rechten voorbehouden/i,
  wholeWords('i')`
    view (?:online|in (?:your )?browser)
    online versie
    version en ligne|dans votre navigateur
  `,
  anywhere('i')`
    \b(?:this|the) (?:mailing|message|e-?mail) (?:was|is|has been) sent (?:to|by)\b
    deze (?:e-?mail|mail) (?:is|werd) (?:verzonden|verstuurd) (?:naar|aan)
  `,
  /\bsponsor(?:ed|s)? by\b|\badvertis(?:e|ing|ement)\b/i,
];
