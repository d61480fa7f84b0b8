// People as one types or pastes them: "Jan Peeters <jan@x.be>, piet@y.nl; ...". What is none is given back as it was written.
import { plainName } from '../contact/name-words.ts';
import type { Address } from '../conversation/message.ts';

export type ReadRecipients = {
  readonly people: readonly Address[];
  /** What could not be read, in its order. */
  readonly wrong: readonly string[];
};

export function readRecipients(written: string): ReadRecipients {
  const people: Address[] = [];
  const wrong: string[] = [];
  for (const piece of joinedNames(piecesOf(written).map(withoutGroup))) {
    const read = peopleIn(piece.text);
    if (read.length === 0 && piece.text !== '') wrong.push(piece.text);
    for (const one of read) if (!people.some(({ address }) => isSameAddress(address, one.address))) people.push(one);
  }
  return { people, wrong };
}

export const isSameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** More than one, or one with a name: to be read as a whole, not letter by letter. */
export const isWholeList = (written: string): boolean => /[,;\n\t<]|@[^@]+@/.test(written.trim());

/** `end`: the sign that ended it; '' for the last. */
type Piece = { readonly text: string; readonly end: string };

/** Separated by commas, semicolons (Outlook) or lines; none of these separates within quotes or angles. */
function piecesOf(written: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let piece = '';
  let closing = '';
  for (const sign of written) {
    if (closing === '' && /[,;\r\n]/.test(sign)) {
      pieces.push({ text: piece, end: sign });
      piece = '';
      continue;
    }
    if (sign === closing) closing = '';
    // A quote that is never closed would swallow all who follow.
    else if (closing === '' && (sign === '"' || sign === '<')) closing = sign === '"' ? '"' : '>';
    piece += sign;
  }
  return [...pieces, { text: piece, end: '' }]
    .map(({ text, end }) => ({ text: text.trim(), end }))
    .filter(({ text }) => text !== '');
}

/** "Klanten: jan@x.be, piet@y.nl;" is a group (RFC 5322 3.4): its name is nobody's. */
const withoutGroup = ({ text, end }: Piece): Piece => ({
  text: text.replace(/^(?!mailto:)[^<>"@:]+:(?:\s+|$)/i, ''),
  end,
});

/**
 * "Peeters, Jan <jan.peeters@x.be>" as Outlook copies it: one person, where the address knows the name too or semicolons stand
 * between people. Else the first may be somebody whose address is missing.
 */
function joinedNames(pieces: readonly Piece[]): readonly Piece[] {
  const hasSemicolons = pieces.some(({ end }) => end === ';');
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const [, first = '', address = ''] = /^([^<>@"]+)<([^<>]+)>$/.exec(piece.text) ?? [];
    const isName = before?.end === ',' && first.trim() !== '' && /^[\p{L}\p{M}\s'’.-]{2,40}$/u.test(before.text);
    if (isName && (hasSemicolons || knowsName(address, before.text))) {
      joined.splice(-1, 1, { text: `"${before.text}, ${first.trim()}" <${address}>`, end: piece.end });
    } else joined.push(piece);
  }
  return joined;
}

const knowsName = (address: string, name: string): boolean => {
  const local = plainName(address.slice(0, address.lastIndexOf('@'))).replaceAll(/[^\p{L}]/gu, '');
  return plainName(name)
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 1 && local.includes(word));
};

/** RFC 5322, as far as people write it: addr-spec, name-addr, the old form with the name in brackets behind it; and out of a sheet. */
function peopleIn(piece: string): readonly Address[] {
  const named = /^(.*?)<\s*(?:mailto:)?([^<>]*?)\s*>$/s.exec(piece);
  if (named !== null) return person(named[1] ?? '', named[2] ?? '');
  const behind = /^(\S+)\s*\(([^()]*)\)$/.exec(piece);
  if (behind !== null) return person(behind[2] ?? '', behind[1] ?? '');
  const words = piece.split(/\s+/).map(bareAddress);
  // "jan peeters@x.be" is a slip of the pen, not Jan at the address of Peeters: in one cell, or all of them addresses.
  if (words.length > 1 && words.every(isMailbox)) return words.flatMap((address) => person('', address));
  const cells = piece.split('\t').map((cell) => cell.trim());
  const at = cells.findIndex((cell) => isMailbox(bareAddress(cell)));
  return at < 0 ? [] : person(cells.slice(0, at).join(' '), bareAddress(cells[at] ?? ''));
}

/** Out of a sentence: "els@z.be." */
const bareAddress = (written: string): string =>
  written.replace(/^mailto:/i, '').replace(/^[('"“‘]+|[.:!?)'"”’]+$/g, '');

function person(name: string, address: string): readonly Address[] {
  if (!isMailbox(address)) return [];
  const words = name.trim();
  const bare = /^"(.*)"$/s.exec(words)?.[1]?.replace(/\\(.)/g, '$1') ?? words;
  const shown = bare.replace(/\s+/g, ' ').trim();
  return [{ name: isSameAddress(shown, address) ? '' : shown, address }];
}

/**
 * Where a letter can go: letters, digits and the signs of RFC 5322 atext, an at sign, and a domain with a dot in it; at most 254
 * signs (RFC 5321 4.5.3.1.3). Quoted local parts are legal, and nobody has one.
 */
export const isMailbox = (address: string): boolean =>
  address.length <= 254 &&
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\p{L}\p{N}\p{M}-]+(?:\.[\p{L}\p{N}\p{M}-]+)+$/u.test(address);
