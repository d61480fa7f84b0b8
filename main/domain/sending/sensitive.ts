// What does not belong where others read along: numbers of accounts, persons and cards, money matters, and what opens a door.
// Numbers must prove themselves by their own check digits; nine or sixteen figures alone are an order number.
import { anywhere } from '../phrases.ts';
import type { Openness } from './channel-openness.ts';
import { bsns, cardNumbers, ibans, nationalNumbers, type Found } from './proved-numbers.ts';

export type SensitiveKind = 'iban' | 'bsn' | 'national-number' | 'card' | 'invoice' | 'secret';

type Sensitive = { readonly what: SensitiveKind; readonly words: string };

/** A pasted list is told by its beginning. */
const LOOKED_AT = 20_000;

/** In mail to the customer himself only what may never be mailed: no nagging about an account number that he must pay to. */
export function sensitiveIn(text: string, where: Openness): readonly Sensitive[] {
  const read = text.slice(0, LOOKED_AT);
  const accounts = ibans(read);
  const persons = [...named('bsn', bsns(read)), ...named('national-number', nationalNumbers(read))];
  const cards = named('card', cardNumbers(read, accounts));
  if (where === 'mail') return [...cards, ...persons];
  return [...cards, ...persons, ...named('iban', accounts), ...secrets(read), ...moneyMatters(read, where)];
}

/** Of one kind the first is enough: the sentence is looked at again anyway. */
const named = (what: SensitiveKind, found: readonly Found[]): readonly Sensitive[] =>
  found.slice(0, 1).map(({ words }) => ({ what, words }));

const SECRET = anywhere('iu')`
  \b(?:wachtwoord|paswoord|password|passwort|kennwort|mot de passe)(?: (?:is|voor .{1,30} is|est|ist|lautet))?\s*[:=]?\s+(?=\S*(?:\d|[!@#$%&*]\S))[^\s,;]{4,}
  \b(?:pin(?:code)?|(?:toegangs|alarm|deur|sleutel|kluis|inlog|verificatie|beveiligings|poort|slot)code|code (?:van (?:de|het) )?(?:alarm|deur|kluis|poort|slot)|(?:access|door|alarm|gate|safe|security) code|code (?:d(?:'|’)accès|pin|de l(?:'|’)alarme|du portail|de la porte)|(?:zugangs|tür|alarm)code)\b(?: (?:is|est|ist|lautet))?\s*[:=]?\s*[#*]?\d{4,8}\b(?!\s*(?:eur|€))
`;

function secrets(text: string): readonly Sensitive[] {
  const found = SECRET.exec(text);
  return found === null ? [] : [{ what: 'secret', words: found[0].trim() }];
}

/** What somebody owes is his own affair, also where one firm reads along. */
const OWED = anywhere('iu')`
  \b(?:facturen|factuur|creditnota)(?:nummer|nr\.?)?\s*(?:nummer|nr\.?|n°|#|:)?\s*(?=[\p{L}\d/-]*\d{3})[\p{L}\d/-]{4,}
  \b(?:openstaand(?:e)? (?:bedrag|factuur|facturen|saldo|rekening)|betalingsherinnering|betalingsachterstand|aanmaning|ingebrekestelling|incasso(?:bureau)?|afbetalingsplan)\b
  \b(?:nog|nog steeds) niet (?:betaald|voldaan)\b
  \binvoice\s*(?:number|no\.?|nr\.?|#|:)\s*(?=[\p{L}\d/-]*\d{3})[\p{L}\d/-]{3,}
  \b(?:outstanding (?:amount|balance|invoices?)|payment reminder|overdue (?:payment|invoices?)|unpaid invoices?|debt collect\p{L}*)\b
  \bfacture\s*(?:n°|no\.?|numéro|#|:)\s*(?=[\p{L}\d/-]*\d{3})[\p{L}\d/-]{3,}
  \b(?:montant (?:dû|impayé)|solde (?:dû|impayé)|rappel de paiement|mise en demeure|factures? impayées?)\b
  \brechnung\s*(?:nr\.?|nummer|#|:)\s*(?=[\p{L}\d/-]*\d{3})[\p{L}\d/-]{3,}
  \b(?:zahlungserinnerung|mahnung|offener betrag|offene rechnung(?:en)?|unbezahlte rechnung(?:en)?)\b
`;
/** Where everybody reads, that somebody has an invoice at all. */
const BOUGHT = anywhere('iu')`
  \b(?:uw|je|jouw) (?:factuur|betaling|rekeningnummer|klantnummer|ordernummer|bestelnummer)\b
  \byour (?:invoice|payment|account number|customer number|order number)\b
  \b(?:votre|vos) (?:factures?|paiements?|numéro de (?:client|commande|compte))\b
  \b(?:ihre|ihrer) (?:rechnung|zahlung|kundennummer|bestellnummer|kontonummer)\b
`;

function moneyMatters(text: string, where: Openness): readonly Sensitive[] {
  const found = OWED.exec(text) ?? (where === 'public' ? BOUGHT.exec(text) : null);
  return found === null ? [] : [{ what: 'invoice', words: found[0].trim() }];
}
