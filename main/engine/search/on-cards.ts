// Who is meant by words that stand on his card: found in the index by his addresses, so that a card may change without any letter of
// his being indexed anew. A word that stands on many cards means nobody by itself, only together with the others.
import type { MeantCard } from '../contacts/card-words.ts';
import type { OnCard } from './search-words.ts';
import { phrase } from './word-match.ts';

/** Each is a walk of its own through the index. */
const MOST_ADDRESSES = 40;

/** null: too many to look for. */
export function addressesOf(cards: readonly MeantCard[]): readonly string[] | null {
  const addresses = cards.flatMap((card) => card.addresses);
  return addresses.length > MOST_ADDRESSES ? null : addresses;
}

/** "Jan Peeters": thirty are called Jan and twenty Peeters, and one of them is both. */
export function narrowedBy(all: readonly OnCard[]): readonly OnCard[] {
  const few = (cards: readonly MeantCard[]): readonly MeantCard[] => (addressesOf(cards) === null ? [] : cards);
  return all.map(({ term, cards }) => {
    if (addressesOf(cards) !== null) return { term, cards };
    const others = all.filter((other) => other.term !== term);
    const both = others.flatMap((other) => {
      const theirs = new Set(other.cards);
      return few(cards.filter((card) => theirs.has(card)));
    });
    return { term, cards: few([...new Set(both)]) };
  });
}

/** FTS5 syntax: the match, or one of the addresses on these cards in these columns. */
export function onAnyCard(match: string, columns: string, cards: readonly MeantCard[]): string {
  const addresses = (addressesOf(cards) ?? []).map((address) => phrase(address, false));
  return addresses.length === 0 ? match : `(${match} OR (${columns} : (${addresses.join(' OR ')})))`;
}
