// Houses whose name is borrowed to deceive in the Netherlands and Belgium: banks, tax offices, parcel services, telecom, and the large
// ones of the world, each with the sites it really writes from. By public lists of forged mail (Safeonweb, Fraudehelpdesk).
import { namedBefore, skeleton } from '../link/look-alike.ts';
import { isMailingService } from '../link/middlemen.ts';
import { chosenName, siteOf } from '../link/site.ts';
import { wordSet } from '../phrases.ts';

// Name: sites. What stands before the dot also counts under the endings of our countries.
const HOUSES = `
  ing: ing.nl ing.be ing.com
  kbc: kbc.be kbc.com kbcgroup.eu cbc.be
  rabobank: rabobank.nl rabobank.com rabobankgroep.nl
  abn amro: abnamro.nl abnamro.com
  belfius: belfius.be belfiusdirect.be belfiusweb.be
  bnp paribas fortis: bnpparibasfortis.be bnpparibasfortis.com
  argenta: argenta.be
  crelan: crelan.be
  beobank: beobank.be
  bunq: bunq.com
  knab: knab.nl
  triodos: triodos.nl triodos.be triodos.com
  belastingdienst: belastingdienst.nl
  digid: digid.nl logius.nl
  mijnoverheid: mijnoverheid.nl overheid.nl
  cjib: cjib.nl
  kvk: kvk.nl
  fod financien: fed.be fgov.be belgium.be
  spf finances: fed.be fgov.be belgium.be
  myminfin: fed.be fgov.be belgium.be
  ebox: fed.be fgov.be belgium.be
  mijn burgerprofiel: vlaanderen.be
  vlaamse overheid: vlaanderen.be
  fluvius: fluvius.be
  itsme: itsme.be itsme-id.com itsme.eu
  bpost: bpost.be bpostgroup.com bpost.cloud
  postnl: postnl.nl postnl.be postnl.com postnl-pakketten.nl
  dhl: dhl.com dhl.nl dhl.be dhlparcel.nl dhlecommerce.nl dhl.de
  dpd: dpd.com dpd.nl dpd.be dpdgroup.com
  gls: gls-netherlands.com gls-belgium.com gls-group.com gls-group.eu
  ups: ups.com
  fedex: fedex.com
  microsoft: microsoft.com microsoftonline.com office.com office365.com outlook.com live.com sharepointonline.com windows.com
  ms teams: microsoft.com microsoftonline.com office.com office365.com
  ms office: microsoft.com microsoftonline.com office.com office365.com
  office 365: microsoft.com microsoftonline.com office.com office365.com
  outlook: microsoft.com outlook.com office.com live.com
  onedrive: microsoft.com sharepointonline.com live.com
  sharepoint: microsoft.com sharepointonline.com
  google: google.com googlemail.com youtube.com
  apple: apple.com icloud.com
  icloud: apple.com icloud.com
  paypal: paypal.com paypal.be paypal.nl
  mollie: mollie.com
  bancontact: bancontact.com bancontact.net payconiq.com
  netflix: netflix.com
  amazon: amazon.com amazon.nl amazon.de amazon.fr amazon.com.be amazonses.com
  bol: bol.com
  coolblue: coolblue.nl coolblue.be
  marktplaats: marktplaats.nl
  facebook: facebook.com facebookmail.com meta.com metamail.com
  instagram: instagram.com facebookmail.com
  whatsapp: whatsapp.com facebookmail.com
  linkedin: linkedin.com
  docusign: docusign.com docusign.net
  dropbox: dropbox.com dropboxmail.com
  wetransfer: wetransfer.com
  ziggo: ziggo.nl vodafoneziggo.com vodafoneziggo.nl
  kpn: kpn.com
  odido: odido.nl
  vodafone: vodafone.nl vodafone.com vodafoneziggo.com
  telenet: telenet.be telenetgroup.be
  proximus: proximus.be proximus.com belgacom.be
  eneco: eneco.com eneco.nl eneco.be
  vattenfall: vattenfall.nl vattenfall.com
  engie: engie.be engie.com engie.nl
  luminus: luminus.be
  coinbase: coinbase.com
`
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', sites = ''] = line.split(':');
    return { words: name.trim().split(' '), sites: new Set(sites.trim().split(' ')) };
  });

/** Where helpdesks and surveys of such houses really write from. */
const SERVICES = wordSet`
  zendesk.com freshdesk.com freshworks.com trustpilotmail.com trustpilot.com medallia.eu medallia.com qualtrics.com
  qualtrics-survey.com kiyoh.com feedbackcompany.com salesforce.com teamtailor-mail.com docusign.net google.com linkedin.com
`;
const ENDINGS = /^(?:nl|be|com|eu|net|org|de|fr|lu|co\.uk|com\.be)$/;

type House = (typeof HOUSES)[number];

/** The house whose name the sender bears first while he writes from elsewhere; null: none. `name` as it is shown. */
export function borrowedName(whole: string, domain: string): string | null {
  const name = whole.slice(0, LONGEST);
  if (HOUSES.some((house) => isAtHome(house, domain)) || BESIDE.test(name)) return null;
  const words = wordsOf(plainCapitals(name).replace(OPENING, ''));
  for (const house of HOUSES) {
    const joined = skeleton(house.words.join(''));
    // "Post NL", "B-post", "Rabo Bank": however it is cut into words.
    const end = [1, 2, 3].find((count) => words.length >= count && skeleton(words.slice(0, count).join('')) === joined);
    if (end === undefined || !isMeant(house, name, words.slice(end))) continue;
    // "Apple Bakery" of applebakery.be is itself.
    const own = lettersOf(chosenName(siteOf(domain)));
    const isOwnName = own.length > joined.length && words.join('').startsWith(own) && !hasLure(siteOf(domain));
    return isOwnName ? null : house.words.join(' ');
  }
  return null;
}

const OWN_KEEPER =
  /^\W*(?:web ?mail|e-?mail|mail ?box|mail|post(?:vak|master)|it|ict|system|systeem|server)\W*(?:admin\w*|help ?desk|support|team|beheer\w*|dienst|service)\b/i;
const ABOUT_ACCESS = /wachtwoord|password|mail ?box|postvak|opslag|quota|storage|mot de passe|bo\u00eete/i;

/** Who keeps the owner's mailbox, and has business with his password: his own provider, whom he knows. */
export const playsKeeper = (name: string, said: string): boolean =>
  OWN_KEEPER.test(name.slice(0, LONGEST)) && ABOUT_ACCESS.test(said);

/** The house that a domain means to be taken for: its name beside a word that lures. null: none. */
export function borrowedDomain(domain: string): string | null {
  // RFC 1035 2.3.4.
  if (domain.length > 255) return null;
  const before = namedBefore(domain);
  if (before !== null && !isService(domain)) return before;
  const site = siteOf(domain);
  const parts = chosenName(site).split(/[-\d]+/);
  for (const house of HOUSES) {
    const joined = house.words.join('');
    if (isAtHome(house, domain)) continue;
    const isPart = parts.includes(joined);
    if (isPart && parts.some((part) => part !== joined && isLure(part))) return house.words.join(' ');
    if (joined.length < SHORTEST_GLUED) continue;
    const chosen = chosenName(site);
    const rest = chosen.startsWith(joined)
      ? chosen.slice(joined.length)
      : chosen.endsWith(joined)
        ? chosen.slice(0, -joined.length)
        : '';
    if (rest !== '' && isLure(rest)) return house.words.join(' ');
  }
  return null;
}

/** Shorter names stand in many words by chance. */
const SHORTEST_GLUED = 5;

/** Behind so many letters no name is read any more. */
const LONGEST = 200;

const OPENING =
  /^\W*(?:(?:het|the|uw|je|jouw|votre)\s+)?(?:(?:klantenservice|klantendienst|customer service|service client|service|helpdesk|support|team|mijn|my|mon|info|nieuws)\s+(?:(?:van|of|from|de)\s+)?)?/i;
/** Who says himself that he is another, or writes for one. */
const BESIDE = /\b(?:partner|reseller|dealer|via|agent|kantoor|expert|specialist|consultant|fan)\b/i;

/** Plain words and surnames: "Kobe Bol", "Amazon Reizen". Only with nothing behind them but what such a house says of itself. */
const ALSO_WORDS = wordSet`apple amazon bol google outlook dhl gls ups eneco engie luminus triodos`;
const OF_ITSELF =
  /^(?:com|nl|be|express|pakket|parcel|pakketten|support|security|team|accounts?|store|pay|id|services?|klantenservice|helpdesk|bank|energie|drive|alert|notification|info|web|app|365)$/;

function isMeant({ words: [first = ''] }: House, name: string, rest: readonly string[]): boolean {
  if (ALSO_WORDS.has(first)) return rest.every((word) => OF_ITSELF.test(word));
  // "Ing." before a name is an engineer.
  return first !== 'ing' || /(?<!\p{L})[I1l|]\W?N\W?G(?![.\p{L}])/u.test(name);
}

/** Cyrillic and Greek capitals that cannot be told from ours. */
const CAPITALS: ReadonlyMap<string, string> = new Map(
  Array.from(
    '\u0410\u0412\u0415\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0405\u0421\u0422\u0423\u0425\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7',
    (letter, at) => [letter, 'ABEIJKMHOPSCTYXABEHIKMNOPTYX'.charAt(at)],
  ),
);
const plainCapitals = (name: string): string => Array.from(name, (letter) => CAPITALS.get(letter) ?? letter).join('');

function isAtHome({ sites }: House, domain: string): boolean {
  const site = siteOf(domain);
  if (sites.has(site) || isService(domain)) return true;
  const ending = site.slice(site.indexOf('.') + 1);
  return ENDINGS.test(ending) && [...sites].some((one) => chosenName(one) === chosenName(site));
}

const isService = (domain: string): boolean => SERVICES.has(siteOf(domain)) || isMailingService(siteOf(domain));

const LURES =
  /^(?:account|acties?|activ|activer|admin|alert|beveilig|betaal|betal|bevestig|bezorg|billing|check|client|connect|controle|dienst|douane|easy|fact|help|herstel|id$|identi|info$|invoice|invoer|klant|lever|log|mijn|my$|nieuw|notif|online|pack|pakje|pakket|pak$|pay|payment|portaal|portal|premie|recover|refund|reset|safe|secur|service|sign|slot|status|support|terug|toegang|touch|track|trk|unlock|update|validat|veilig|verif|verleng|verzend|wallet|web$|zending)/;
const isLure = (part: string): boolean => LURES.test(part);
const hasLure = (site: string): boolean =>
  chosenName(site)
    .split(/[-\d]+/)
    .some(isLure);

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
const lettersOf = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '');
