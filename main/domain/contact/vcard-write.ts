// A card as vCard 4.0 (RFC 6350), which every address book reads. What the standard has no place for goes as Apple writes it: a
// property with a label in its group.
import type { Card } from './card.ts';
import { personName } from './person-name.ts';
import { shownAddress, wayTo } from './way.ts';

/** `name`: as he is called where the card itself says nothing. Lines end with CRLF. */
export function writeVcard(card: Card, name: string): string {
  const full = card.name || name || card.company || shownAddress(card.handles[0] ?? '');
  const { first, last } = personName(full);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escaped(full)}`,
    // RFC 6350 leaves N away where it is not known; Outlook files by it.
    ...(first === null || last === null ? [] : [`N:${escaped(last)};${escaped(first)};;;`]),
    ...(card.company === '' ? [] : [`ORG:${escaped(card.company)}`]),
    ...card.handles.flatMap(handleLine),
    ...(card.language === null ? [] : [`LANG:${card.language}`]),
    ...(card.tags.length === 0 ? [] : [`CATEGORIES:${card.tags.map(escaped).join(',')}`]),
    ...(card.note === '' ? [] : [`NOTE:${escaped(card.note)}`]),
    ...card.fields.flatMap((field, index) => [
      `item${index + 1}.X-BALIE-FIELD:${escaped(field.value)}`,
      `item${index + 1}.X-ABLabel:${escaped(field.name)}`,
    ]),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function handleLine(address: string): readonly string[] {
  const way = wayTo(address);
  switch (way?.kind) {
    case 'email':
      return [`EMAIL:${escaped(way.address)}`];
    case 'phone':
      return [`TEL;VALUE=uri:tel:${way.number}`];
    case 'handle':
      return [`X-SOCIALPROFILE;TYPE=${way.channel}:${escaped(way.handle)}`];
    case 'link':
      return [`URL:${way.url}`];
    case undefined:
      // Known by a number that only the network or this desk understands.
      return [];
  }
}

/** RFC 6350 3.4. */
const escaped = (value: string): string =>
  value
    .replaceAll(/[\\,;]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // No control sign has a place in it.
    .replaceAll(/\p{Cc}/gu, ' ');

/** RFC 6350 3.2: 75 octets at most, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
