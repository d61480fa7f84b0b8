// The customer's own words in a network's notice. Its wording differs by language and changes with every redesign, so nothing here
// rests on it: the words stand before the first thing that leads back to the network (a link, a button), and after its headline.
import type { MailLink } from './own-links.ts';

const FOOT =
  /^(?:--\s*$|_{5,}|©|\(c\) |unsubscribe\b|uitschrijven\b|afmelden\b|se désinscrire\b|se désabonner\b|this e-?mail was |deze e-?mail (?:is|werd) |cet e-?mail )/i;
const LONGEST = 20_000;

/** `aside`: lines that are not the customer's, such as the subject said again or the names of those concerned. */
export function ownWords(
  text: string,
  {
    hosts,
    links,
    aside,
  }: { readonly hosts: readonly string[]; readonly links: readonly MailLink[]; readonly aside: readonly string[] },
): string {
  const buttons = new Set(links.map(({ shown }) => shown.toLowerCase()).filter((shown) => shown.length > 2));
  const others = new Set(aside.map(bare).filter((line) => line !== ''));
  const kept: string[] = [];
  for (const line of text.slice(0, LONGEST).split('\n')) {
    const shown = line.trim();
    const isWay = buttons.has(shown.toLowerCase()) || hosts.some((host) => shown.toLowerCase().includes(`${host}/`));
    if (isWay && kept.some((one) => one !== '')) break;
    if (FOOT.test(shown)) break;
    if (!isWay && !others.has(bare(shown))) kept.push(line.trimEnd());
  }
  return kept
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Without what a headline and its repetition differ in. */
const bare = (line: string): string =>
  line
    .trim()
    .toLowerCase()
    .replace(/[:.!]+$/, '');
