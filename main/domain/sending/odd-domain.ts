// An address whose domain is a slip of the pen for that of a large provider: "jan@gmial.com". Only slips that are surely none's own
// domain: a letter to it is lost, or read by whoever keeps the domain for that.
import { wordSet } from '../phrases.ts';

/** By what the name of the provider becomes under quick fingers; and what it stands under. */
const PROVIDERS: readonly (readonly [slips: ReadonlySet<string>, name: string, endings: readonly string[]])[] = [
  [
    wordSet`gmial gamil gmal gmali gmil gmai gmaill gmaiil ggmail gmmail gnail gmsil gmqil gimail gmaik gmaol gmeil`,
    'gmail',
    ['com'],
  ],
  [
    wordSet`hotmial hotmal hotmil hotmai hotmaill hotmaiil homail hotmall hotmsil hotmqil hotnail htomail hotamil hormail hotmeil hotrmail`,
    'hotmail',
    ['com', 'be', 'nl', 'fr', 'de', 'co.uk'],
  ],
  [
    wordSet`outlok outloo outllook oulook outlokk outlool outloook otulook outook`,
    'outlook',
    ['com', 'be', 'nl', 'fr', 'de'],
  ],
  [wordSet`telnet telenett telent teleent teleneet telenrt telemet tenelet`, 'telenet', ['be']],
  [wordSet`skynt skyent skynett skymet skyynet synet`, 'skynet', ['be']],
  [wordSet`proximis proximsu poximus proximuss promixus`, 'proximus', ['be']],
  [wordSet`zigo ziggoo zigggo ziigo`, 'ziggo', ['nl']],
  [wordSet`kpnmial kpnmal kpmail kpnmaill`, 'kpnmail', ['nl']],
  [wordSet`iclod iclould icluod icoud iclou icould`, 'icloud', ['com']],
  [wordSet`yaho yahooo yhaoo yhoo yahho`, 'yahoo', ['com', 'fr', 'de', 'co.uk']],
];
/** Of ".com", ".be" and ".nl"; ".co" and ".cm" are countries, and sell these to typists. */
const ENDINGS: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  vom: 'com',
  xom: 'com',
  comm: 'com',
  coml: 'com',
  om: 'com',
  cm: 'com',
  co: 'com',
  bee: 'be',
  eb: 'be',
  nll: 'nl',
  ln: 'nl',
  bl: 'nl',
};
/** Where there is one Gmail, under one ending. */
const ELSEWHERE = wordSet`gmail.be gmail.nl gmail.fr gmail.de icloud.be icloud.nl telenet.com telenet.nl skynet.com ziggo.com ziggo.be`;

/** The address that was surely meant; null where it may well be right. */
export function meantAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const [, name = '', ending = ''] = /^([^.]+)\.(.+)$/.exec(address.slice(at + 1).toLowerCase()) ?? [];
  for (const [slips, provider, endings] of PROVIDERS) {
    if (name !== provider && !slips.has(name)) continue;
    const [usual = 'com'] = endings;
    const isElsewhere = name === provider && ELSEWHERE.has(`${name}.${ending}`);
    const meant = isElsewhere ? usual : (ENDINGS[ending] ?? ending);
    if (name === provider && meant === ending) return null;
    return endings.includes(meant) ? `${address.slice(0, at)}@${provider}.${meant}` : null;
  }
  return null;
}
