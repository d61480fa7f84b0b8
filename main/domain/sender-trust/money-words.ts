// Words of a letter that wants money to go somewhere: what a fraudster's letter cannot do without.
import { oneOf } from '../phrases.ts';

const WORDS = oneOf`
  # nl
  (?:nieuw|gewijzigd|ander|aangepast)e? (?:reken|bankreken)ing(?:nummer)?|rekeningnummer|bankgegevens|bankrekening
  over(?:maken|schrijven|boeken|schrijving|boeking)|spoedbetaling|betaal(?:verzoek|opdracht|link)|betaling
  te betalen|factuur|facturen|openstaand(?:e)? (?:bedrag|saldo|facturen)|aanmaning|cadeau(?:kaart|bon)(?:nen|en)?|iban
  # en
  (?:new|changed|updated|different) (?:bank )?(?:account|details)|bank (?:account|details|transfer)|wire transfer|wire
  invoices?|payments?|overdue|gift ?cards?|remittance|payroll|direct deposit|sort code|swift
  # fr
  virement|facture|paiement|compte bancaire|coordonn\u00e9es bancaires|rib|carte(?:s)? cadeau(?:x)?
  # de
  \u00fcberweisung|rechnung|zahlung|bankverbindung|kontonummer|gutscheinkarten?
`;
// Not \b, which knows no letter beyond z.
const MONEY = new RegExp(String.raw`(?<!\p{L})(?:${WORDS})(?!\p{L})`, 'iu');
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/;

const NEW_ACCOUNT_WORDS = oneOf`
  # nl
  (?:nieuwe?|gewijzigde?|andere?|aangepaste?) (?:reken|bankreken)ing(?:nummer|en)?|(?:nieuwe?|andere?) (?:bank|iban)|nieuwe? bankgegevens
  (?:reken|bankreken)ing(?:nummer)?(?: is)? (?:gewijzigd|veranderd|aangepast|nu)|wijziging (?:van )?(?:onze? )?(?:bank|reken)
  van bank veranderd|oude (?:rekening(?:nummer)?|nummer)? ?is (?:gesloten|opgeheven|vervallen)|vroeger|voortaan|vanaf nu
  # en
  (?:new|changed|updated|different) (?:bank )?(?:account|details)|changed banks?|(?:no longer|old) (?:in use|account)
  # fr
  (?:nouveau|nouvelles|changement de) (?:compte|coordonn\u00e9es|rib|iban)|chang\u00e9 de banque
  # de
  (?:neue|ge\u00e4nderte) (?:bankverbindung|kontonummer|konto)
`;
const NEW_ACCOUNT = new RegExp(String.raw`(?<!\p{L})(?:${NEW_ACCOUNT_WORDS})(?!\p{L})`, 'iu');

export const asksForNewAccount = (text: string): boolean => NEW_ACCOUNT.test(text.slice(0, LONGEST));

/** A long letter names money somewhere in its small print. */
const LONGEST = 4_000;

export function asksForMoney({ subject, text }: { readonly subject: string; readonly text: string }): boolean {
  const said = `${subject}\n${text.slice(0, LONGEST)}`;
  return MONEY.test(said) || IBAN.test(said);
}
