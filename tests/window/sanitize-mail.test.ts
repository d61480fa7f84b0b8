// Hostile mail in a real browser. Each guard is tried alone: what the sanitizer leaves is shown on a bare page without any
// policy, and what no sanitizer touched is shown in the reader's frame. Nothing may run, nothing may be asked of a network.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerPage } from '../../renderer/features/conversation/reader-page.ts';
import { HOSTILE_HTML } from '../hostile/hostile-html.ts';
import { HEAVY_HTML } from '../hostile/heavy-html.ts';
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
  ...HOSTILE_HTML,
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
        if (holder === null) continue;
        // The document's own may be shadowed: that is what some of these pages do.
        for (const link of Document.prototype.querySelectorAll.call(holder, 'a, area, button')) {
          if (/^https?:|^mailto:|^tel:/i.test(link.getAttribute('href') ?? '')) continue;
          link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        }
      }`);
    if ((await page.evaluate('window.ran')) !== 0) ran.push(id);
  }
  await context.close();
  return { ran, asked };
}

type LinkCount = { readonly id: string; readonly lost: readonly string[]; readonly outside: readonly string[] };

/** In the page: the links that a parser finds which runs nothing, against those that are left; and what else points anywhere. */
const COUNT_LINKS = `((cases) => {
  const parsed = (html) => new DOMParser().parseFromString(html, 'text/html');
  const links = (html) => [...parsed(html).querySelectorAll('body a[href]')]
    .filter(({ namespaceURI }) => namespaceURI === 'http://www.w3.org/1999/xhtml')
    .map((link) => link.getAttribute('href').trim())
    .filter((href) => /^(https?:\\/\\/|mailto:|tel:)/i.test(href));
  return cases.map(({ id, html }) => {
    const clean = window.sanitizeMailHtml(html);
    const kept = links(clean);
    const outside = [...parsed(clean).querySelectorAll('*')].flatMap((element) => [...element.attributes])
      .filter(({ name, value }) => !['href', 'title', 'alt'].includes(name) && /https?:|\\/\\//i.test(value))
      .map(({ name }) => name);
    return { id, lost: links(html).filter((href) => !kept.includes(href)), outside };
  });
})`;

const inFrame = (html: string): string => {
  const page = readerPage(html, { language: 'nl', title: 'proef' });
  return `<iframe sandbox="allow-same-origin" srcdoc="${page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
};

describe('a hostile mail', () => {
  test('runs nothing and asks nothing once sanitized, even on a bare page', async () => {
    expect(await show(OWN, sanitize)).toEqual({ ran: [], asked: [] });
  });

  test('runs nothing in the reader frame, even unsanitized', async () => {
    // Those that only fetch have their own test above.
    const scripts = OWN.filter(({ id }) => !/^(?:css|rule|fetch)\//.test(id));
    const { ran } = await show(scripts, (html) => Promise.resolve(inFrame(html)));
    expect(ran).toEqual([]);
  });

  test('leaves no address behind but in links', async () => {
    const left = await Promise.all(OWN.map(({ html }) => sanitize(html)));
    expect(left.filter((html) => html.replaceAll(/<a [^>]*>/g, '').includes('t.invalid'))).toEqual([]);
    // A title that names a place reads as the browser's word on where a link leads.
    expect(await sanitize('<a href="https://a.nl" title="https://www.ing.nl">x</a><b title="Ja">y</b>')).toBe(
      '<div><a href="https://a.nl">x</a><b title="Ja">y</b></div>',
    );
  });

  test('cannot shadow what our own code asks of its document', async () => {
    const clean = await sanitize('<img name="body"><a id="documentElement" href="https://x.nl">x</a>');
    expect(clean).not.toMatch(/name="body"|id="documentElement"/);
  });
});

describe('a mail that would hold up the window', () => {
  test.each(HEAVY_HTML)('is not laid out, or only what is quick of it: $id', async ({ html, isRefused }) => {
    const page: string | null = await purifier.evaluate(
      `window.mailReaderPage(${JSON.stringify(html)}, { leftOutLabel: '', language: 'nl', title: '' })`,
    );
    expect(page === null).toBe(isRefused);
    if (page === null) return;
    const mail = page.slice(page.indexOf('<body>'));
    expect(mail).not.toMatch(/--a|filter|:has|~ p|nth-last|100cqh|min-height: 300|columns/);
    expect(mail.match(/color: (?:red|rgb\(1, )/g)?.length ?? 0).toBeLessThanOrEqual(4_000);
  });

  test('has no picture that unfolds into gigabytes, and none that is not one', async () => {
    const png = (width: number, height: number): string => {
      const head = Buffer.alloc(33);
      head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
      head.writeUInt32BE(width, 16);
      head.writeUInt32BE(height, 20);
      return head.toString('base64');
    };
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    const images = [
      `data:image/png;base64,${png(50_000, 50_000)}`,
      `data:image/png;base64,${svg}`,
      'data:image/png,%89PNG',
      `data:image/svg+xml;base64,${png(600, 200)}`,
    ];
    const clean = await sanitize(images.map((src) => `<img src="${src}">`).join(''));
    expect(clean).toBe(`<div><img src="data:image/png;base64,${png(600, 200)}"></div>`);
  });
});

describe('the words of a link', () => {
  const said = async (html: string): Promise<readonly string[]> => {
    const lines: string = await purifier.evaluate(`(() => {
      document.body.innerHTML = window.sanitizeMailHtml(${JSON.stringify(html)});
      const link = document.querySelector('a');
      const { left, top } = link.getBoundingClientRect();
      const words = window.wordsOfLink(link, { x: left + 3, y: top + 3 });
      document.body.replaceChildren();
      return words;
    })()`);
    return lines.split('\n');
  };

  test('are read in every way that a style can show them', async () => {
    // What is too small, what is written before it by a rule, and what lies below an empty link.
    expect(await said('<a href="https://kwaad.example">www.ing<span style="font-size:0">x</span>.nl</a>')).toContain(
      'www.ing.nl',
    );
    expect(
      await said('<a href="https://kwaad.example">www.ing.nl<span style="display:none">.kwaad.example</span></a>'),
    ).toContain('www.ing.nl');
    expect(
      await said('<style>a::before{content:"www.ing.nl"}</style><a href="https://kwaad.example">&nbsp;</a>'),
    ).toEqual(['www.ing.nl']);
    expect(
      await said(
        '<div style="position:relative"><p>www.ing.nl</p><a href="https://kwaad.example" style="position:absolute;inset:0;opacity:0"></a></div>',
      ),
    ).toEqual(['www.ing.nl']);
    expect(await said('<a href="https://zaak.be">Kijk op <b>zaak.be</b></a>')).toContain('Kijk op zaak.be');
  });

  test('cannot be turned round', async () => {
    const clean = await sanitize(
      '<a href="https://k.example">\u202eln.gni.www</a><bdo dir=rtl>ln.gni.www</bdo><p style="direction:rtl;unicode-bidi:bidi-override">x</p>',
    );
    expect(clean).not.toMatch(/\u202e|bdo|override/);
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
    expect(clean).toContain('<span class="balie-left-out" data-picture="0">Ons logo</span>');
    expect(clean).not.toContain('<img');
    expect(clean).not.toContain('t.invalid');
  });

  test('keeps the style block of a newsletter, with its narrow form, and nothing in it that reaches out or plays tricks', async () => {
    const clean = await sanitize(
      `<style><!-- .a{color:#123456;background:#fff url(https://t.invalid/a.png)} @media only screen and (max-width:480px){.a{width:100%!important}}
       @supports (display:grid){.b{display:grid}} @layer mail{.e{margin:1px}} @font-face{font-family:x;src:url(https://t.invalid/f)} @import "https://t.invalid/c";
       .c{position:fixed;top:0} .d{min-height:100vh;color-scheme:dark;--x:1} --></style><p class=a>x`,
    );
    expect(clean).toContain('@media only screen and (max-width: 480px) { .a { width: 100% !important } }');
    for (const kept of [
      'rgb(18, 52, 86)',
      'background-color: rgb(255, 255, 255)',
      'display: grid',
      '@layer mail { .e',
    ]) {
      expect(clean).toContain(kept);
    }
    expect(clean).not.toMatch(/t\.invalid|url\(|fixed|100vh|color-scheme|--x|@font-face|@import/);
  });

  test('brings its own colours for a dark window where the window is dark', async () => {
    const html =
      '<style>@media (prefers-color-scheme:dark){p{color:#eee}} @media (prefers-color-scheme:light){p{color:#111}}</style><p>x';
    const page = (theme: string): Promise<string> =>
      purifier.evaluate(
        `window.mailReaderPage(${JSON.stringify(html)}, { leftOutLabel: '', language: 'nl', title: '', theme: '${theme}' })`,
      );
    expect(await page('dark')).toMatch(/rgb\(238, 238, 238\)(?!.*rgb\(17, 17, 17\))/s);
    expect(await page('light')).toMatch(/rgb\(17, 17, 17\)/);
  });

  test('keeps links without a scheme, and those of places on a picture', async () => {
    expect(await sanitize('<a href="www.zaak.be/x">a</a><a href="//zaak.be">b</a><a href="prijzen.html">c</a>')).toBe(
      '<div><a href="https://www.zaak.be/x">a</a><a href="https://zaak.be">b</a><a>c</a></div>',
    );
    const map = await sanitize(
      '<img src="cid:a" usemap="#m"><map name="m"><area href="https://zaak.be/a" alt="Aanbod" onclick=pwn()><area href="javascript:pwn()"><area href="https://zaak.be/b"></map>',
    );
    expect(map).toContain('<a href="https://zaak.be/a">Aanbod</a> <a href="https://zaak.be/b">zaak.be/b</a>');
    expect(map).not.toMatch(/area|map|pwn/);
  });

  test('has no form left, and its buttons press nothing', async () => {
    const clean = await sanitize(
      '<form action="https://t.invalid/x" method=post>Naam <input name=a value=1><select><option>b</select><textarea>c</textarea><button formaction="https://t.invalid/y">Stuur</button></form>',
    );
    expect(clean).not.toMatch(/<(form|input|select|option|textarea|button)|action|t\.invalid/);
    expect(clean).toContain('Naam');
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

  test('lose no link, and point nowhere else', async () => {
    const cases = [...load('html-own'), ...load('html-vectors')].map(({ id, html }) => ({ id, html }));
    const found: readonly LinkCount[] = await purifier.evaluate(`${COUNT_LINKS}(${JSON.stringify(cases)})`);
    expect(found.filter(({ lost, outside }) => lost.length > 0 || outside.length > 0)).toEqual([]);
    expect(found.length).toBeGreaterThan(300);
  });

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
