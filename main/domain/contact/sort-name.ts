// Where a name stands in a list. A Dutch particle counts for nothing in the Netherlands ("van den Berg" under B, after "Berg") and is
// the beginning of the name in Belgium ("Van den Berg" under V), as the Taalunie advises.
import type { HomeCountry } from './phone-number.ts';
import { plainName } from './name-words.ts';
import { isParticle, personName } from './person-name.ts';

/** Compared as plain text, letter by letter. A firm, a desk, and whoever left no last name stand by their name as it is. */
export function sortName(name: string, home: HomeCountry): string {
  const { first, last, full } = personName(name);
  if (full === '' || last === null) return plainName(name).trim();
  const words = plainName(last).split(' ');
  const at = home === 'BE' ? 0 : words.findIndex((word) => !isParticle(word));
  const main = words.slice(Math.max(0, at)).map((word) => (home === 'BE' ? word : withoutElision(word)));
  return [...main, ...(first === null ? [] : [plainName(first)]), ...words.slice(0, Math.max(0, at))].join(' ');
}

/** "d'Hondt" is a Hondt where particles do not count. */
const withoutElision = (word: string): string => word.replace(/^[dl]'(?=\p{L})/u, '');
