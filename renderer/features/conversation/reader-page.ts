// The exact page that the frame around an HTML mail shows. No DOM here: the command line writes the same page to a file.
//
// The frame has sandbox="allow-same-origin" and nothing else. Without allow-scripts no script, handler or javascript: link
// of the mail can run, whatever else fails. A sandbox with an opaque origin was tried: we could then neither measure its
// height nor catch a click on a link, and letting links open windows instead would need allow-popups, which is wider. The
// price, a mail that is of our own origin, is only worth something to a script, and there is none: not after the sanitizer,
// not in the sandbox, not under script-src 'none'.

/** No address of any kind but pictures that are handed over as data: or blob:. Must be allowed by window-csp.ts as well. */
export const READER_CSP =
  "default-src 'none'; script-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-src 'none'";

export type ReaderPageOptions = { readonly language: string; readonly title: string };

// As on white paper: that is what mail is written for. What it becomes in a dark window is dark-mail.ts's.
const STYLE = `
html { color-scheme: light; background: #fffdf8; }
body { margin: 0; padding: 14px 16px; font: 15px/1.55 'Source Sans 3', system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;
  color: #2b2620; overflow-wrap: anywhere; overflow-y: hidden; }
img { max-width: 100%; height: auto; }
.balie-light-ground { padding: 4px; border-radius: 4px; background: #f4efe6; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
blockquote { margin: 0 0 0 2px; padding-left: 12px; border-left: 3px solid #ddd3c2; }
a { color: #0b5c69; }
a:focus-visible, summary:focus-visible { outline: 2px solid #0b5c69; outline-offset: 2px; }
.balie-left-out { display: inline-block; max-width: 100%; padding: 1px 8px; border: 1px dashed #b3a68f; border-radius: 4px; color: #665c4e; font-size: 13px; }
.balie-quoted > summary { display: inline-block; margin: 8px 0; padding: 1px 10px; border-radius: 10px; background: #efe8da; color: #5c5346; font-size: 13px; cursor: pointer; list-style: none; }
`;

/** Behind the mail's own styles, and stronger: a page as tall as its frame would keep the frame as small as it was at first. */
const LAST_WORD =
  'html:root, html:root body { height: auto !important; min-height: 0 !important; max-height: none !important; position: static !important; }';

/** `cleanHtml` comes out of sanitize-mail.ts. */
export function readerPage(cleanHtml: string, { language, title }: ReaderPageOptions): string {
  return [
    `<!doctype html><html lang="${escapeText(language)}" translate="no"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${READER_CSP}">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeText(title)}</title><style>${STYLE}</style></head><body>`,
    cleanHtml,
    `<style>${LAST_WORD}</style></body></html>`,
  ].join('');
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
