// An amount of money and a day or date in a message, as its writer put them. They are shown, not calculated with.
import { anywhere, oneOf } from '../phrases.ts';

const AMOUNT =
  /(?:[€$£]|\b(?:eur|euro|usd|gbp)\b)\s?\d[\d.,]{0,15}(?:-|\b)|\b\d[\d.,]{0,15}(?:,-)?\s?(?:€|\b(?:euro|eur)s?\b|\$)/i;

export const moneyIn = (text: string): string | null =>
  AMOUNT.exec(text)?.[0]
    .replace(/[.,]+$/, '')
    .trim() ?? null;

const DAY = oneOf`
  maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
  monday|tuesday|wednesday|thursday|friday|saturday|sunday
  lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
  montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag
`;
const MONTH = oneOf`
  # nl, and the short forms
  januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
  jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec
  # what the others call otherwise: en, fr, de
  january|february|march|may|june|july|august|october
  janvier|février|mars|avril|mai|juin|juillet|août|octobre|novembre|décembre
  januar|februar|märz|dezember
`;
const RELATIVE = oneOf`
  # nl
  vandaag|vanmiddag|vanavond|vanochtend
  morgen(?:vroeg|ochtend|middag|avond)?|overmorgen|dit weekend
  (?:volgende|komende|deze|eind (?:van )?(?:de|deze)) (?:week|maand|weekend)
  # en
  today|tonight|tomorrow
  this (?:week|weekend|afternoon|morning|evening)|next (?:week|month|weekend)
  # fr
  aujourd[’']hui|demain|après-demain|ce soir|cette semaine|la semaine prochaine
  # de
  heute|übermorgen|nächste woche|diese woche|dieses wochenende
`;
const COMING = oneOf`
  volgende|komende|aanstaande
  next|this
  nächsten|kommenden
`;
// The first that fits is what is shown, so the fuller forms come first.
const MOMENT = anywhere('iu')`
  # "vrijdag 3 of 4 maart 2025", "March 3rd, 2025"
  (?:(?:${DAY})\s+)?\b\d{1,2}(?:e|ste|de|st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?:${MONTH})\b(?:\s\d{4})?
  \b(?:${MONTH})\s\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s\d{4})?
  # "3-3-2025", "2025-03-03"
  \b\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b
  # "komende vrijdagmiddag", "volgende week"
  \b(?:(?:${COMING})\s)?(?:${DAY})(?:ochtend|middag|avond|morgen)?\b
  \b(?:${RELATIVE})\b
`;

export const dateIn = (text: string): string | null => MOMENT.exec(text)?.[0].trim() ?? null;
