// Which of four languages a short message is in, by its small words. Null rather than a guess when they do not tell.
import { wordSet } from '../phrases.ts';
import type { Language } from './message.ts';

const SMALL_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: wordSet`
    de het een en van ik je jij u uw ge gij is zijn was niet met voor op aan te dat die dit er maar ook nog wel
    om als bij naar wij we ons onze jullie kan kunt kunnen heb hebt heeft hebben
    graag bedankt dank beste geachte hallo hoi dag goedemorgen goedemiddag goedenavond
    groet groeten groetjes vriendelijke
    wat hoe waar wanneer welke geen mijn mn moet zou zal worden wordt door over uit al nu dan hier weer
    alvast gelieve vraag morgen vandaag gisteren week afspraak offerte factuur bestelling levering
    goed oke prima ja nee niks iets mij me hem haar
  `,
  en: wordSet`
    the a an and of i you your is are was not with for on to that this it but also still as at by from we our us
    can could would should have has had
    please thank thanks dear hello hi hey regards kind
    what how where when which no my must will be been about out now then here again
    question tomorrow today yesterday week appointment quote invoice order delivery
    good yes if do does did there their they he she me so just get any
  `,
  fr: wordSet`
    le la les un une des et de du je tu vous votre vos est sont était ne pas avec pour sur à au aux que qui
    ce cette il elle mais aussi encore comme en par nous notre nos peut pouvez pourriez avez ai as
    merci bonjour bonsoir cordialement salutations
    quoi comment où quand quel quelle quels mon ma mes doit sera dans plus tout bien oui non si
    devis facture commande livraison demain aujourd hui hier semaine rendez voudrais souhaite
  `,
  de: wordSet`
    der die das ein eine einen einem und von ich du sie ihr ihre ihren ist sind war nicht mit für auf an zu
    dass diese dieser es aber auch noch als bei nach wir uns unser kann können könnten habe haben hat
    bitte danke dank liebe lieber sehr geehrte hallo guten tag grüße grüßen freundlichen
    was wie wo wann welche kein keine mein meine muss würde wird werden durch über aus
    schon jetzt dann hier wieder frage morgen heute gestern woche termin
    angebot rechnung bestellung lieferung gut ja nein mir mich im am zum zur den dem des
  `,
};

/** Words looked at; a long mail is in the language it begins in. */
const MOST_WORDS = 150;

export function guessLanguage(text: string): Language | null {
  const found =
    text
      .slice(0, 4_000)
      .toLowerCase()
      .match(/[\p{L}]+/gu)
      ?.slice(0, MOST_WORDS) ?? [];
  const scores = (Object.keys(SMALL_WORDS) as Language[])
    .map((language) => ({ language, hits: found.filter((word) => SMALL_WORDS[language].has(word)).length }))
    .toSorted((a, b) => b.hits - a.hits);
  const [best, second] = scores;
  if (best === undefined || second === undefined || best.hits === 0) return null;
  // One word of lead is enough in a text message, not in a letter.
  return best.hits - second.hits >= Math.max(1, found.length * 0.04) ? best.language : null;
}
