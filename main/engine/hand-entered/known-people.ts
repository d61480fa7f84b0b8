// Whom the owner may mean by what he typed so far: customers whose name, number or address holds it, the most recent first.
import type { KnownPerson } from '../../contract/hand-entered.ts';
import { shownAddress } from '../../domain/contact/way.ts';
import { BY_HAND } from '../channels/manual/manual-account.ts';
import type { Store } from '../store/store.ts';

/** A list that is read at a glance. */
const MOST_SHOWN = 6;
/** Fewer digits are in every number. */
const FEWEST_DIGITS = 3;

export function knownPeople(store: Pick<Store, 'customers' | 'accounts'>, typed: string): readonly KnownPerson[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const digits = digitsDialled(typed);
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const found = store.customers.find(
    {
      like: digits === null ? `%${anyAccent(longest)}%` : `tel:%${digits}%`,
      number: digits === null ? null : `tel:%${digits}%`,
      notes: BY_HAND,
      limit: MOST_SHOWN,
    },
    ({ name, address }) => {
      if (own.has(address)) return false;
      const written = plain(`${name} ${address}`);
      return digits !== null || words.every((word) => written.includes(word));
    },
  );
  return found.map(({ name, address, lastAt, conversations }) => ({
    name,
    address,
    shown: shownAddress(address),
    lastAt,
    conversations,
    open: store.customers.openConversation(address),
  }));
}

/** As they stand behind any country: "06 12" and "+31 612" are both in "tel:+31612345678". null: no number. */
function digitsDialled(typed: string): string | null {
  if (!/^[+\d\s().\-/]+$/.test(typed)) return null;
  const digits = typed.replaceAll(/\D/g, '').replace(/^0+(?:3[12])?/, '');
  return digits.length < FEWEST_DIGITS ? null : digits;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** "zoe" finds "Zoë": LIKE knows no accents, so letters that may bear one stand for any; the caller looks again. */
const anyAccent = (word: string): string => word.replaceAll(/[^a-z0-9]|[aceinosuyz]/g, '_');
