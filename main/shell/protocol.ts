// Serves the window's own files as app://balie/, and cuts every other road to a network. Three guards, because each alone leaks
// (measured over 80 hostile pages): this policy, the request filter, and no name resolution in the renderer at all.
import type { Session } from 'electron';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export const SCHEME = 'app';
export const ORIGIN = 'app://balie';
export const START_PAGE = `${ORIGIN}/index.html`;

// The page carries the same policy in its head (renderer/window-csp.ts); the header holds where the page was tampered with. Styles
// may be inline because the reader's frame inherits this policy and mail is styled in place; nothing styled can reach a network.
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  // pdf.js reads a PDF in a worker of its own.
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'cache-control': 'no-store',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers requests for files below `folder`, and nothing above it, not by "..", and not by a link that points out of it. */
export function createFileServer(
  folder: string,
): (request: { readonly url: string; readonly method: string }) => Promise<Response> {
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return refusal(405);
    const address = new URL(url);
    if (`${address.protocol}//${address.host}` !== ORIGIN) return refusal(404);
    const type = TYPES[extname(address.pathname)];
    if (type === undefined) return refusal(404);
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, decodeURIComponent(address.pathname)));
      if (!file.startsWith(root + sep)) return refusal(404);
      return new Response(new Uint8Array(await readFile(file)), { headers: { ...HEADERS, 'content-type': type } });
    } catch {
      return refusal(404);
    }
  };
}

const refusal = (status: number): Response => new Response(null, { status, headers: HEADERS });

/** The window asks for its own files and for what it made itself; anything else goes nowhere. */
export function isOwnRequest(url: string): boolean {
  return (
    url.startsWith(`${ORIGIN}/`) ||
    url.startsWith('data:') ||
    url.startsWith(`blob:${ORIGIN}/`) ||
    url === 'about:blank' ||
    url === 'about:srcdoc'
  );
}

export function closeSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
}
