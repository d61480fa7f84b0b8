// Answers what the page and its frames ask for: from protocol.handle or a file, never from the network. On the way it asks
// the app's guards (navigation, webRequest) in the order in which Electron does.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cdp } from './cdp.ts';
import type { RequestPaused } from './cdp-types.ts';
import { note } from './aside.ts';
import { running, type SchemeHandler } from './running.ts';
import { addressOf, aliasPolicy } from './scheme-alias.ts';

export type PageGuards = {
  /** A document is about to be loaded into the main frame or a frame below it. */
  readonly allowsNavigation: (url: string, isMainFrame: boolean) => boolean;
  readonly allowsRequest: (request: {
    readonly url: string;
    readonly method: string;
    readonly resourceType: string;
  }) => Promise<boolean>;
  readonly isMainFrame: (frameId: string) => boolean;
};

const FILE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Pauses every request of this session (the page's, or a frame's in its own process) and answers it. */
export async function answerRequests(cdp: Cdp, session: string, guards: PageGuards): Promise<void> {
  cdp.on(
    'Fetch.requestPaused',
    (paused) => {
      answer(cdp, session, guards, paused).catch((error: Error) => {
        note(`${addressOf(paused.request.url)}: ${error.message}`);
        // The frame may be gone, and then nobody waits for the refusal.
        cdp.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' }, session).catch(() => {});
      });
    },
    session,
  );
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session);
}

async function answer(cdp: Cdp, session: string, guards: PageGuards, paused: RequestPaused): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const url = addressOf(request.url);
  const refuse = async (errorReason: string): Promise<void> => {
    await cdp.send('Fetch.failRequest', { requestId, errorReason }, session);
  };
  if (resourceType === 'Document' && !guards.allowsNavigation(url, guards.isMainFrame(paused.frameId)))
    return refuse('Aborted');
  if (!(await guards.allowsRequest({ url, method: request.method, resourceType: electronName(resourceType) })))
    return refuse('BlockedByClient');

  const scheme = url.slice(0, url.indexOf(':'));
  const handler = running.schemes.get(scheme) ?? (scheme === 'file' ? serveFile : undefined);
  if (handler !== undefined) return fulfil(cdp, session, paused, await ask(handler, url, paused));
  // What the page made itself (blob:, data:) goes on; the world outside does not exist, as under the resolver rule.
  if (/^(?:https?|wss?|ftp)$/.test(scheme)) return refuse('NameNotResolved');
  await cdp.send('Fetch.continueRequest', { requestId }, session);
}

async function ask(handler: SchemeHandler, url: string, { request }: RequestPaused): Promise<Response> {
  const parts = (request.postDataEntries ?? []).map((entry) => Buffer.from(entry.bytes ?? '', 'base64'));
  const body = request.hasPostData === true ? { body: Buffer.concat(parts) } : {};
  return handler(new Request(url, { method: request.method, headers: request.headers, ...body }));
}

async function fulfil(cdp: Cdp, session: string, { requestId }: RequestPaused, response: Response): Promise<void> {
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'content-security-policy' ? aliasPolicy(value, running.schemes) : value,
  }));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body }, session);
}

const serveFile: SchemeHandler = async (request) => {
  const path = fileURLToPath(new URL(new URL(request.url).pathname, 'file:///'));
  try {
    const type = FILE_TYPES[extname(path)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type } });
  } catch {
    return new Response(null, { status: 404 });
  }
};

/** The browser's word for a kind of request, as Electron's webRequest has it. */
function electronName(resourceType: string): string {
  const names: Readonly<Record<string, string>> = {
    Document: 'mainFrame',
    Stylesheet: 'stylesheet',
    XHR: 'xhr',
    Fetch: 'xhr',
    WebSocket: 'webSocket',
    CSPViolationReport: 'cspReport',
  };
  return names[resourceType] ?? resourceType.toLowerCase();
}
