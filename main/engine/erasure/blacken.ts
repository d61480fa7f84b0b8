// Blacks a person out of a text: his addresses, and the names that are his alone. Only whole ones:
// marjan@peeters.be is not an@peeters.be.
import type { Person } from './person.ts';

export const BLACKED_OUT = '[gewist]';

export type Blacken = (text: string) => string;

type Named = Pick<Person, 'addresses' | 'ownNames'>;

/** What one must look for, lower case, before a text is worth the trouble. */
export const needlesFor = ({ addresses, ownNames }: Named): readonly string[] => [
  ...addresses,
  ...ownNames.map((name) => name.toLowerCase()),
];

export function blackenFor({ addresses, ownNames }: Named): Blacken {
  const words = [...addresses, ...ownNames].toSorted((a, b) => b.length - a.length);
  const whole = words.map((word) => word.trim().split(/\s+/).map(literally).join('\\s+')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}._+-])(?:${whole})(?![\\p{L}\\p{N}_-])`, 'giu');
  return (text) => text.replaceAll(pattern, BLACKED_OUT);
}

/** Message-IDs often end in the sender's own domain. Known by their brackets, as header fields have them. */
export const withoutIds = (text: string, ids: ReadonlySet<string>): string =>
  text.replaceAll(/<([^<>\s"]{1,998})>/g, (whole, id: string) => (ids.has(id) ? BLACKED_OUT : whole));

/** As part of a pattern. */
export const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
