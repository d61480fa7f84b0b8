// Hostile mail in a real browser. Each guard is tried alone: what the sanitizer leaves is shown on a bare page without any
// policy, and what no sanitizer touched is shown in the reader's frame. Nothing may run, nothing may be asked of a network.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerPage } from '../../renderer/features/conversation/reader-page.ts';
import { root, startWindowBrowser, type WindowBrowser } from './window-browser.ts';

type Case = {
  readonly id: string;
  readonly html: string;
  readonly kind?: string;
  readonly text?: string;
  readonly selector?: string;
};

const shared = process.env['SHARED_DIR'] ?? join(root, '../shared');
const file = (name: string): string => join(shared, 'data', name, 'cases.jsonl.gz');
const hasShared = existsSync(file('html-own')) && existsSync(file('html-vectors'));
const load = (name: string): readonly Case[] =>
  gunzipSync(readFileSync(file(name)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);

/** A few of each kind, so that a machine without the shared data still guards the door. */
const OWN: readonly Case[] = [
  { id: 'own/script', html: '<p>hoi</p><script>pwn()</script>' },
  { id: 'own/handler', html: '<img src=x onerror=pwn()><svg onload=pwn()>' },
  { id: 'own/link', html: '<a href="java\tscript:pwn()">x</a><a href="data:text/html,<script>pwn()</script>">y</a>' },
  { id: 'own/mutation', html: '<svg></p><style><a id="</style><img src=x onerror=pwn()>">' },
  { id: 'own/picture', html: '<img src="https://t.invalid/a.png" srcset="https://t.invalid/b 2x">' },
  {
    id: 'own/css-url',
    html: '<style>@import "https://t.invalid/c";p{background:u\\72l(https://t.invalid/d)}</style><p>x',
  },
  { id: 'own/style-url', html: '<p style="--u:url(https://t.invalid/e);background:var(--u)">x</p>' },
  { id: 'own/preload', html: '<link rel=preload as=image href="https://t.invalid/f"><base href="https://t.invalid/">' },
];

let desk: WindowBrowser;
let purifier: Page;
const sanitize = (html: string): Promise<string> =>
  purifier.evaluate(`window.sanitizeMailHtml(${JSON.stringify(html)})`);

beforeAll(async () => {
  desk = await startWindowBrowser();
  purifier = await desk.browser.newPage();
  await purifier.goto(`${desk.address}dev/sanitizer.html`);
  await purifier.waitForFunction('typeof window.sanitizeMailHtml === "function"');
});
afterAll(() => desk.close());

const EARS = '<script>window.ran = 0; window.pwn = window.alert = () => { window.ran += 1; };</script>';

type Seen = { readonly ran: readonly string[]; readonly asked: readonly string[] };

/** Shows each page in turn, clicks what can be clicked, and notes what ran and what was asked of the network. */
async function show(cases: readonly Case[], pageFor: (html: string) => Promise<string>): Promise<Seen> {
  const context = await desk.browser.newContext();
  const page = await context.newPage();
  const ran: string[] = [];
  const asked: string[] = [];
  let current = '';
  page.on('request', (request) => {
    if (!/^(about|data|blob):/.test(request.url())) asked.push(`${current} ${request.url()}`);
  });
  for (const { id, html } of cases) {
    current = id;
    const content = await pageFor(html);
    await page.setContent(EARS + content);
    // Following a link is the owner's own act and goes through the shell; here only scripts behind links matter.
    await page.evaluate(`
      for (const holder of [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)]) {
        for (const link of holder?.querySelectorAll('a, area, button') ?? []) {
          if (/^https?:|^mailto:|^tel:/i.test(link.getAttribute('href') ?? '')) continue;
          link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        }
      }`);
    if ((await page.evaluate('window.ran')) !== 0) ran.push(id);
  }
  await context.close();
  return { ran, asked };
}

const inFrame = (html: string): string => {
  const page = readerPage(html, { language: 'nl', title: 'proef' });
  return `<iframe sandbox="allow-same-origin" srcdoc="${page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
};

describe('a hostile mail', () => {
  test('runs nothing and asks nothing once sanitized, even on a bare page', async () => {
    expect(await show(OWN, sanitize)).toEqual({ ran: [], asked: [] });
  });

  test('runs nothing in the reader frame, even unsanitized', async () => {
    const { ran } = await show(OWN, (html) => Promise.resolve(inFrame(html)));
    expect(ran).toEqual([]);
  });

  test('leaves no address behind but in links', async () => {
    const left = await Promise.all(OWN.map(({ html }) => sanitize(html)));
    expect(left.filter((html) => html.replaceAll(/<a [^>]*>/g, '').includes('t.invalid'))).toEqual([]);
  });

  test('cannot shadow what our own code asks of its document', async () => {
    const clean = await sanitize('<img name="body"><a id="documentElement" href="https://x.nl">x</a>');
    expect(clean).not.toMatch(/name="body"|id="documentElement"/);
  });
});

describe('an ordinary mail', () => {
  test('keeps its words, its colours and its links', async () => {
    const clean = await sanitize(
      '<style>.a{color:red}</style><p class="a" style="margin:4px">Dag <a href="https://zaak.be">zaak</a></p>',
    );
    expect(clean).toContain('.a { color: red }');
    expect(clean).toContain('margin: 4px');
    expect(clean).toContain('<a href="https://zaak.be">zaak</a>');
  });

  test('shows what a picture from elsewhere was called, and drops a tracking dot', async () => {
    const clean = await sanitize(
      '<img src="https://t.invalid/logo.png" alt="Ons logo"><img src="https://t.invalid/o.gif" width=1>',
    );
    expect(clean).toContain('<span class="balie-left-out">Ons logo</span>');
    expect(clean).not.toContain('<img');
  });

  test('leaves a picture of its own to be filled in', async () => {
    expect(await sanitize('<img src="cid:logo%40zaak">')).toContain('data-cid="logo@zaak"');
  });
});

describe.skipIf(!hasShared)('the shared collections of hostile mail (skipped where ../shared is absent)', () => {
  test('run nothing and ask nothing once sanitized', async () => {
    const cases = [...load('html-own'), ...load('html-vectors')];
    expect(cases.length).toBeGreaterThan(300);
    expect(await show(cases, sanitize)).toEqual({ ran: [], asked: [] });
  }, 180_000);

  test('run nothing in the frame with no sanitizer before it', async () => {
    const { ran } = await show([...load('html-own'), ...load('html-vectors')], (html) =>
      Promise.resolve(inFrame(html)),
    );
    expect(ran).toEqual([]);
  }, 180_000);

  test('keep what an ordinary mail needs', async () => {
    const page = await desk.browser.newPage();
    const lost: string[] = [];
    for (const { id, html, text = '', selector = 'body' } of load('html-own').filter(({ kind }) => kind === 'keep')) {
      await page.setContent(await sanitize(html));
      if ((await page.locator(selector).filter({ hasText: text }).count()) === 0) lost.push(id);
    }
    await page.close();
    expect(lost).toEqual([]);
  });
});
