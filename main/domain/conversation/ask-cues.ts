// The words by which customers ask for something, in Dutch (both sides of the border), English, French and German. Each pattern
// looks at one sentence and is linear in its length. Subjects such as "offerte" count only together with asking.
import type { Language } from './message.ts';
import type { AskKind } from './signals.ts';

/** Asks for an answer or an act, question mark or not. */
export const REQUESTS: Readonly<Record<Language, readonly RegExp[]>> = {
  nl: [
    // "Kunt u", and not "u kunt u aanmelden"; "zo kunnen we verder" and "dan kan ik" tell, they do not ask.
    /(?<!\b(?:u|je|jij|ge|gij|jullie|ik|we|wij|dat|die|ze|zij|zaken|vragen)\s)\b(?:kun(?:t|nen)?|kan|zou(?:den|dt)?|wil(?:t|len)?|mag|mogen|moet(?:en)?)\s(?:u|je|jij|ge|gij|jullie|iemand)\b/i,
    /(?:^|[,;:]\s?|\b(?:en|of|maar)\s)(?:kun(?:nen)?|kan|zou(?:den)?|mag|mogen|moet(?:en)?)\s(?:ik|we|wij)\b/i,
    /^(?:kan|zou|mag|kunnen) (?:dat|dit|het|er)\b/i,
    /\b(?:ik|wij|we)\s(?:zou(?:den)?|had(?:den)?|wil(?:len)?|ontvang(?:en)?|hoor|horen|verneem|vernemen|krijg(?:en)?|kom(?:en)?|laat|laten)\b.{0,40}\bgraag\b/i,
    /\bgraag\s(?:een|uw|je|jullie|uiterlijk|spoedig|snel|bevestiging|reactie|antwoord|prijs\w*|offerte|terug\w*|contact|nog|even|had|hoor\w*|ontvang\w*|verneem\w*|zou|wil|info\w*|voor|per|vandaag|morgen|weten|langs|opsturen|doorgeven)\b/i,
    /\b(?:gelieve|alstublieft|alsjeblieft|aub|svp|a\.u\.b)\b/i,
    /\blaat(?:\s(?:je|u))?\s(?:het\s)?(?:(?:me|mij|ons)\s)?(?:het\s)?(?:even\s|maar\s|dan\s|a\.?u\.?b\.?\s)*weten\b|\b(?:iets|wat) laten weten\b/i,
    /\b(?:hoor|horen|verneem|vernemen)\s(?:ik\s|wij\s|we\s)?(?:het\s)?(?:graag|nog)\b/i,
    /\b(?:bel|mail|app|stuur|geef|zeg|kijk|check|regel)\s(?:me|mij|ons|het|even|maar|dit|dat|eens)\b|\bterug\s?(?:bellen|mailen|te bellen)\b/i,
    /\b(?:ik|wij|we)\s(?:verwacht(?:en)?|wacht(?:en)?|zoek(?:en)?|vraag|vragen|vroeg|vroegen|wil(?:len)?|zou(?:den)?|moet(?:en)?|heb(?:ben)?\s(?:nog\s)?een\s(?:\w+\s)?vraag\w*|ben(?:t)?\s(?:benieuwd|op zoek|geïnteresseerd))\b/i,
    /\b(?:vraagje|vroeg me af|verzoek|aanvraag|interesse in|benieuwd)\b/i,
    /\bbevestig(?:en|ing)\b|\bopmerkingen aan\b|\bnodig (?:hebt|heeft|heb)\b/i,
  ],
  en: [
    /(?<!\b(?:if|that|when|why|as|what|how|so|which|whatever|anything) )\b(?:can|could|would|will) you\b/i,
    /^(?:(?:and|or|so|but|also|then|maybe|perhaps|[\p{L}]+,) )?(?:can|could|would|will|may|should|shall|might) (?:we|i|someone|somebody|anyone|he|she|they|it|this)\b/iu,
    /\b(?:please|pls|plz|kindly)\b/i,
    /(?<!\b(?:he|she|it|they|also|to|not|will|['’]ll|lets) )\blet (?:me|us) know\b|\b(?:get|come) back to (?:me|us)\b|\b(?:give|drop|shoot|send|keep|grab|see) me\b|\b(?:call|email|e-mail|text|phone|fax|tell|forward) me\b/i,
    /\b(?:i|we)(?:['’]d| would| should)? (?:also |really |very much |still )?(?:like|love|prefer|appreciate) (?!to (?:thank|offer|share|welcome|introduce|remind|inform|congratulate|invite everyone|apologi[sz]e)|your|the (?:way|opportunity))/i,
    /\b(?:i|we) (?:also |really |still |just )?(?:need|want|expect) (?:to (?!thank)|you|an?|your|the|that|it|some)\b|\bneed to know\b/i,
    /\b(?:i am|i['’]m|we are|we['’]re|just) (?:still )?(?:wondering|looking for|interested in|waiting|trying to)\b|\bwas (?:also )?wondering\b/i,
    /^(?:\p{L}+, ?)?(?:let['’;]?s|lets) (?!you|me|us|sum|say|see|face)\p{L}+|\bany (?:chance|news|update on|thoughts|ideas)\b|\bif (?:at all )?possible\b|\bwhy don['’]t (?:you|we)\b|\b(?:what|how) about\b/iu,
    /\byou (?:should|may want to|might(?: want to)?|need to|will need to|must|have to|could (?:also )?(?:give|send|call|set|check|add))\b|^(?:\p{L}+, ?)?(?:do(?:n['’]t| not) forget|remember to|make sure|go ahead|be sure to|think about|check|send|tell|ask|call|forward|keep|set up|put|get) \p{L}/iu,
    /\b(?:would|could) be (?:great|useful|helpful|good|nice|happy|glad)\b|\bwill be helpful\b/i,
  ],
  fr: [
    /\b(?:pouvez|pourriez|pouvons|pourrait|peux|puis|avez|auriez|êtes|etes|serait|est)[- ](?:vous|nous|tu|je|on|il|ce)\b|\best-ce (?:que|qu)/i,
    /\b(?:merci de|veuillez|prière de|s['’]il vous pla[iî]t|svp|je (?:voudrais|souhaite\w*|cherche|désire|aimerais)|j['’](?:aimerais|attends)|nous (?:voudrions|souhait\w+|cherchons|aimerions)|dites-moi|tenez-moi|faites-moi)\b/i,
  ],
  de: [
    /\b(?:können|könnten|würden|wollen|möchten|haben|hätten|dürfen|sind)\s(?:sie|wir|ich|ihr)\b|\b(?:kannst|könntest|hast|wirst)\sdu\b/i,
    /\b(?:bitte (?:um|senden|schicken|geben|rufen|melden|teilen|lassen|bestätigen)|ich (?:möchte|hätte|würde|suche|brauche|bitte|erwarte)|wir (?:möchten|hätten|suchen|brauchen|bitten)|geben sie|teilen sie|melden sie)\b/i,
  ],
};

/** Asks only in form: the courtesies and instructions that firms put in every mail. */
export const FORMULA =
  /\b(?:if you have (?:any|other|further|additional|questions|comments)|should you have|in case of|feel free|do(?:n['’]t| not) hesitate|aarzel (?:dan )?niet|neem gerust|mocht u|bij vragen|als u (?:nog )?vragen|n['’]hésitez pas|si vous avez des questions|zögern sie nicht|bei (?:rück)?fragen|falls sie fragen)\b|\bplease (?:find|note|visit|click|follow (?:this|the)|add|download|read on|see (?:the|our|below|attached)|keep in mind|be (?:advised|aware)|join us|open|use (?:the|this|only)|copy|paste|go to|log|subscribe|unsubscribe|rate|disregard|ignore|contact (?:us|our|the)|e-?mail us|write to|reach out to us|complete (?:your|the)|verify|update your|accept our)\b|^to (?:ensure|view|unsubscribe|know|log ?in|change|complete|access|stop|contact|find|learn|indicate|download)\b|\bfor more info\w*|\b(?:this|the|your) (?:link|url|app|account|email) (?:does|above|below)\b|\bclick(?:ing)? (?:on|the|here|this|below)\b/i;

/** A question without its mark, as people type on a telephone: the sentence starts like one. */
export const STARTS_AS_QUESTION =
  /^(?:(?:hoi|hallo|hey|hi|hee|dag|beste|goedemorgen|goedemiddag|goedenavond|bonjour|hello|sorry|en|maar|ja|and|but|so)[,!]?\s(?:\p{L}+[,!]\s)?)?(?:(?:heb|hebt|heeft|hebben|is|zijn|was|kan|kun|kunt|kunnen|mag|wil|wilt|zou|zouden|gaat|komt|komen|moet|moeten|doen|doet|lukt|weet|weten|krijg|bent|ben|zit|staat|klopt)\s(?:u|je|jij|ge|gij|jullie|ik|we|wij|er|dat|dit|het|mijn|mn|m'n|de|die|iemand|nog|al)\b|(?:wanneer|hoe(?! dan ook| leuk| mooi| fijn)|hoeveel|hoelang|waar|waarom|welke?|wie|wat (?:is|zijn|kost\w*|voor|moet|heb|kan|doe|zou|wordt|was|gebeurt|bedoel\w*|vind\w*))\s|(?:are|is|do|does|did|can|could|will|would|should|have|has|was|were|am)\s(?:you|your|we|i|it|this|that|there|the|he|she|they|any|my)\b|(?:when|where|which|who|why|how (?:much|many|long|do|can|is|are|about|come)|what (?:is|are|time|do|does|would|about|kind|size))\b|vous (?:êtes|etes|avez|faites|pouvez|livrez|vendez)\b|(?:quand|combien|où|quels?|quelles?|comment|pourquoi|est-ce)\b|(?:wann|wieviel|wie (?:viel|lange|teuer|kann|geht|gehen)|wo|welche[rs]?|warum|was kostet|gibt es|ist (?:es|das|der|die)|haben sie|können sie)\b)/iu;

/** Ends in a question mark and asks us nothing: politeness, or the talk of a mailing. */
export const EMPTY_QUESTION =
  /^(?:(?:hebt?|heeft|hebben|heb)?\s?(?:u|je|jij|jullie)?\s?(?:nog|verdere|andere)?\s?vragen(?: of opmerkingen)?|vragen(?: over .{0,40})?|niet thuis|hoe gaat het.{0,20}|hoe is het.{0,20}|alles goed.{0,20}|how are (?:you|things).{0,20}|how['’]s it going.{0,20}|(?:do you |did you )?(?:have |got )?(?:any )?(?:more |other |further )?questions|need help|need (?:more )?(?:info\w*|assistance)|can['’]?t see (?:this|the) .{0,30}|comment (?:ça va|allez-vous).{0,10}|(?:vous avez )?(?:une |des )?(?:autres? )?questions?|wie geht es.{0,20}|(?:haben sie )?(?:noch )?fragen|geen (?:interesse|zin) meer.{0,30}|weet (?:u|je) het antwoord al|wist (?:u|je) dat.{0,80}|wist je dit al|did you know.{0,100}|envie d.{0,60}|zin in .{0,60}|wilt (?:u|je) dit niet .{0,40}|heb je .{0,40} al (?:aangevuld|ingevuld|bekeken|gezien)|op zoek naar .{0,80}|looking for .{0,60}|toch|oké?|right|no longer (?:want|wish|interested).{0,60})$/i;

/** What the asking is about. `needs: 'ask'` counts in a sentence that asks; 'nothing' tells by itself. */
export type SubjectCue = {
  readonly kind: Exclude<AskKind, 'question'>;
  readonly needs: 'ask' | 'nothing';
  readonly pattern: RegExp;
};

export const SUBJECTS: readonly SubjectCue[] = [
  {
    kind: 'quote',
    needs: 'ask',
    pattern:
      /\b(?:(?:prijs)?offertes?|prijs(?:opgave|indicatie|voorstel|lijst)?|prijzen|kostprijs|kost(?:en)?|tarie(?:f|ven)|bestek|raming|begroting|quot(?:e|ation|es)|an estimate|prices?|pricing|costs?|(?:your|hourly|daily) rates?|devis|prix|tarifs?|combien|coûte|angebot|kostenvoranschlag|preis|preise|kostet|kosten)\b|\bhoe duur\b|\bhow much\b/i,
  },
  {
    kind: 'quote',
    needs: 'nothing',
    pattern:
      /\b(?:offerte|prijsofferte|prijsopgave|devis) (?:aanvragen|aangevraagd|gevraagd|demand[ée]r?)\b|\bgraag (?:een )?(?:vrijblijvende )?(?:prijs\w*|offerte)\b|\bdemande de devis\b|\b(?:request|ask)\w* (?:for )?an? (?:quote|quotation|estimate)\b/i,
  },
  {
    kind: 'appointment',
    needs: 'ask',
    pattern:
      /\b(?:afspra(?:ak|ken)|langs ?(?:komen|kom|gaan|brengen)|inplannen|plannen|reserve(?:ren|ring)|boeken|boeking|intake|opmeten|kennismak\w+|afspreken|agenda|ophalen|appointment|meeting|meet|schedule|reschedule|book(?:ing)?|reservation|call at|conference call|dinner|lunch|visit you|visit us|drop by|rendez-vous|rdv|réserv\w+|passer|termin|vorbeikommen|buchen|reservier\w+|move our|verplaatsen|verzetten|verschuiven)\b/i,
  },
  {
    kind: 'appointment',
    needs: 'nothing',
    pattern:
      /\b(?:afspraak|reservering|boeking|intake|les)\b.{0,60}\b(?:afzeggen|annuleren|verzetten|verplaatsen|maken|wijzigen)\b|\b(?:afzeggen|annuleren|verzetten|verplaatsen)\b.{0,60}\b(?:afspraak|reservering|boeking)\b|\b(?:cancel|reschedule|move|make)\b.{0,40}\b(?:appointment|booking|reservation|meeting)\b|\b(?:annuler|déplacer|prendre)\b.{0,40}\b(?:rendez-vous|rdv|réservation)\b|\btermin\b.{0,40}\b(?:absagen|verschieben|vereinbaren)\b/i,
  },
  {
    kind: 'availability',
    needs: 'ask',
    pattern:
      /\b(?:plek|plaats|vrij|beschikbaar|gaatje|geopend|open (?:op|vandaag|morgen|dit|tussen|tot|van)|jullie open|u open|ge open|voorraad|leverbaar|aanwezig|openingsuren|openingstijden|hebt? (?:u|je|jullie|ge).{0,30}\bnog|available|availability|in stock|opening hours|vacanc\w+|you free|you open|disponible|disponibilité|ouvert\w*|places? libre|en stock|frei|verfügbar|geöffnet|vorrätig)\b/i,
  },
  {
    kind: 'complaint',
    needs: 'nothing',
    pattern:
      /\b(?:klacht|hangt scheef|(?:vind|vinden) (?:ik |wij |we )?(?:dit|dat) (?:echt |helemaal )?niet kunnen|sluit(?:en)? niet (?:meer |goed )|kapot|defect|stuk gegaan|werkt (?:nog steeds )?niet|doet het niet|lekt|lekkage|scheur|gescheurd|beschadigd|gebroken|foutmelding|geeft (?:een )?(?:fout|error)|ligt eruit|ontevreden|niet (?:erg |echt )?tevreden|teleurgesteld|terugbetaling|geld terug|onacceptabel|schandalig|belachelijk|verkeerde (?:maat|kleur|artikel|product|bestelling)|niet (?:ok|in orde|zoals (?:besteld|afgesproken))|nooit (?:ontvangen|aangekomen|geleverd)|niet (?:ontvangen|aangekomen|geleverd)|te laat geleverd|complaint|broken|damaged|faulty|does(?:n['’]t| not) work|is(?:n['’]t| not) working|not working|wrong (?:item|size|colou?r|product)|refund|disappointed|unacceptable|never (?:arrived|received)|plainte|réclamation|défectueu\w+|ne (?:fonctionne|marche) (?:pas|plus)|abîmé\w*|cassé\w*|remboursement|déçu\w*|inacceptable|pas (?:reçu|arrivé)|beschwerde|reklamation|kaputt|beschädigt|funktioniert nicht|falsche[nrs]? (?:ware|artikel|größe|farbe|lieferung)|rückerstattung|enttäuscht|nicht (?:angekommen|erhalten)|statt de[rs])\b/i,
  },
  {
    kind: 'order-change',
    needs: 'nothing',
    pattern:
      /\b(?:omruilen|ruilen|retour(?:neren|sturen|zenden)?|terugsturen|(?:bestelling|order|adres|afleveradres|leveradres)\b.{0,40}\b(?:wijzigen|aanpassen|annuleren|veranderen|gewijzigd)|(?:wijzigen|aanpassen|annuleren|veranderen)\b.{0,40}\b(?:bestelling|order|adres)|(?:change|cancel|amend|update)\b.{0,30}\b(?:my|our|the) (?:order|address)|exchange (?:it|this|them|for)|return (?:it|this|them|the item)|échanger|échange|retourner|(?:modifier|annuler|changer)\b.{0,30}\bcommande|umtausch\w*|zurückschicken|bestellung\b.{0,30}\b(?:ändern|stornieren)|stornier\w+)\b/i,
  },
];

/** Waits for us already, and says so. */
export const STILL_WAITING =
  /\bnog (?:steeds|altijd) (?:niks|niets|geen|niet|aan het wachten|op)\b|\b(?:niks|niets|geen (?:antwoord|reactie|bericht|nieuws)) (?:meer )?(?:gehoord|ontvangen|gekregen|van u|van jullie)\b|\b(?:vriendelijke )?herinnering\b|\bal (?:naar|eens|kunnen)\b.{0,40}\b(?:kijken|gekeken)\b|\bal (?:eerder |meerdere keren )?(?:gebeld|gemaild|gevraagd)\b|\bstill (?:waiting|no|have(?:n['’]t| not)|not)\b|\b(?:have|has)(?:n['’]t| not) heard\b|\bgentle reminder\b|\bfollow(?:ing)? up\b|\btoujours (?:pas|aucune)\b|\bsans (?:réponse|nouvelles)\b|\bimmer noch (?:nicht|kein)\b/i;
