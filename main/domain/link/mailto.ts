// A mail address as a link: who to write to, about what, and with which words (RFC 6068). Nothing else of it counts: attach= has
// carried off private files ("Mailto: me your secrets"), and a blind copy is nobody's but the owner's to give.
import type { Address } from '../conversation/message.ts';

export type Mailto = {
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly text: string;
};

const MOST_PEOPLE = 20;
const LONGEST_TEXT = 20_000;
const LONGEST_SUBJECT = 500;

/** null: no such link. */
export function readMailto(href: string): Mailto | null {
  if (!/^mailto:/i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  // RFC 6068 5: a "+" is a plus here, not a blank.
  const fields = new URLSearchParams(url.search.replaceAll('+', '%2B'));
  const field = (name: string): string => [...fields].find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  return {
    to: people(`${decoded(url.pathname)},${field('to')}`),
    cc: people(field('cc')),
    subject: field('subject')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST_SUBJECT),
    text: field('body').replaceAll('\r\n', '\n').slice(0, LONGEST_TEXT),
  };
}

const people = (list: string): readonly Address[] =>
  list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => /^[^\s@<>"\p{Cc}]+@[^\s@<>"\p{Cc}]+$/u.test(address))
    .slice(0, MOST_PEOPLE)
    .map((address) => ({ name: '', address }));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
