// An amount of money and a day or date in a message, as its writer put them. They are shown, not calculated with.

const AMOUNT =
  /(?:[€$£]|\b(?:eur|euro|usd|gbp)\b)\s?\d[\d.,]{0,15}(?:-|\b)|\b\d[\d.,]{0,15}(?:,-)?\s?(?:€|\b(?:euro|eur)s?\b|\$)/i;

export const moneyIn = (text: string): string | null =>
  AMOUNT.exec(text)?.[0]
    .replace(/[.,]+$/, '')
    .trim() ?? null;

const DAY =
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag';
const MONTH =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|january|february|march|may|june|july|august|october|janvier|février|mars|avril|mai|juin|juillet|août|octobre|novembre|décembre|januar|februar|märz|dezember';
const RELATIVE =
  "vandaag|vanmiddag|vanavond|vanochtend|morgen(?:vroeg|ochtend|middag|avond)?|overmorgen|dit weekend|(?:volgende|komende|deze|eind (?:van )?(?:de|deze)) (?:week|maand|weekend)|today|tonight|tomorrow|this (?:week|weekend|afternoon|morning|evening)|next (?:week|month|weekend)|aujourd[’']hui|demain|après-demain|ce soir|cette semaine|la semaine prochaine|heute|übermorgen|nächste woche|diese woche|dieses wochenende";
const MOMENT = new RegExp(
  `(?:(?:${DAY})\\s+)?\\b\\d{1,2}(?:e|ste|de|st|nd|rd|th|er|\\.)?\\s(?:of\\s|de\\s)?(?:${MONTH})\\b(?:\\s\\d{4})?` +
    `|\\b(?:${MONTH})\\s\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s\\d{4})?` +
    `|\\b\\d{1,2}[-/]\\d{1,2}[-/](?:\\d{4}|\\d{2})\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b` +
    `|\\b(?:(?:volgende|komende|aanstaande|next|this|nächsten|kommenden)\\s)?(?:${DAY})(?:ochtend|middag|avond|morgen)?\\b` +
    `|\\b(?:${RELATIVE})\\b`,
  'iu',
);

export const dateIn = (text: string): string | null => MOMENT.exec(text)?.[0].trim() ?? null;
