// Links that pass through a gatekeeper or a search engine and carry the real address in them. For showing: what is opened stays the
// link as it came, so that the gatekeeper still checks it.

type Wrapper = { readonly host: RegExp; readonly path?: RegExp; readonly inner: (url: URL) => string | null };

const param =
  (...names: readonly string[]) =>
  (url: URL): string | null => {
    for (const name of names) {
      const value = url.searchParams.get(name);
      if (value !== null) return value;
    }
    return null;
  };

const WRAPPERS: readonly Wrapper[] = [
  { host: /(^|\.)safelinks\.protection\.outlook\.com$/, inner: param('url') },
  { host: /(^|\.)google\.[a-z.]{2,6}$/, path: /^\/url$/, inner: param('q', 'url') },
  {
    host: /^urldefense(\.proofpoint)?\.com$/,
    path: /^\/v2\//,
    inner: (url) => proofpointV2(url.searchParams.get('u')),
  },
  { host: /^urldefense\.com$/, path: /^\/v3\//, inner: (url) => proofpointV3(url.href) },
  { host: /(^|\.)linkprotect\.cudasvc\.com$/, inner: param('a') },
  { host: /^lm?\.(facebook|instagram)\.com$/, inner: param('u') },
  { host: /(^|\.)linkedin\.com$/, path: /^\/(redir\/redirect|safety\/go)/, inner: param('url') },
  { host: /^(www\.)?youtube\.com$/, path: /^\/redirect$/, inner: param('q') },
  { host: /^slack-redir\.net$/, inner: param('url') },
  { host: /^exit\.sc$/, inner: param('url') },
];

/** Gatekeepers are put around each other; more than these are a game. */
const DEEPEST = 4;

export type Unwrapped = {
  readonly url: URL;
  /** The outermost host that the link passes, or null. */ readonly via: string | null;
};

/** Only http and https come out of a wrapper. */
export function unwrapLink(url: URL): Unwrapped {
  let inside = url;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const next = innerOf(inside);
    if (next === null) break;
    inside = next;
  }
  return { url: inside, via: inside === url ? null : url.hostname };
}

function innerOf(url: URL): URL | null {
  const wrapper = WRAPPERS.find(
    ({ host, path }) => host.test(url.hostname) && (path === undefined || path.test(url.pathname)),
  );
  const inner = wrapper?.inner(url) ?? null;
  if (inner === null || !URL.canParse(inner)) return null;
  const found = new URL(inner);
  return found.protocol === 'https:' || found.protocol === 'http:' ? found : null;
}

function proofpointV2(coded: string | null): string | null {
  if (coded === null) return null;
  try {
    return decodeURIComponent(coded.replaceAll('-', '%').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

/** https://urldefense.com/v3/__https://zaak.be/x__;!!... : letters that were taken out stand as "*"; the host has none. */
const proofpointV3 = (href: string): string | null =>
  /\/v3\/__(.+?)__;/.exec(href)?.[1]?.replace(/^(https?:)\/(?!\/)/, '$1//') ?? null;
