// What of a mail's own CSS may be used. The browser's own parser reads it (into a sheet that is attached to nothing, so that
// nothing is fetched), and only known-harmless rules and values are written out again. Looking for "url(" in raw text was
// turned down: escapes (u\72l), comments and new functions slip through; after parsing there is one spelling.

/** Values that can reach outside, draw over our own page, or run old script forms. */
const REACHES_OUT =
  /url|src\s*\(|image\s*\(|image-set|cross-fade|element\s*\(|paint\s*\(|attr\s*\(|expression|javascript|behaviou?r|binding|@import|\\/i;

/** Not `fixed` and `sticky`: a sheet over the whole frame makes every click its own. */
const SAFE_POSITION = /^(static|relative|absolute)$/;

export type CleanedCss = { readonly css: string; readonly leftOut: number };

/** The declarations of one rule or `style` attribute, without those that reach out. `leftOut` counts pictures only. */
export function cleanDeclarations(style: CSSStyleDeclaration): CleanedCss {
  let leftOut = 0;
  // Copied first: taking one away moves the others.
  for (const name of Array.from(style)) {
    const value = style.getPropertyValue(name);
    if (name.startsWith('--') || REACHES_OUT.test(value)) {
      if (/background|list-style-image|content|border-image/.test(name) && /url/i.test(value)) leftOut += 1;
      style.removeProperty(name);
    } else if (name === 'position' && !SAFE_POSITION.test(value.trim())) {
      style.removeProperty(name);
    }
  }
  const css = style.cssText;
  // What the browser writes must be as clean as what it listed.
  return { css: REACHES_OUT.test(css) ? '' : css.replace(/;$/, ''), leftOut };
}

/** A whole `<style>` block. Fonts, imports, animations and anything unknown are dropped. */
export function cleanStyleSheet(source: string): CleanedCss {
  const sheet = new CSSStyleSheet();
  // Old mails wrap their CSS in HTML comment marks, which CSS itself ignores only at the top level.
  sheet.replaceSync(source);
  return cleanRules(sheet.cssRules);
}

function cleanRules(rules: CSSRuleList): CleanedCss {
  const written: string[] = [];
  let leftOut = 0;
  const inside = (opening: string, group: CSSGroupingRule): void => {
    const inner = cleanRules(group.cssRules);
    leftOut += inner.leftOut;
    if (inner.css !== '' && !/[<\\]/.test(opening)) written.push(`${opening} { ${inner.css} }`);
  };
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const own = cleanDeclarations(rule.style);
      leftOut += own.leftOut;
      // A "<" could end the style element when the text is parsed again; no honest selector has one.
      if (own.css !== '' && !/[<\\]/.test(rule.selectorText + own.css)) {
        written.push(`${rule.selectorText} { ${own.css} }`);
      }
    } else if (rule instanceof CSSMediaRule) {
      inside(`@media ${rule.media.mediaText}`, rule);
    } else if (rule instanceof CSSSupportsRule) {
      inside(`@supports ${rule.conditionText}`, rule);
    }
  }
  return { css: written.join('\n'), leftOut };
}
