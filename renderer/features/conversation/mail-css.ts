// What of a mail's own CSS may be used. The browser's own parser reads it (into a sheet that is attached to nothing, so that
// nothing is fetched), and only known-harmless rules and values are written out again. Looking for "url(" in raw text was
// turned down: escapes (u\72l), comments and new functions slip through; after parsing there is one spelling.

export type Theme = 'light' | 'dark';

/** Values that can reach outside, draw over our own page, or run old script forms. */
const REACHES_OUT =
  /url|src\s*\(|image\s*\(|image-set|cross-fade|element\s*\(|paint\s*\(|attr\s*\(|expression|javascript|behaviou?r|binding|@import|\\/i;

/** Not `fixed` and `sticky`: a sheet over the whole frame makes every click its own. */
const SAFE_POSITION = /^(static|relative|absolute)$/;

/** Heights told in windows grow the frame, which grows the window they are told in. */
const OF_WINDOW = /\d(?:[sld]?v(?:h|b|min|max))\b/i;
/** The frame decides these: whether the page is dark, and what its colours become. */
const OURS = /^(color-scheme|forced-color-adjust|print-color-adjust)$/;

/** Marks the ground of what lost its background picture: light words on it would be words on white (readable-mail.ts). */
export const LOST_GROUND = '--balie-ground';

export type CleanedCss = { readonly css: string; readonly hasLostGround: boolean };

/** The declarations of one rule or `style` attribute, without those that reach out. */
export function cleanDeclarations(style: CSSStyleDeclaration): CleanedCss {
  let hasLostGround = false;
  // Copied first: taking one away moves the others.
  for (const name of Array.from(style)) {
    const value = style.getPropertyValue(name);
    if (name.startsWith('--') || REACHES_OUT.test(value)) {
      if (name.startsWith('background') && /url|image-set/i.test(value)) hasLostGround = true;
      style.removeProperty(name);
    } else if (OF_WINDOW.test(value) || OURS.test(name)) {
      style.removeProperty(name);
    } else if (name === 'position' && !SAFE_POSITION.test(value.trim())) {
      style.removeProperty(name);
    }
  }
  // What the browser writes must be as clean as what it listed.
  const css = REACHES_OUT.test(style.cssText) ? '' : style.cssText.replace(/;$/, '');
  const mark = hasLostGround ? `${LOST_GROUND}: lost` : '';
  return { css: [css, mark].filter((one) => one !== '').join('; '), hasLostGround };
}

/** A whole `<style>` block. Fonts, imports, animations and anything unknown are dropped. */
export function cleanStyleSheet(source: string, theme: Theme): CleanedCss {
  const sheet = new CSSStyleSheet();
  // Old mails wrap their CSS in HTML comment marks, which CSS itself ignores only at the top level.
  sheet.replaceSync(source);
  return cleanRules(sheet.cssRules, theme);
}

function cleanRules(rules: CSSRuleList, theme: Theme): CleanedCss {
  const written: string[] = [];
  let hasLostGround = false;
  const inside = (opening: string, group: CSSGroupingRule): void => {
    const inner = cleanRules(group.cssRules, theme);
    hasLostGround ||= inner.hasLostGround;
    if (inner.css !== '' && !/[<\\]/.test(opening)) written.push(`${opening} { ${inner.css} }`);
  };
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
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
  const asked = [...media.matchAll(wanted)].map(([, scheme]) => scheme?.toLowerCase());
  if (asked.length === 0) return media;
  return asked.every((scheme) => scheme === theme) ? media.replace(wanted, '(min-width: 0px)') : null;
}
