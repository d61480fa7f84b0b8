// Makes the HTML of a mail harmless: no script, no form, nothing that reaches a network, nothing that can stand in for a
// part of our own page. First of four layers; the frame's sandbox, its content policy and a window without any name
// resolution are the others (reader-page.ts). Runs in the browser: a DOM written for servers took seconds and ran out of memory.
import DOMPurify, { type Config, type DOMPurify as Purifier } from 'dompurify';
import { shownAddressIn, shownHosts } from '../../../main/domain/link/shown-host.ts';
import { settlePictures, type Pictures } from './left-out-pictures.ts';
import {
  cleanDeclarations,
  cleanStyleSheet,
  LOST_GROUND,
  roomForRules,
  type CleanedCss,
  type Theme,
} from './mail-css.ts';
import { linkTarget, safeHref } from './safe-link.ts';

export type CleanMail = {
  readonly html: string;
  /** Pictures that lie elsewhere: out of the page, until the owner wants them. */
  readonly pictures: Pictures;
  /** Something stood on a picture that is never fetched: its words may need another colour. */
  readonly hasLostGround: boolean;
};

export type CleanOptions = {
  /** Words on the place of a picture that was left out and has no words of its own. */
  readonly leftOutLabel: string;
  /** Folds earlier mails that are quoted below the answer, under these words. */
  readonly foldLabel?: string;
  /** Says of a link that opens nothing why that is. */
  readonly deadLinkLabel?: string;
  /** Which of a mail's own colours count, where it has them for both. Left out: light. */
  readonly theme?: Theme | undefined;
};

const TAGS =
  'a abbr address article aside b bdi big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span ' +
  'strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr';
const ATTRIBUTES =
  'align alt bgcolor border cellpadding cellspacing class color cols colspan dir face height href hspace id lang noshade nowrap ' +
  'open reversed rowspan rules size span src start style title type valign value vspace width';

/** No honest element has more; the probe below takes out what is not wanted one by one. */
const LONGEST_STYLE = 10_000;

const CONFIG: Config = {
  ALLOWED_TAGS: TAGS.split(' '),
  ALLOWED_ATTR: ATTRIBUTES.split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // Ids and names of a mail must not shadow document.body and its like, which our own code asks for.
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
};

export function sanitizeMail(html: string, options: CleanOptions): CleanMail {
  const purifier = DOMPurify(window);
  const { theme = 'light', leftOutLabel, foldLabel, deadLinkLabel } = options;
  const room = roomForRules(html.split('<').length);
  let hasLostGround = false;
  const lost = (isLost: boolean): void => {
    hasLostGround ||= isLost;
  };
  purifier.addHook('uponSanitizeElement', (node) => {
    if (node instanceof HTMLAreaElement) plainLinkFor(node);
    if (node.nodeName !== 'STYLE') return;
    const cleaned = cleanStyleSheet(node.textContent ?? '', theme, room);
    lost(cleaned.hasLostGround);
    node.textContent = cleaned.css;
  });
  watchAttributes(purifier, lost, deadLinkLabel ?? '');
  const root: unknown = purifier.sanitize(html, CONFIG);
  const body = root instanceof HTMLElement ? root.querySelector('body') : null;
  if (!(root instanceof HTMLElement) || body === null) {
    return { html: '', pictures: { remote: [], spies: 0 }, hasLostGround };
  }
  straighten(body);
  const pictures = settlePictures(root, leftOutLabel);
  if (foldLabel !== undefined) foldQuoted(body, foldLabel);
  const styles = [...root.querySelectorAll('head > style')].map((style) => style.outerHTML).join('');
  return { html: styles + bodyAsDiv(body), pictures, hasLostGround };
}

/** A picture with places to click on comes late or never; its links stand below it. Made here, so nothing of the mail's is in it. */
function plainLinkFor(area: HTMLAreaElement): void {
  const target = safeHref(area.getAttribute('href') ?? '');
  if (target === null) return;
  const link = area.ownerDocument.createElement('a');
  link.setAttribute('href', target);
  link.textContent = area.getAttribute('alt')?.trim() || linkTarget(target);
  area.before(link, ' ');
}

function watchAttributes(purifier: Purifier, lost: (isLost: boolean) => void, deadLinkLabel: string): void {
  // An inert document: style text is parsed there, nothing is fetched, no matter what it says.
  const probe = document.implementation.createHTMLDocument('').createElement('span');
  // A newsletter says the same of each of its cells.
  const known = new Map<string, CleanedCss>();
  const cleanStyle = (text: string): CleanedCss => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (text.length > LONGEST_STYLE) return { css: '', hasLostGround: false };
    probe.setAttribute('style', text);
    const cleaned = cleanDeclarations(probe.style);
    known.set(text, cleaned);
    return cleaned;
  };
  // Hooks see one attribute after the other; what is added to an element goes through them as well.
  const grounds = new WeakSet<Element>();
  purifier.addHook('beforeSanitizeAttributes', (node) => {
    if (!(node instanceof Element) || !node.hasAttribute('background')) return;
    if (/[/.]/.test(node.getAttribute('background') ?? '')) {
      grounds.add(node);
      lost(true);
    }
  });
  purifier.addHook('uponSanitizeAttribute', (node, attribute) => {
    if (attribute.attrName === 'style') {
      const cleaned = cleanStyle(attribute.attrValue);
      lost(cleaned.hasLostGround);
      attribute.attrValue = cleaned.css;
      attribute.keepAttr = cleaned.css !== '';
    }
    if (attribute.attrName === 'href') {
      const target = attribute.attrValue.trim();
      const isAnchor = target.startsWith('#') && target.length > 1;
      const link = node.nodeName === 'A' ? safeHref(target) : null;
      attribute.attrValue = isAnchor ? `#user-content-${target.slice(1)}` : (link ?? '');
      attribute.keepAttr = node.nodeName === 'A' && (isAnchor || link !== null);
      if (node.nodeName === 'A' && !attribute.keepAttr && deadLinkLabel !== '')
        node.setAttribute('title', deadLinkLabel);
    }
    // A hint that pops up beside a link reads as the browser's own word on where it leads.
    if (attribute.attrName === 'title' && namesPlace(attribute.attrValue)) attribute.keepAttr = false;
    if (attribute.attrName === 'src') attribute.keepAttr = node.nodeName === 'IMG';
  });
  purifier.addHook('afterSanitizeAttributes', (node) => {
    if (grounds.has(node) && 'style' in node && node.style instanceof CSSStyleDeclaration) {
      node.style.setProperty(LOST_GROUND, 'lost');
    }
  });
}

const namesPlace = (text: string): boolean => shownHosts(text).length > 0 || shownAddressIn(text) !== null;

/** U+202D and U+202E write all that follows backwards: "ln.gni.www" reads as a bank. Other marks of direction are honest. */
function straighten(root: HTMLElement): void {
  const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (/[\u202d\u202e]/.test(node.nodeValue ?? ''))
      node.nodeValue = (node.nodeValue ?? '').replaceAll(/[\u202d\u202e]/g, '');
  }
}

/** How the usual mail programs mark the mail that is answered. Only what stands at the end is folded. */
const QUOTED =
  'blockquote[type="cite"], .gmail_quote, .gmail_quote_container, .protonmail_quote, .yahoo_quoted, #user-content-appendonsend, #user-content-divRplyFwdMsg, .moz-cite-prefix';

function foldQuoted(body: HTMLElement, label: string): void {
  const quoted = body.querySelector(QUOTED);
  if (quoted === null) return;
  const before = body.ownerDocument.createRange();
  before.setStart(body, 0);
  before.setEndBefore(quoted);
  // A mail that is nothing but a quote (a forward) is shown as it is.
  if (before.toString().trim() === '') return;
  const fold = body.ownerDocument.createElement('details');
  fold.className = 'balie-quoted';
  const summary = body.ownerDocument.createElement('summary');
  summary.textContent = label;
  quoted.before(fold);
  fold.append(summary);
  moveAll(fold, () => fold.nextSibling);
}

/** The colours that a mail sets on its body stay with its content, so that light text keeps its dark ground. */
function bodyAsDiv(body: HTMLElement): string {
  const holder = body.ownerDocument.createElement('div');
  for (const name of ['style', 'class', 'dir', 'lang', 'bgcolor']) {
    const value = body.getAttribute(name);
    if (value === null) continue;
    if (name === 'bgcolor') holder.style.backgroundColor = value;
    else holder.setAttribute(name, value);
  }
  moveAll(holder, () => body.firstChild);
  return holder.outerHTML;
}

/** One by one: a hundred thousand at once are more arguments than a call may have. */
function moveAll(into: HTMLElement, next: () => ChildNode | null): void {
  for (let node = next(); node !== null; node = next()) into.append(node);
}
