// What a customer's asking is about: a price, an appointment, something broken. In Dutch (both sides of the border),
// English, French and German. Each pattern looks at one sentence and is linear in its length.
import { wholeWords } from '../phrases.ts';
import type { AskKind } from './signals.ts';

/** Subjects such as "offerte" count only together with asking: `needs: 'ask'`. What tells by itself needs nothing. */
export type SubjectCue = {
  readonly kind: Exclude<AskKind, 'question'>;
  readonly needs: 'ask' | 'nothing';
  readonly pattern: RegExp;
};

// ---- a quote

const PRICE = wholeWords('i')`
  # nl
  (?:prijs)?offertes?|bestek|raming|begroting
  prijs(?:opgave|indicatie|voorstel|lijst)?|prijzen|hoe duur
  kostprijs|kost(?:en)?|tarie(?:f|ven)
  # en
  quot(?:e|ation|es)|an estimate
  prices?|pricing|costs?|(?:your|hourly|daily) rates?|how much
  # fr
  devis|prix|tarifs?|combien|coûte
  # de
  angebot|kostenvoranschlag|preis|preise|kostet|kosten
`;
const ASKS_QUOTE = wholeWords('i')`
  (?:offerte|prijsofferte|prijsopgave|devis) (?:aanvragen|aangevraagd|gevraagd|demand[ée]r?)
  graag (?:een )?(?:vrijblijvende )?(?:prijs\w*|offerte)
  demande de devis
  (?:request|ask)\w* (?:for )?an? (?:quote|quotation|estimate)
`;

// ---- an appointment

const APPOINTMENT = wholeWords('i')`
  # nl
  afspra(?:ak|ken)|afspreken|agenda|inplannen|plannen
  langs ?(?:komen|kom|gaan|brengen)|ophalen|opmeten
  reserve(?:ren|ring)|boeken|boeking
  intake|kennismak\w+
  verplaatsen|verzetten|verschuiven
  # en
  appointment|meeting|meet|schedule|reschedule|move our
  book(?:ing)?|reservation
  call at|conference call
  dinner|lunch|visit you|visit us|drop by
  # fr
  rendez-vous|rdv|réserv\w+|passer
  # de
  termin|vorbeikommen|buchen|reservier\w+
`;
const MOVES_APPOINTMENT = wholeWords('i')`
  # nl
  (?:afspraak|reservering|boeking|intake|les)\b.{0,60}\b(?:afzeggen|annuleren|verzetten|verplaatsen|maken|wijzigen)
  (?:afzeggen|annuleren|verzetten|verplaatsen)\b.{0,60}\b(?:afspraak|reservering|boeking)
  # en
  (?:cancel|reschedule|move|make)\b.{0,40}\b(?:appointment|booking|reservation|meeting)
  # fr
  (?:annuler|déplacer|prendre)\b.{0,40}\b(?:rendez-vous|rdv|réservation)
  # de
  termin\b.{0,40}\b(?:absagen|verschieben|vereinbaren)
`;

// ---- whether there is any left, or somebody there

const AVAILABILITY = wholeWords('i')`
  # nl
  plek|plaats|vrij|beschikbaar|gaatje
  geopend|open (?:op|vandaag|morgen|dit|tussen|tot|van)|jullie open|u open|ge open
  openingsuren|openingstijden
  voorraad|leverbaar|aanwezig|hebt? (?:u|je|jullie|ge).{0,30}\bnog
  # en
  available|availability|in stock|opening hours|vacanc\w+|you free|you open
  # fr
  disponible|disponibilité|ouvert\w*|places? libre|en stock
  # de
  frei|verfügbar|geöffnet|vorrätig
`;

// ---- a complaint

const COMPLAINT = wholeWords('i')`
  # nl: it is broken
  kapot|defect|stuk gegaan|hangt scheef
  werkt (?:nog steeds )?niet|doet het niet|sluit(?:en)? niet (?:meer |goed )
  lekt|lekkage|scheur|gescheurd|beschadigd|gebroken
  foutmelding|geeft (?:een )?(?:fout|error)|ligt eruit
  # nl: somebody is not pleased
  klacht|ontevreden|niet (?:erg |echt )?tevreden|teleurgesteld
  (?:vind|vinden) (?:ik |wij |we )?(?:dit|dat) (?:echt |helemaal )?niet kunnen
  terugbetaling|geld terug
  onacceptabel|schandalig|belachelijk
  # nl: the wrong thing, or nothing
  verkeerde (?:maat|kleur|artikel|product|bestelling)
  niet (?:ok|in orde|zoals (?:besteld|afgesproken))
  nooit (?:ontvangen|aangekomen|geleverd)|niet (?:ontvangen|aangekomen|geleverd)|te laat geleverd
  # en
  complaint|broken|damaged|faulty
  does(?:n['’]t| not) work|is(?:n['’]t| not) working|not working
  wrong (?:item|size|colou?r|product)|never (?:arrived|received)
  refund|disappointed|unacceptable
  # fr
  plainte|réclamation|défectueu\w+|ne (?:fonctionne|marche) (?:pas|plus)
  abîmé\w*|cassé\w*|remboursement|déçu\w*|inacceptable|pas (?:reçu|arrivé)
  # de
  beschwerde|reklamation|kaputt|beschädigt|funktioniert nicht
  falsche[nrs]? (?:ware|artikel|größe|farbe|lieferung)|statt de[rs]
  rückerstattung|enttäuscht|nicht (?:angekommen|erhalten)
`;

// ---- an order to change, or goods to send back

const ORDER_CHANGE = wholeWords('i')`
  # nl
  omruilen|ruilen|retour(?:neren|sturen|zenden)?|terugsturen
  (?:bestelling|order|adres|afleveradres|leveradres)\b.{0,40}\b(?:wijzigen|aanpassen|annuleren|veranderen|gewijzigd)
  (?:wijzigen|aanpassen|annuleren|veranderen)\b.{0,40}\b(?:bestelling|order|adres)
  # en
  (?:change|cancel|amend|update)\b.{0,30}\b(?:my|our|the) (?:order|address)
  exchange (?:it|this|them|for)|return (?:it|this|them|the item)
  # fr
  échanger|échange|retourner|(?:modifier|annuler|changer)\b.{0,30}\bcommande
  # de
  umtausch\w*|zurückschicken|bestellung\b.{0,30}\b(?:ändern|stornieren)|stornier\w+
`;

export const SUBJECTS: readonly SubjectCue[] = [
  { kind: 'quote', needs: 'ask', pattern: PRICE },
  { kind: 'quote', needs: 'nothing', pattern: ASKS_QUOTE },
  { kind: 'appointment', needs: 'ask', pattern: APPOINTMENT },
  { kind: 'appointment', needs: 'nothing', pattern: MOVES_APPOINTMENT },
  { kind: 'availability', needs: 'ask', pattern: AVAILABILITY },
  { kind: 'complaint', needs: 'nothing', pattern: COMPLAINT },
  { kind: 'order-change', needs: 'nothing', pattern: ORDER_CHANGE },
];
