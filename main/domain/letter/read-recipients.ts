// People as one types or pastes them: "Jan Peeters <jan@x.be>, piet@y.nl; ...". What is none is given back as it was written.
import type { Address } from '../conversation/message.ts';

export type ReadRecipients = {
  readonly people: readonly Address[];
  /** What could not be read, in its order. */
  readonly wrong: readonly string[];
};

export function readRecipients(written: string): ReadRecipients {
  const people: Address[] = [];
  const wrong: string[] = [];
  for (const piece of piecesOf(written)) {
    const person = personIn(piece);
    if (person === null) wrong.push(piece);
    else if (!people.some(({ address }) => isSameAddress(address, person.address))) people.push(person);
  }
  return { people, wrong };
}

export const isSameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** More than one, or one with a name: to be read as a whole, not letter by letter. */
export const isWholeList = (written: string): boolean => /[,;\n<]/.test(written.trim());

/** Separated by commas, semicolons (Outlook) or lines; none of these separates within quotes or angles. */
function piecesOf(written: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let closing = '';
  for (const sign of written) {
    if (closing === '' && /[,;\r\n]/.test(sign)) {
      pieces.push(piece);
      piece = '';
      continue;
    }
    if (sign === closing) closing = '';
    // A quote that is never closed would swallow all who follow.
    else if (closing === '' && (sign === '"' || sign === '<')) closing = sign === '"' ? '"' : '>';
    piece += sign;
  }
  return [...pieces, piece].map((one) => one.trim()).filter((one) => one !== '');
}

/** RFC 5322, as far as people write it: addr-spec, name-addr, and the old form with the name in brackets behind it. */
function personIn(piece: string): Address | null {
  const named = /^(.*?)<\s*(?:mailto:)?([^<>]*?)\s*>$/s.exec(piece) ?? null;
  if (named !== null) return person(named[1] ?? '', named[2] ?? '');
  const behind = /^(\S+)\s*\(([^()]*)\)$/.exec(piece);
  if (behind !== null) return person(behind[2] ?? '', behind[1] ?? '');
  return person('', piece.replace(/^mailto:/i, ''));
}

function person(name: string, address: string): Address | null {
  if (!isMailbox(address)) return null;
  const words = name.trim();
  const bare = /^"(.*)"$/s.exec(words)?.[1]?.replace(/\\(.)/g, '$1') ?? words;
  const shown = bare.replace(/\s+/g, ' ').trim();
  return { name: isSameAddress(shown, address) ? '' : shown, address };
}

/**
 * Where a letter can go: letters, digits and the signs of RFC 5322 atext, an at sign, and a domain with a dot in it; at most 254
 * signs (RFC 5321 4.5.3.1.3). Quoted local parts are legal, and nobody has one.
 */
export const isMailbox = (address: string): boolean =>
  address.length <= 254 &&
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\p{L}\p{N}\p{M}-]+(?:\.[\p{L}\p{N}\p{M}-]+)+$/u.test(address);
