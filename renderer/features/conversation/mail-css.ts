// What of a mail's own CSS may be used. The browser's own parser reads it (into a sheet that is attached to nothing, so that
// nothing is fetched), and only known-harmless rules and values are written out again. Looking for "url(" in raw text was
// turned down: escapes (u\72l), comments and new functions slip through; after parsing there is one spelling.

export type Theme = 'light' | 'dark';

/** Values that can reach outside, draw over our own page, or run old script forms. */
const REACHES_OUT =
  /url|src\s*\(|image\s*\(|image-set|cross-fade|element\s*\(|paint\s*\(|attr\s*\(|expression|javascript|behaviou?r|binding|@import|\\/i;

/** Not `fixed` and `sticky`: a sheet over the whole frame makes every click its own. */
const SAFE_POSITION = /^(static|relative|absolute)$/;

/** Heights told in windows grow the frame, which grows the window they are told in (without a container, cqh is of the window). */
const OF_WINDOW = /\d(?:[sld]?v|cq)(?:h|b|min|max)\b/i;
/** Rules that depend on the frame's height change it, and then no longer hold, and hold again: it would flicker for ever. */
const ON_HEIGHT = /height|aspect-ratio|orientation|block-size/i;

/**
 * What mail is laid out with. All else is left out by not being here: what a browser learns next year, what costs seconds to draw
 * (filter, mask, columns), what moves (animation, transition), and what makes a click land elsewhere than where it is seen
 * (pointer-events, cursor, app-region). The frame itself decides color-scheme and its like.
 */
const KNOWN = new RegExp(
  `^(?:${[
    '(?:background|border|counter|flex|font|grid|inset|list-style|margin|max|min|object|outline|overflow|padding|page-break|row|text)(?:-[a-z-]+)?',
    '(?:align|justify|place)-(?:content|items|self)|(?:block|inline)-size|break-(?:after|before|inside)|box-(?:shadow|sizing)',
    'aspect-ratio|bottom|caption-side|clear|clip(?:-path)?|color|column-gap|content|direction|display|empty-cells|float|gap',
    'height|hyphens|left|letter-spacing|line-(?:break|height)|opacity|order|orphans|position|quotes|right|tab-size|table-layout|top',
    'rotate|scale|transform(?:-origin)?|translate|unicode-bidi|vertical-align|visibility|white-space(?:-collapse)?|widows|width',
    'word-(?:break|spacing|wrap)|writing-mode|z-index|zoom',
    '-webkit-(?:box-orient|font-smoothing|hyphens|line-clamp|text-(?:fill-color|size-adjust|stroke(?:-color|-width)?))',
  ].join('|')})$`,
);
/** Turns the letters of a link round: "ln.gni.www" reads as another site than it is. */
const TURNED = /override/i;

/** A newsletter has some 300 rules and 3,000 elements; each rule is held against each element. */
const MOST_RULES = 4_000;
const MOST_HOLDINGS = 20_000_000;
const MOST_IN_RULE = 1_000;
const LONGEST_SHEET = 400_000;
const LONGEST_VALUE = 1_000;
/** Words that a rule puts before thousands of elements. */
const LONGEST_CONTENT = 120;
/** Those that look at all that stands around an element, for each of them. */
const COSTLY_SELECTOR = /:has\(|:nth-last|~(?!=)|^.{2000}/is;

/** How many rules of a mail may still be taken, over all of its style sheets. */
export type RuleRoom = { left: number };

export const roomForRules = (elements: number): RuleRoom => ({
  left: Math.min(MOST_RULES, Math.floor(MOST_HOLDINGS / Math.max(1, elements))),
});

/** Marks the ground of what lost its background picture: light words on it would be words on white (readable-mail.ts). */
export const LOST_GROUND = '--balie-ground';

export type CleanedCss = { readonly css: string; readonly hasLostGround: boolean };

/** The declarations of one rule or `style` attribute, without those that reach out. */
export function cleanDeclarations(style: CSSStyleDeclaration): CleanedCss {
  if (style.length > MOST_IN_RULE) return { css: '', hasLostGround: false };
  let hasLostGround = false;
  // Copied first: taking one away moves the others.
  for (const name of Array.from(style)) {
    const value = style.getPropertyValue(name);
    if (name.startsWith('background') && /url|image-set/i.test(value)) hasLostGround = true;
    if (!isHarmless(name, value)) style.removeProperty(name);
  }
  // What the browser writes must be as clean as what it listed.
  const css = REACHES_OUT.test(style.cssText) ? '' : style.cssText.replace(/;$/, '');
  const mark = hasLostGround ? `${LOST_GROUND}: lost` : '';
  return { css: [css, mark].filter((one) => one !== '').join('; '), hasLostGround };
}

function isHarmless(name: string, value: string): boolean {
  if (!KNOWN.test(name) || REACHES_OUT.test(value) || OF_WINDOW.test(value)) return false;
  if (value.length > (name === 'content' ? LONGEST_CONTENT : LONGEST_VALUE)) return false;
  if (name === 'position') return SAFE_POSITION.test(value.trim());
  return name !== 'unicode-bidi' || !TURNED.test(value);
}

/** A whole `<style>` block. Fonts, imports, animations and anything unknown are dropped; `room` becomes less. */
export function cleanStyleSheet(source: string, theme: Theme, room: RuleRoom): CleanedCss {
  if (source.length > LONGEST_SHEET) return { css: '', hasLostGround: false };
  const sheet = new CSSStyleSheet();
  // Old mails wrap their CSS in HTML comment marks, which CSS itself ignores only at the top level.
  sheet.replaceSync(source);
  return cleanRules(sheet.cssRules, theme, room);
}

function cleanRules(rules: CSSRuleList, theme: Theme, room: RuleRoom): CleanedCss {
  const written: string[] = [];
  let hasLostGround = false;
  const inside = (opening: string, group: CSSGroupingRule): void => {
    const inner = cleanRules(group.cssRules, theme, room);
    hasLostGround ||= inner.hasLostGround;
    if (inner.css !== '' && !/</.test(opening) && !REACHES_OUT.test(opening))
      written.push(`${opening} { ${inner.css} }`);
  };
  for (const rule of rules) {
    if (room.left <= 0) break;
    room.left -= 1;
    if (rule instanceof CSSStyleRule) {
      if (COSTLY_SELECTOR.test(rule.selectorText)) continue;
      const own = cleanDeclarations(rule.style);
      hasLostGround ||= own.hasLostGround;
      // A "<" could end the style element when the text is parsed again; no honest selector has one.
      if (own.css !== '' && !/[<\\]/.test(rule.selectorText + own.css)) {
        written.push(`${rule.selectorText} { ${own.css} }`);
      }
    } else if (rule instanceof CSSMediaRule) {
      const media = mediaFor(rule.media.mediaText, theme);
      if (media !== null) inside(`@media ${media}`, rule);
    } else if (rule instanceof CSSSupportsRule) {
      inside(`@supports ${rule.conditionText}`, rule);
    } else if (rule instanceof CSSLayerBlockRule && /^[\w.-]*$/.test(rule.name)) {
      inside(`@layer ${rule.name}`, rule);
    }
  }
  return { css: written.join('\n'), hasLostGround };
}

/** What a mail has for dark windows goes by the desk's own theme, not the machine's. null: for the other one. */
function mediaFor(media: string, theme: Theme): string | null {
  const wanted = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi;
  if (ON_HEIGHT.test(media)) return null;
  const asked = [...media.matchAll(wanted)].map(([, scheme]) => scheme?.toLowerCase());
  if (asked.length === 0) return media;
  return asked.every((scheme) => scheme === theme) ? media.replace(wanted, '(min-width: 0px)') : null;
}
