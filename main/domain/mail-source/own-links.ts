// Links of a network's notice. Only https on the network's own hosts counts; everything else in a mail may lead anywhere.
import { decodeEntities } from '../conversation/html-entities.ts';
import { tagAt } from '../conversation/html-tags.ts';
import { isWithin } from './sender-proof.ts';

export type MailLink = { readonly host: string; readonly path: string; readonly shown: string };

/** A notice has dozens; the first ones are what it is about. */
const MOST_LINKS = 200;
const LONGEST_PAGE = 300_000;

/** Every web link of the mail, in the order of the page, then of the text. */
export function linksOf({ html, text }: { readonly html: string | null; readonly text: string }): readonly MailLink[] {
  const found = linksOfPage((html ?? '').slice(0, LONGEST_PAGE));
  for (const [url] of text.slice(0, LONGEST_PAGE).matchAll(WEB_ADDRESS)) {
    if (found.length >= MOST_LINKS) break;
    const link = linkAt(url, '');
    if (link !== null) found.push(link);
  }
  return found;
}

function linksOfPage(page: string): MailLink[] {
  const found: MailLink[] = [];
  const anchors = /<a\s/gi;
  for (let open = anchors.exec(page); open !== null && found.length < MOST_LINKS; open = anchors.exec(page)) {
    const at = open.index;
    const tag = tagAt(page, at);
    const from = tag === null ? at + 1 : tag.end;
    const href =
      tag === null ? undefined : HREF.exec(page.slice(tag.attributesFrom, Math.min(tag.end, at + LONGEST_TAG)));
    if (href != null) {
      const shown = shownText(page.slice(from, closingAnchor(page, from)));
      const link = linkAt(decodeEntities(href[1] ?? href[2] ?? href[3] ?? ''), shown);
      if (link !== null) found.push(link);
    }
    anchors.lastIndex = from;
  }
  return found;
}

/** Up to 500 letters of what is between the tags: the words of a button, not of a page. */
const LONGEST_BUTTON = 500;
const LONGEST_TAG = 8_000;

const closingAnchor = (page: string, from: number): number => {
  const end = page.slice(from, from + LONGEST_BUTTON).search(/<\/a/i);
  return end < 0 ? from : from + end;
};

const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const WEB_ADDRESS = /https?:\/\/[^\s<>"')\]]{3,4000}/gi;

const shownText = (inner: string): string =>
  decodeEntities(inner.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();

function linkAt(address: string, shown: string): MailLink | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  // A name before the host, or a port of its own, is no link that a network writes.
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  return { host: isPlain ? hostname.toLowerCase() : `not:${hostname}`, path: pathname, shown };
}

export const isOwnHost = (host: string, hosts: readonly string[]): boolean => hosts.some((own) => isWithin(host, own));

/** A notice that has links and none of them to the network itself is not the network's, whoever signed it. */
export const leadsElsewhere = (links: readonly MailLink[], hosts: readonly string[]): boolean =>
  links.length > 0 && !links.some(({ host }) => isOwnHost(host, hosts));

/** What `pattern` catches first in the path of the first own link that it fits. */
export function idInLinks(links: readonly MailLink[], hosts: readonly string[], pattern: RegExp): string | null {
  for (const { host, path } of links) {
    const id = isOwnHost(host, hosts) ? pattern.exec(path)?.[1] : undefined;
    if (id !== undefined) return id;
  }
  return null;
}
