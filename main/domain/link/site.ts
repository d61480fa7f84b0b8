// Who a host belongs to, near enough to compare two of them: the name that was registered, and all below it. Not the list of public
// suffixes, which changes by the week: where many share a suffix that is not known here, two hosts count as one site.

/** Endings under which names are registered one level further down. */
const SECOND_LEVEL: ReadonlySet<string> = new Set(['co', 'com', 'org', 'net', 'gov', 'gouv', 'ac', 'edu', 'or', 'ne']);
/** Everybody can have a name under these: each is a site of its own. */
const SHARED =
  /(?:^|\.)((?:[a-z0-9-]+)\.(?:github\.io|gitlab\.io|pages\.dev|workers\.dev|web\.app|firebaseapp\.com|netlify\.app|vercel\.app|herokuapp\.com|azurewebsites\.net|blogspot\.com|wordpress\.com|wixsite\.com|weebly\.com|webflow\.io|myshopify\.com|ngrok-free\.app|r2\.dev|glitch\.me|s3\.amazonaws\.com|blob\.core\.windows\.net))$/;

/** Of a host without port; lower case. An IP address is its own site. */
export function siteOf(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isIpAddress(name)) return name;
  const shared = SHARED.exec(name)?.[1];
  if (shared !== undefined) return shared;
  const labels = name.split('.');
  const isSecondLevel = labels.length > 2 && labels.at(-1)?.length === 2 && SECOND_LEVEL.has(labels.at(-2) ?? '');
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

/** The part of a site that its owner chose: "zaak" of "zaak.co.uk". */
export const chosenName = (site: string): string => site.split('.')[0] ?? '';

/** As a URL writes it; every other spelling (0x7f.1, 2130706433) is one of these once the URL was read. */
export const isIpAddress = (host: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || /^\[?[0-9a-f:]*:[0-9a-f:.]*\]?$/i.test(host);
