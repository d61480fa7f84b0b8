// Whom the owner knows: those he wrote to. A stranger who writes every day is still a stranger.
import { siteOf } from '../link/site.ts';
import { domainOf } from '../mail-source/sender-proof.ts';

export type Acquaintances = {
  /** Lower case. */
  readonly isKnown: (address: string) => boolean;
  /** Lower-case addresses of those who go by this name; none for a first name alone. */
  readonly named: (name: string) => readonly string[];
  /** Sites of their addresses. */
  readonly sites: ReadonlySet<string>;
};

export type Known = { readonly name: string; readonly address: string };

export function createAcquaintances(people: readonly Known[]): Acquaintances {
  const addresses = new Set<string>();
  const sites = new Set<string>();
  const byName = new Map<string, Set<string>>();
  for (const { name, address } of people) {
    const lower = address.toLowerCase();
    if (!lower.includes('@')) continue;
    addresses.add(lower);
    sites.add(siteOf(domainOf(lower)));
    const key = nameKey(name);
    if (key !== null) byName.set(key, (byName.get(key) ?? new Set()).add(lower));
  }
  return {
    isKnown: (address) => addresses.has(address.toLowerCase()),
    named: (name) => {
      const key = nameKey(name);
      return key === null ? [] : [...(byName.get(key) ?? [])];
    },
    sites,
  };
}

/** "De Vries, Jan" and "Jan de Vries" are one; null where it is not a first name and a last one. */
export function nameKey(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const isName = words.filter((word) => word.length > 1).length >= 2 && !name.includes('@');
  return isName ? words.toSorted().join(' ') : null;
}
