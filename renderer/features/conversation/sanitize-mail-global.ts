// Entry of a plain browser script for developers, for `balie render` and for checks from outside: the very sanitizer of the reader,
// and the very page of its frame, by name.
import { isTooHeavy } from './mail-weight.ts';
import { readerPage, type ReaderPageOptions } from './reader-page.ts';
import { sanitizeMail, type CleanOptions } from './sanitize-mail.ts';

declare global {
  // An interface by need: it adds to the browser's own.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    sanitizeMailHtml: (html: string) => string;
    /** null: too heavy for a layout; the reader shows its text then. */
    mailReaderPage: (html: string, options: CleanOptions & ReaderPageOptions) => string | null;
  }
}

window.sanitizeMailHtml = (html) => sanitizeMail(html, { leftOutLabel: '' }).html;
window.mailReaderPage = (html, options) =>
  isTooHeavy(html) ? null : readerPage(sanitizeMail(html, options).html, options);
