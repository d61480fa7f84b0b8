// A stock Chromium cannot load an unknown scheme: the navigation is aborted before anyone can answer it. So `app://desk/x`
// lives in the browser as `https://desk.app.standin.invalid/x`, answered from protocol.handle, and is translated back wherever
// the app sees an address. The name can never resolve (RFC 2606) and the browser has no network anyway.

const SUFFIX = 'standin.invalid';
const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i;
const ALIAS = /^https:\/\/(.+)\.([a-z][a-z0-9+-]*)\.standin\.invalid(?=[/?#]|$)(.*)$/i;
/** file: has no host; an origin needs one. */
const NO_HOST = 'local';

export type Schemes = { readonly has: (scheme: string) => boolean };

export function aliasOf(url: string, schemes: Schemes): string {
  const [, scheme = '', host = '', rest = ''] = ADDRESS.exec(url) ?? [];
  if (!schemes.has(scheme) && scheme !== 'file') return url;
  return `https://${host === '' ? NO_HOST : host}.${scheme}.${SUFFIX}${rest === '' ? '/' : rest}`;
}

export function addressOf(alias: string): string {
  const [, host, scheme, rest] = ALIAS.exec(alias) ?? [];
  if (host === undefined) return alias;
  return scheme === 'file' ? `file://${rest}` : `${scheme}://${host}${rest}`;
}

/** A policy that names a scheme (`img-src app:`) names the alias's hosts in the browser. */
export const aliasPolicy = (policy: string, schemes: Schemes): string =>
  policy.replaceAll(/\b([a-z][a-z0-9+-]*):(?=[\s;]|$)/g, (whole, scheme: string) =>
    schemes.has(scheme) ? `https://*.${scheme}.${SUFFIX}` : whole,
  );
