// Whom the owner knows: those he wrote to. A stranger who writes every day is still a stranger.
import { plainLetters } from '../link/look-alike.ts';
import { chosenName, siteOf } from '../link/site.ts';
import { domainOf } from '../mail-source/sender-proof.ts';

export type Acquaintances = {
  /** Lower case. */
  readonly isKnown: (address: string) => boolean;
  /** Lower-case addresses of those who go by this name; none for a first name alone. */
  readonly named: (name: string) => readonly string[];
  /** Lower-case addresses of a house whose domain reads as this name: "De Vries Bouw" and devries-bouw.nl. */
  readonly ofHouse: (name: string) => readonly string[];
  /** Sites of their addresses. */
  readonly sites: ReadonlySet<string>;
};

export type Known = { readonly name: string; readonly address: string };

export function createAcquaintances(people: readonly Known[]): Acquaintances {
  const addresses = new Set<string>();
  const sites = new Set<string>();
  const byName = new Map<string, Set<string>>();
  const byHouse = new Map<string, Set<string>>();
  for (const { name, address } of people) {
    const lower = address.toLowerCase();
    if (!lower.includes('@')) continue;
    addresses.add(lower);
    const site = siteOf(domainOf(lower));
    sites.add(site);
    const house = lettersOf(chosenName(site));
    if (house.length >= SHORTEST_HOUSE) byHouse.set(house, (byHouse.get(house) ?? new Set()).add(lower));
    const key = nameKey(name);
    if (key !== null) byName.set(key, (byName.get(key) ?? new Set()).add(lower));
  }
  return {
    isKnown: (address) => addresses.has(address.toLowerCase()),
    named: (name) => {
      const key = nameKey(name);
      return key === null ? [] : [...(byName.get(key) ?? [])];
    },
    ofHouse: (name) =>
      (name.length > LONGEST ? [] : [name, ...inBrackets(name)]).flatMap((one) =>
        Array.from(byHouse.get(houseKey(one)) ?? []),
      ),
    sites,
  };
}

/** Shorter ones, and those of providers ("Telenet"), are words that anybody may bear. */
const SHORTEST_HOUSE = 9;
const LONGEST = 200;
/** "Jan de Vries (De Vries Bouw)" and "De Vries Bouw | Jan". */
const inBrackets = (name: string): readonly string[] => (/[(|[]/.test(name) ? name.split(/[()|[\]]/) : []);
const houseKey = (name: string): string =>
  lettersOf(name.replace(/\b(?:bv|nv|bvba|srl|vof|gmbh|ltd|commv|sa|sprl)\b\.?/gi, ''));
const lettersOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** "De Vries, Jan" and "Jan de Vries" are one; null where it is not a first name and a last one. */
export function nameKey(name: string): string | null {
  const words = plainLetters(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const isName = words.filter((word) => word.length > 1).length >= 2 && !name.includes('@');
  return isName ? words.toSorted().join(' ') : null;
}
