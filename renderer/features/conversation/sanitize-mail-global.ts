// Entry of a plain browser script for developers and for checks from outside: the very sanitizer of the reader, by name.
import { sanitizeMail } from './sanitize-mail.ts';

declare global {
  // An interface by need: it adds to the browser's own.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    sanitizeMailHtml: (html: string) => string;
  }
}

window.sanitizeMailHtml = (html) => sanitizeMail(html, { leftOutLabel: '' }).html;
