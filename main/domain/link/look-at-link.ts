// What a link really is, before it is opened: where it leads, and what about it would deceive its reader. Only these kinds of link
// open at all; the shell checks again (shell/links.ts).
import { disguiseOf, namedBefore, takenFor } from './look-alike.ts';
import { readMailto } from './mailto.ts';
import { isMailingService, isShortener } from './middlemen.ts';
import { shownAddressIn, shownHosts } from './shown-host.ts';
import { isIpAddress, siteOf } from './site.ts';
import { unwrapLink } from './unwrap.ts';

export type LinkConcern =
  /** Its words name another site, or another mail address, than it leads to. */
  | { readonly kind: 'other-site'; readonly shown: string; readonly goes: string }
  /** Letters of several alphabets, or of one that looks like ours. */
  | { readonly kind: 'disguised' }
  /** Nearly the name of one that the owner knows, or that is forged often. */
  | { readonly kind: 'looks-like'; readonly known: string }
  | { readonly kind: 'ip-address' }
  /** Something that reads as a site stands before the "@", which a browser ignores. */
  | { readonly kind: 'name-before-host'; readonly pretended: string }
  /** Nobody can see where it leads. */
  | { readonly kind: 'shortened'; readonly by: string };

export type LinkLook = {
  readonly kind: 'web' | 'mail' | 'phone' | 'dead';
  /** Where it leads, unwrapped: for showing. In three pieces, of which the middle one says whose it is. */
  readonly shown: { readonly before: string; readonly site: string; readonly after: string };
  /** The gatekeeper or mailing service that it passes first, or null. */
  readonly via: string | null;
  readonly concerns: readonly LinkConcern[];
};

export type LinkFacts = {
  readonly href: string;
  /** The words of the link, a line for each way to read them (link-words.ts); '' for a picture. */
  readonly words: string;
  /** Of the sender: what passes his own mailing service under his own name is nobody's trick. */
  readonly senderHost?: string | null;
};

const LONGEST = 8_000;
const LONGEST_PATH = 60;

/** Spaces and line breaks inside are how scripts hide their scheme: browsers leave them out, and so do we. */
// oxlint-disable-next-line no-control-regex -- exactly these
export const bareHref = (href: string): string => href.replace(/[\u0000-\u001f\u007f]/g, '').trim();

export function lookAtLink({ href, words, senderHost = null }: LinkFacts): LinkLook {
  const link = bareHref(href);
  if (link.length > LONGEST || !URL.canParse(link)) return plain('dead', link);
  const url = new URL(link);
  switch (url.protocol) {
    case 'https:':
    case 'http:':
      return url.hostname === '' ? plain('dead', link) : lookAtPage(url, words, senderHost);
    case 'mailto:':
      return lookAtAddress(url, words);
    case 'tel:':
      return plain('phone', link);
    default:
      return plain('dead', link);
  }
}

const plain = (kind: LinkLook['kind'], text: string): LinkLook => ({
  kind,
  shown: { before: '', site: text, after: '' },
  via: null,
  concerns: [],
});

function lookAtPage(link: URL, words: string, senderHost: string | null): LinkLook {
  const { url, via } = unwrapLink(link);
  const host = url.hostname;
  const site = siteOf(host);
  const sender = senderHost === null ? null : siteOf(senderHost);
  const concerns: LinkConcern[] = [];
  const shown = shownHosts(words).find((named) => siteOf(named) !== site && !isOwnMailing(siteOf(named), site, sender));
  if (shown !== undefined) concerns.push({ kind: 'other-site', shown, goes: host });
  const pretended = pretendedBy(url) ?? pretendedBy(link);
  if (pretended !== null) concerns.push({ kind: 'name-before-host', pretended });
  if (isIpAddress(host)) concerns.push({ kind: 'ip-address' });
  else if (disguiseOf(host) !== null) concerns.push({ kind: 'disguised' });
  else {
    const known =
      takenFor(host, sender === null || sender === site ? [] : [sender]) ??
      (isMailingService(site) ? null : namedBefore(host));
    if (known !== null) concerns.push({ kind: 'looks-like', known });
  }
  if (isShortener(site, host)) concerns.push({ kind: 'shortened', by: host });
  return { kind: 'web', shown: inPieces(url, site), via: via ?? (isMailingService(site) ? site : null), concerns };
}

/** The sender's own name, counted by the service that sends for him. */
const isOwnMailing = (named: string, site: string, sender: string | null): boolean =>
  sender !== null && named === sender && isMailingService(site);

/** Only what reads as a site: a bare user name deceives nobody. */
function pretendedBy({ username, password }: URL): string | null {
  let before = username;
  try {
    before = decodeURIComponent(username);
  } catch {
    // As it stands.
  }
  return before.includes('.') || password !== '' ? before : null;
}

function lookAtAddress(url: URL, words: string): LinkLook {
  const to = (readMailto(url.href)?.to ?? []).map(({ address }) => address).join(', ');
  const named = shownAddressIn(words);
  const isOther = named !== null && to !== '' && to.toLowerCase() !== named;
  const at = to.lastIndexOf('@') + 1;
  return {
    kind: 'mail',
    shown: { before: to.slice(0, at), site: to.slice(at), after: '' },
    via: null,
    concerns: isOther ? [{ kind: 'other-site', shown: named, goes: to }] : [],
  };
}

function inPieces(url: URL, site: string): LinkLook['shown'] {
  const at = url.hostname.endsWith(site) ? url.hostname.length - site.length : 0;
  const rest = url.pathname + url.search;
  const after = rest.length > LONGEST_PATH ? `${rest.slice(0, LONGEST_PATH)}\u2026` : rest === '/' ? '' : rest;
  return {
    before: url.hostname.slice(0, at),
    site: url.hostname.slice(at),
    after: (url.port === '' ? '' : `:${url.port}`) + after,
  };
}
