// Which links of a stranger may be opened at all. The shell checks again; this decides what looks and acts like a link.
const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

/** The address when it is one that Balie opens, else null. Spaces and line breaks inside are how scripts hide their scheme. */
export function safeLink(raw: string): string | null {
  // oxlint-disable-next-line no-control-regex -- browsers ignore these characters in a scheme, so we take them out first
  const target = raw.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return SAFE.test(target) && target.length <= 8_000 ? target : null;
}

/** What to show as the true target: the host in punycode when letters of several alphabets could deceive. */
export function linkTarget(link: string): string {
  if (/^(mailto|tel):/i.test(link)) return link;
  try {
    const url = new URL(link);
    const rest = url.pathname + url.search;
    return url.host + (rest.length > 60 ? `${rest.slice(0, 60)}…` : rest === '/' ? '' : rest);
  } catch {
    return link;
  }
}
