// Which links may leave the app, and in what shape. Everything not named here stays inside: file:, smb: and their like have
// handed over passwords and run programs in other mail apps (CVE-2023-46116).

const SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:', 'sms:'];
// attach= in a mailto has carried off private files ("Mailto: me your secrets").
const MAILTO_FIELDS: readonly string[] = ['to', 'cc', 'subject', 'body'];
const LONGEST = 8_000;

/** The link as it may be opened in the owner's own program; null when it may not. */
export function safeLink(link: string): string | null {
  if (link.length > LONGEST || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (!SCHEMES.includes(url.protocol)) return null;
  if (url.protocol === 'mailto:') return safeMailto(url);
  if (url.protocol === 'tel:') return isNumber(url.pathname) ? `tel:${digits(url.pathname)}` : null;
  if (url.protocol === 'sms:') return safeSms(url);
  if (url.hostname === '') return null;
  // A name and password in front of the host make "https://bank.nl@elsewhere" look like the bank.
  url.username = '';
  url.password = '';
  return url.href;
}

function safeMailto(url: URL): string | null {
  const to = decoded(url.pathname);
  if (hasControls(to)) return null;
  const fields = [...url.searchParams]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name, value]) => MAILTO_FIELDS.includes(name) && (name === 'body' || !hasControls(value)))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const address = to.split(',').map(encodeURIComponent).join(',').replaceAll('%40', '@');
  return `mailto:${address}${fields.length > 0 ? `?${fields.join('&')}` : ''}`;
}

/** RFC 5724: one number, and what to say to it. More numbers would send to strangers what was written for one. */
function safeSms(url: URL): string | null {
  if (!isNumber(url.pathname)) return null;
  const body = url.searchParams.get('body');
  return `sms:${digits(url.pathname)}${body === null || body === '' ? '' : `?body=${encodeURIComponent(body)}`}`;
}

const isNumber = (path: string): boolean => /^\+?[0-9(). -]{2,40}$/.test(decoded(path));
const hasControls = (text: string): boolean => /\p{Cc}/u.test(text);
const digits = (path: string): string => decoded(path).replace(/[^+0-9]/g, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
