// Which links of a stranger may be opened at all, and what is shown as their true target. What a link really is says
// domain/link/look-at-link.ts; the shell checks again.
import { bareHref, lookAtLink } from '../../../main/domain/link/look-at-link.ts';

const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

/** The address when it is one that Balie opens, else null. */
export function safeLink(raw: string): string | null {
  const target = bareHref(raw);
  return SAFE.test(target) && target.length <= 8_000 ? target : null;
}

/** As in the HTML of a mail: who made it by hand forgets the scheme, and there is nothing that it could be relative to. */
export function safeHref(raw: string): string | null {
  const bare = bareHref(raw);
  const isHost = /^www\.[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+(?:[/?#]|$)/iu.test(bare);
  return safeLink(bare.startsWith('//') ? `https:${bare}` : isHost ? `https://${bare}` : bare);
}

/** The true target in one line: the host in punycode when letters of several alphabets could deceive. */
export function linkTarget(link: string): string {
  if (/^tel:/i.test(link)) return link;
  const { kind, shown } = lookAtLink({ href: link, words: '' });
  const { before, site, after } = shown;
  return `${kind === 'mail' ? 'mailto:' : ''}${before}${site}${after}`;
}
