// What people say when nothing is left to answer: thanks, praise, till then, agreed, solved, paid. In Dutch (both sides of the
// border), English, French, and the commonest German. All patterns expect small letters: minding neither case in Unicode is five
// times as slow.
import { anywhere, wholeWords } from '../phrases.ts';

export const THANKS = wholeWords('u')`
  # nl
  (?<!alvast )(?:bedankt|dank (?:u|je|jullie)(?: wel)?|dank voor|dankjewel|dankuwel|dankje|nogmaals dank|hartelijk dank|met dank)(?! om| alvast)
  # en
  thanks|thank you|thx|tnx|cheers
  # fr
  merci(?! de (?!votre|vos|ta))
  # de
  danke|vielen dank|herzlichen dank|besten dank
`;
export const PRAISE = anywhere('u')`
  # nl
  \b(?:tevreden|blij|prachtig|mooi(?:e)?|supermooi|geweldig|heerlijk|genoten|complimenten|vakwerk|fantastisch|groot succes|smullen)\b(?!.{0,40}\b(?:maar|alleen)\b)
  # en
  \b(?:beautiful(?:ly)?|stunning|lovely|brilliant|great job|big hit|delighted|so happy|very happy|wonderful)\b
  # fr
  \b(?:magnifique|ravie?s?|trop beau|bravo|délicieux)\b
  # de
  \b(?:wunderbar|toll|begeistert|prima geworden)\b
`;
export const TILL_THEN = anywhere('u')`
  \btot (?:dan|straks|morgen|gauw|ziens|snel|zo|volgende|de volgende|een volgende|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vanavond)\b
  \bzie (?:je|u|jullie) (?:dan|morgen|straks)\b|\bfijn(?:e)? (?:dag|avond|weekend|week)|\bprettige? (?:dag|avond|weekend)
  \bsee you\b|\bhave a (?:nice|good|great)\b|\b(?:you|jij) (?:too|ook)\b
  (?:^|[\s,!])à (?:demain|bientôt|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche|tout)\b|\bbonne (?:journée|soirée|semaine)\b
  \bbis (?:dann|morgen|bald|montag|dienstag|mittwoch|donnerstag|freitag|samstag)\b
`;
/** At the beginning: a yes to what we said. */
export const AGREES = anywhere('u')`
  ^\W*(?:ja|jep|ok(?:é|e|ay|i)?|oki|akkoord|prima|top|perfect|super|is goed|in orde|goed|genoteerd|helemaal (?:goed|in orde)|dat is (?:goed|prima|genoteerd)|duidelijk)\b
  \b(?:gaan|ga|is|zijn) akkoord\b|\bakkoord met\b|\bgenoteerd\b|\bgetekende versie\b
  ^\W*(?:yes|yep|ok(?:ay)?|great|perfect|sounds good|that works|agreed|noted|got it)\b|\b(?:go ahead|accept your|happy with the quote)\b
  ^\W*(?:oui|ok|parfait|d['’]accord|c['’]est (?:bon|noté|d['’]accord)|très bien|entendu)\b|\bacceptons\b
  ^\W*(?:ja|ok|passt|alles klar|super|einverstanden)\b
`;
/** A yes with a hook in it. */
export const BUT = wholeWords('u')`
  maar|alleen|behalve|op voorwaarde|toch|nog één|nog een
  but|only|except|just change|one thing
  mais|sauf|juste
  aber|nur
`;
export const SOLVED = wholeWords('u')`
  # nl
  laat maar|hoeft niet (?:meer)?|niet meer nodig|(?:is|heeft zich) (?:\w+ )?opgelost|al gevonden|gelukt|doet het weer|werkt weer|al geregeld|geen probleem|geen dank
  # en
  never ?mind|sorted(?: it)?|no longer needed|works again|no worries|no problem|went with another
  # fr
  c['’]est (?:bon|réglé)|plus besoin|pas de souci|tout fonctionne
  # de
  hat sich erledigt|läuft wieder|kein problem
`;
export const PAID = wholeWords('u')`
  betaald|overgemaakt|overgeschreven|(?:i|we)(?:['’]ve)? (?:just )?transferred|was paid|virement|überwiesen|bezahlt
`;
export const ENCLOSES = wholeWords('u')`
  hierbij|bijgaand|bijgevoegd|in (?:de )?bijlage|zie bijlage|(?:is|are|have) attached|attached (?:are|is)|find attached|here are|ci-joint|en annexe|voici|anbei|im anhang
`;
export const UNDER_WAY = wholeWords('u')`
  onderweg|ben er (?:over|zo|om)|ik ben er|(?:sta|staan) buiten|min(?:uten)? later|iets later|(?:kom|haal|breng) (?:hem|haar|ze|het|ik)|dan kom ik|zien (?:u|je) dan
  on my way|running (?:\d+ min\w* )?late|will be there|be there (?:at|in)
  en route|j['’]arrive
  unterwegs|komme \d+
`;
export const WILL_DECIDE = wholeWords('u')`
  (?:laten|laat) (?:het )?(?:u|je|jullie) (?:het )?(?:\w+ )?(?:\w+ )?weten|komen? (?:er|hierop) (?:op )?terug|(?:we|wij) bespreken|denken erover na|andere aannemer|voor een ander(?:e)? gekozen
  get back to you|will discuss|think about it|talk it over
  revenons vers vous|nous allons en discuter|melden uns
`;
export const WISHES = wholeWords('u')`
  fijne feestdagen|prettige feestdagen|gelukkig nieuwjaar|gefeliciteerd|proficiat|succes met|zalig kerstfeest|slaap lekker|beterschap
  merry christmas|happy new year|congrats|congratulations|happy birthday
  joyeuses? fêtes?|bonnes? fêtes?|bonne année|félicitations
  frohe weihnachten|frohes neues|glückwunsch
`;
/** Wants to sell the owner something. */
export const SELLS = anywhere('u')`
  # nl
  \b(?:wij|we) helpen\b.{0,40}\b(?:bedrijven|ondernemers|mkb|kmo)|\b(?:als|beste) ondernemer\b|\b(?:gratis|vrijblijvend) (?:advies\w*|demo|gesprek)|\bbespaar tot\b|\bscoren in google\b|\bmeer klanten\b|\bonze specialisten\b|\bvergelijken gratis\b
  # en
  \bwe help\b.{0,40}\bbusinesses\b|\brank higher\b|\bmore (?:visitors|customers)\b|\bmost businesses\b|\bour experts\b
  # fr
  \bnous aidons\b.{0,40}\bentreprises\b|\bplus de clients\b|\bréférencement\b
`;
/** Firms about themselves: closed, moved, new prices, a bill that stands ready. */
export const FIRM_NEWS = anywhere('u')`
  # nl
  \b(?:ons|onze) (?:magazijn|kantoor|winkel|filiaal|depot)\b.{0,40}\b(?:gesloten|verhuisd|open)\b|\b(?:klanten|persoonlijke )?(?:zone|portaal|portal)\b|\bautomatisch (?:afgeschreven|geïncasseerd)|\bonderhoud uit\b|\borganiseert\b|\baanmelden kan\b|\bnieuwe beoordeling\b|\bjaaroverzicht\b
  \bbezorgd (?:bij|op|om)|\bwordt (?:vandaag|morgen) (?:geleverd|bezorgd)|\bvolg (?:uw|je|het)\b|\bligt klaar\b|\b(?:uw|je) code is\b|\bheeft zich ingeschreven|\bnieuwe inschrijving\b|\blees mijn mail niet\b|\bantwoorden binnen\b|\bbedankt voor (?:uw|je) (?:mail|bericht|e-mail)\b|\bvergeet niet uw\b
  # en
  \bour (?:warehouse|office|shop)\b.{0,40}\b(?:closed|moved)\b|\bin your (?:online )?account\b|\bcollected automatically\b|\bmaintenance\b|\bstar review\b|\bon its way\b|\bwhen it ships\b|\bwill be delivered\b|\bthank you for your (?:order|message|e?-?mail)\b|\byour code is\b
  # fr
  \bnotre (?:entrepôt|bureau|magasin)\b.{0,40}\bfermée?\b|\bespace client\b|\bexpédiée?\b|\bmerci pour votre commande\b|\bnous répondrons\b|\bsera livrée?\b
  # de
  \bunser (?:lager|büro|geschäft)\b.{0,40}\bgeschlossen\b|\bkundenkonto\b|\bvielen dank für ihre (?:nachricht|bestellung)\b
`;
