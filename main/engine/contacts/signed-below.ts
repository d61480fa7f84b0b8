// The addresses and numbers that stand below a person's own letters.
import { phoneNumber, type HomeCountry } from '../../domain/contact/phone-number.ts';
import { addressOf } from '../../domain/contact/way.ts';
import { textRuns } from '../../domain/conversation/strip-quote.ts';

/** A name, a firm, a street, a town, two numbers, a mail address, a page, and a line or two of courtesy. */
const LAST_LINES = 12;
const MAIL = /[^\s@<>"(),:;|]+@[a-z0-9.-]+\.[a-z]{2,}/giu;
/** Not what stands in the middle of a longer number, such as an account's. */
const NUMBER = /(?<![\w/.-])(?:\+|00|0|\(0)[\d\s().\-/]{7,20}\d(?!\w)/gu;

/** As addresses of way.ts, without doubles. */
export function signedBelow(text: string, home: HomeCountry): readonly string[] {
  const own = textRuns(text)
    .filter(({ kind }) => kind !== 'quote')
    .map((run) => run.text)
    .join('\n');
  const lines = own
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-LAST_LINES);
  const mails = lines.flatMap((line) => line.match(MAIL) ?? []).map((mail) => mail.replace(/[.]+$/, '').toLowerCase());
  const numbers = lines
    .flatMap((line) => line.match(NUMBER) ?? [])
    .flatMap((written) => {
      const number = phoneNumber(written, home);
      return number === null ? [] : [addressOf({ kind: 'phone', number })];
    });
  return [...new Set([...mails, ...numbers])];
}
