// "Bedankt!", "Ja is goed", "👍": a message that ends an exchange. Known by being made of nothing else: each word is a
// word of thanks or agreement, or of the phrases around them. "Ja graag" is no closer, as it wants something done.
import { wordSet } from '../phrases.ts';

const CORE = wordSet`
  # thanks
  bedankt dank dankjewel dankuwel dankje merci thanks thank thx tnx ty danke dankeschön
  # agreement and praise, nl and what Dutch borrows; not "akkoord", by which a quote becomes an order
  prima top toppie perfect super mooi geweldig fantastisch oke oké ok okay okee okidoki
  orde helder duidelijk goed fijn tof gezien ontvangen genoteerd begrepen
  # en, fr, de
  noted great cool lovely wonderful
  parfait entendu noté
  alles klar wunderbar prächtig
  # nl again, the rarer ones
  uitstekend komt topservice topper wauw wow leuk schitterend oki
  # what is laughed, or given back
  haha hahaha hihi gedaan proficiat gefeliciteerd complimenten heerlijk genoten
  brilliant congrats congratulations stunning beautiful félicitations bravo magnifique superbe
`;
const AROUND = wordSet`
  # nl: yes, and the small words
  ja jawel jep yes yep oui is dat het de een en voor van in aan met zo nog wel heel hele erg veel zeer
  u uw je jou jouw jullie jij ik wij we ons onze alles dit deze
  # nl: what one is thanked for
  snelle vlotte goede mooie prettige fijne leuke gezellige vlug snel
  antwoord reactie reageren bericht mail uitleg info informatie hulp service moeite tijd werk
  bevestiging offerte levering samenwerking
  # nl: till then
  verder dag avond weekend middag morgen week vakantie toegewenst gewenst tot dan straks ziens gauw
  zaterdag zondag maandag dinsdag woensdag donderdag vrijdag later
  # nl: greetings
  beste groet groeten groetjes gr mvg vriendelijke hartelijke hartelijk hi hoi hallo dag
  # en
  you very much so for the your quick fast reply response help all a lot again
  see then have nice good day weekend and it this to that works sounds we i am be
  kind regards best cheers
  # fr
  pour votre votre réponse rapide bonne journée beaucoup à bientôt tout ça va vous très bien et le la
  # de
  vielen für die schnelle antwort schönen tag noch ihre hilfe wir melden uns gern bis
  # the days of the week
  montag dienstag mittwoch donnerstag freitag samstag sonntag morgen
  monday tuesday wednesday thursday friday saturday sunday tomorrow tonight soon
  lundi mardi mercredi jeudi vendredi samedi dimanche demain
  # fr and nl, what was heard later
  bonjour bonsoir c'est c’est
  he hoor allemaal wel komt goed zien elkaar ook ge gij graag fijn gegeten opening nieuwe zaak
  mate haha too guys trop l'ouverture l’ouverture work job done
`;
const MOST_WORDS = 25;
/** A name. Written small it may as well be the verb of a question: "bedankt, wanneer komt het". */
const MOST_STRANGE = 1;
const LIKE_A_NAME = /^\p{Lu}/u;

export function isCloser(text: string): boolean {
  const plain = text.replace(/https?:\S+/g, ' ');
  if (/\?|\d/.test(plain) || WANTS.test(plain)) return false;
  const found = plain.match(/[\p{L}’']+/gu) ?? [];
  // Hearts and thumbs alone, and no face that is angry or sad.
  if (found.length === 0) return GLAD.test(plain) && !/\p{Extended_Pictographic}/u.test(plain.replace(GLAD_ALL, ''));
  if (found.length > MOST_WORDS) return false;
  const words = found.map((word) => word.toLowerCase());
  if (ONLY_YES.test(words.join(' '))) return true;
  const strange = found.filter((_, index) => !CORE.has(words[index] ?? '') && !AROUND.has(words[index] ?? ''));
  return (
    words.some((word) => CORE.has(word)) &&
    strange.length <= (found.length >= 4 ? MOST_STRANGE : 0) &&
    strange.every((word) => LIKE_A_NAME.test(word))
  );
}

const ONLY_YES = /^(?:ja|yes|oui|jep|yep)$/;
const GLAD_ONES = '👍👌🙏❤♥🧡💛💚💙💜🤍🖤💕💖💗💞😊☺🙂😀😃😄😁😆😂🤣😉😍🥰😘🤩😎🤗🎉🎊🔥👏💪✅✔💯✨🌟⭐🙌🤝🥳🍀🌷🌹💐';
const GLAD = new RegExp(`[${GLAD_ONES}]`, 'u');
const GLAD_ALL = new RegExp(`[${GLAD_ONES}]`, 'gu');

const WANTS =
  /\b(?:graag(?! gedaan)|gelieve|please|bitte|maar|but|mais|aber|nog niet|not yet|(?:ik|we|wij) hoor|hoor (?:ik|wij|het))\b|s'il vous|alvast bedankt/i;
