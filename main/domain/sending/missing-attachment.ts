// Does the answer say that something is attached? Four languages at once: their words do not collide. Said of what the
// customer sent, or will send, or of what follows later, it is no attachment of this letter.
import { ownSentences } from '../commitment/own-sentences.ts';
import { anywhere, oneOf } from '../phrases.ts';

/** The words that say it; null where nothing is said to be attached. `own`: without quote and signature. */
export function saidAttached(own: string): string | null {
  for (const sentence of ownSentences(own)) {
    if (sentence.length > LONGEST_SENTENCE || ELSEWHERE.test(sentence) || LINK.test(sentence)) continue;
    const found = ATTACHED.exec(sentence) ?? (sentence.endsWith(':') ? null : HEREWITH.exec(sentence));
    if (found !== null) return found[0].trim();
  }
  return null;
}

const LONGEST_SENTENCE = 500;
/** What is said to be enclosed may be what the link leads to. */
const LINK = /https?:\/\/|www\./i;

const THING = oneOf`
  # nl
  offertes?|facturen|factuur|foto(?:'?s)?|bestand(?:en)?|documenten|document|pdf|prijslijst(?:en)?|brochures?|folder
  catalogus|formulier(?:en)?|tekening(?:en)?|plattegrond|contract(?:en)?|overeenkomst|creditnota|bestelbon
  orderbevestiging|ontwerp(?:en)?|schets(?:en)?|handleiding(?:en)?|certifica(?:at|ten)|verslag|rapport|kopie|scan
  afbeelding(?:en)?|plan(?:nen)?|leverbon|garantiebewijs
`;

const PAPER = oneOf`
  quotes?|quotations?|offers?|invoices?|photos?|pictures?|images?|files?|documents?|pdf|price list|list|brochures?|leaflet
  catalogue|forms?|drawings?|plans?|contracts?|agreement|credit note|order confirmation|confirmation|designs?|sketch(?:es)?
  manual|certificates?|report|copy|scan|receipt|specifications?|it|them|this|everything
`;

/** What is thanked for, agreed to, paid or called off "hierbij" is not enclosed. */
const SETTLED = oneOf`
  bedank(?:en|\s)|dank ik|reactie op|antwoord op|akkoord|aanvaard\p{L}*|goedgekeurd|goedkeuring|keur|voldaan|betaald|opgezegd
  opzegg\p{L}*|annuleer\p{L}*|geannuleerd|afgesloten|verlopen|vervalt|vervallen|niet door|trek(?:ken)?
`;

/** After "hierbij\", "hereby" and their like anything may come; only a paper makes it an attachment. */
const HEREWITH = anywhere('iu')`
  \b(?:hierbij|bij deze|hiermee)\b(?!.{0,60}\b(?:bevestig|nodig|laat|meld|deel))(?!.*\b(?:${SETTLED}))[^:]{0,80}?\b(?:${THING})\b
  \b(?:stuur|zend|mail|geef)(?:en)?\b(?:(?!\bof\b)[^:?]){0,60}?\b(?:${THING})\b[^:?]{0,30}\bmee\b(?! naar)
`;

const ATTACHED = anywhere('iu')`
  # nl
  \b(?:in|als|zie|bekijk|via|per)(?: de| onze| mijn| deze)? bijlagen?\b(?! (?:nr\.? ?)?(?:\d+|[A-Z]|[IVX]+) (?:van|bij|uit|aan) )
  \bbijlagen?\b.{0,20}\b(?:bij|aan) (?:deze|dit|mijn) (?:e-?mail|mail|bericht)
  \b(?:bijgevoegd|bijgesloten|bijgaand)e?\b(?! aan (?:het|de) )
  \b(?:voeg|voegen)\b.{1,60}\b(?:bij|toe aan (?:deze|dit|mijn) (?:e-?mail|mail|bericht))\b
  \btoegevoegd aan (?:deze|dit|mijn) (?:e-?mail|mail|bericht)
  \bhecht(?:en)?\b(?!.{0,25}\b(?:belang|waarde|geloof)\b).{1,40}\baan\b
  # en
  \b(?:find|see|sign|check|review)\b.{0,40}\b(?:attached|enclosed)\b
  ^(?:attached|enclosed)(?: herewith)?,? (?:is|are|you|please|the|our|my|a|an|two|three)\b
  \bthe (?:attached|enclosed) (?!to\b)\p{L}+
  \b(?:i|we)(?:'ve|’ve| have|'m|’m| am|'re|’re| are)?(?: also| now)? (?:attach|enclos)(?:e|ed|ing)?\b(?: [\p{L}'’]+){0,5}? (?:${PAPER})\b
  \b(?:is|are) (?:attached|enclosed)(?: (?:here|herewith|below|to this (?:e-?mail|mail|message))\b|[.!,;]|$)
  \b(?:as an?|in the) attachments?\b
  # fr
  \bci-jointe?s?\b
  \ben (?:pièces?[ -]jointes?|pj|annexe)\b|\bvoir (?:la |les )?pièces?[ -]jointes?\b
  \bje (?:vous )?joins\b|\bnous (?:vous )?joignons\b|\bj(?:'|’)ai joint\b|\bnous avons joint\b
  \bjointe?s? à (?:ce|cet|mon) (?:e-?mail|mail|message|courriel)
  # de
  \banbei\b|\bbeigefügt(?:e[nrs]?)?\b|\bangehängt(?:e[nrs]?)?\b
  \b(?:im|als|siehe) anhang\b
  \bsiehe anlage\b|\bin der anlage\b.{0,25}\b(?:finden|erhalten|sende|schicke|übersende)
  \b(?:füge|fügen)\b.{1,60}\bbei\b|\b(?:hänge|hängen) (?:ich |wir )?.{1,60}\ban\b(?! der| den| die)
`;

/** Of the customer's own, of another letter, not yet, or not at all. */
const ELSEWHERE = anywhere('iu')`
  # nl: none, theirs, asked for
  \b(?:zonder|geen|niet)\b.{0,25}\b(?:bijlagen?|bijgevoegd|meegestuurd|bijgesloten)
  \b(?:uw|je|jouw|jullie) bijlagen?\b|\bbijlagen? (?:van|bij|in|aan) (?:uw|je|jouw|jullie)\b
  \b(?:die|dat|welke) (?:u|je|jij|jullie)\b|\b(?:u|je|jij|jullie) (?:me |mij |ons )?(?:stuurde|mailde|bezorgde|meestuurde)
  \b(?:kunt|kan|kun|wilt|wil|zou|zoudt|mag|kon) (?:u|je|jij|jullie)\b.{0,80}\b(?:sturen|mailen|bezorgen|doorsturen|opsturen|bijvoegen|toevoegen|meesturen|meegeven)
  \b(?:u|je) (?:mag|kan|kunt|kun)\b.{0,80}\b(?:sturen|mailen|bezorgen|doorsturen|opsturen|bijvoegen|toevoegen|meesturen)
  \b(?:gelieve|graag|gerust)\b.{0,80}\b(?:te sturen|te mailen|te bezorgen|mee te sturen|bij te voegen|toe te voegen)
  (?:^|, )(?:stuur|mail|bezorg|voeg)\b
  \b(?:stuurt|mailt|bezorgt|meestuurt|bijvoegt) (?:u|je)\b|\bals (?:u|je|jij|jullie)\b.{0,60}\b(?:stuurt|mailt|bezorgt|meestuurt|bijvoegt|hebt|heeft)
  \b(?:hebt|heb|heeft) (?:u|je|jij|jullie)\b.{0,80}\b(?:ontvangen|gekregen|gezien|geopend)
  \bbijlagen?\b.{0,40}\b(?:ontbr|ontvangen|niet open|openen|niet lezen|kwijt|vergeten)|\bbijgevoegd gekregen\b
  \b(?:kras|zie ik op|te zien op)\b.{0,20}\bbijgevoegd
  \b(?:bij|aan) (?:elke?|iedere?)\b|\b(?:altijd|telkens|steeds)\b
  # nl: another time
  \b(?:morgen|overmorgen|straks|later|binnenkort|binnen|zodra|als u|volgt|volgende|eerstdaags|komende|vorige|eerdere?|gisteren|reeds|destijds|eergisteren)\b
  # en
  \b(?:your|no|without(?: an| any)?|not|nothing|an?other) attach|\bnothing attached\b
  \b(?:you|you've|you’ve|you have)(?: had)? (?:attach|sent|enclos|mailed)
  \b(?:attached|attachment) (?:to|in|of|from|with) (?:your|the)\b|\battach(?:ed|es)? to the\b|\bto my (?:mail|e-?mail|message) of\b
  \b(?:can|could|would|will|please|if|should) you\b.{0,60}\b(?:attach|send|forward|enclose)\b|\b(?:please|to) (?:attach|enclose|send|forward)\b
  \bif you (?:attach|send)|\b(?:attachment|attached)\b.{0,40}\b(?:missing|damaged|did not|didn|could not|couldn|can't|cannot|won't)
  \b(?:open|receive|received|opened|read|see)\b.{0,15}\bthe attachment
  \b(?:tomorrow|later|soon|once|when|as soon|next|will follow|previous|earlier|yesterday|last)\b
  \b(?:attached|enclosed) (?:by|with|to the)\b
  # fr
  \b(?:votre|vos|ta|tes|sans|pas de|aucune) pièces?[ -]jointes?\b|\bque vous\b|\breçu(?:e?s?)\b.{0,20}\b(?:votre|vos|ta|tes)\b|\bvous (?:avez|aviez)\b.{0,30}\b(?:joint|envoyé)
  \b(?:pouvez|pourriez|voulez|pourrais|peux)[ -](?:vous|tu)\b.{0,60}\b(?:envoyer|joindre|transmettre|ajouter)|\bmerci de\b.{0,40}\b(?:joindre|envoyer)
  \b(?:avez|as)[ -](?:vous|tu)\b.{0,40}\b(?:reçu|ouvert|vu)
  \bpièces?[ -]jointes?\b.{0,40}\b(?:manqu|absente|ouvrir|endommag)|\bouvrir\b.{0,20}\bpièces?[ -]jointes?
  \b(?:demain|bientôt|plus tard|prochaine?|dès que|lorsque|hier|dernière?|précédent)\b|\bje me joins\b
  # de
  \b(?:ihr|ihre|ihren|ihrem|ihres|dein|deinen|kein|keinen|ohne(?: den| einen)?) (?:anhang|anlage)\b
  \b(?:den|die|das) (?:sie|du)\b
  \b(?:können|könnten|würden) sie\b.{0,60}\b(?:schicken|senden|beifügen|anhängen|mailen)|\bbitte (?:schicken|senden|mailen|hängen|fügen)\b
  \bhaben sie\b.{0,40}\b(?:erhalten|bekommen|gesehen)|\banhang\b.{0,30}\b(?:fehlt|fehlte|öffnen)
  \b(?:morgen|später|sobald|demnächst|nächste[nr]?|gestern|vorige[nr]?)\b
`;
