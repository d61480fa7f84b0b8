// Whom the owner may mean by what he typed so far: customers whose name, number or address holds it, the most recent first, then
// whoever has a card and never wrote.
import type { ContactRow } from '../../contract/contacts.ts';
import type { KnownPerson } from '../../contract/hand-entered.ts';
import { shownAddress } from '../../domain/contact/way.ts';
import { BY_HAND } from '../channels/manual/manual-account.ts';
import type { Store } from '../store/store.ts';

/** A list that is read at a glance. */
const MOST_SHOWN = 6;
/** Fewer digits are in every number. */
const FEWEST_DIGITS = 3;

/** People by the words of their cards and letters. */
export type FindCards = (text: string, limit: number) => readonly ContactRow[];

export function knownPeople(
  store: Pick<Store, 'customers' | 'accounts' | 'contacts'>,
  findCards: FindCards,
  typed: string,
): readonly KnownPerson[] {
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
  const wrote = found.map(({ name, address, lastAt, conversations }) => ({
    name: store.contacts.nameOf(address) || name,
    address,
    shown: shownAddress(address),
    lastAt,
    conversations,
    open: store.customers.openConversation(address),
  }));
  const here = new Set(wrote.flatMap(({ address }) => store.contacts.handlesOf(address)));
  const carded = typed.trim() === '' || wrote.length >= MOST_SHOWN ? [] : findCards(typed, MOST_SHOWN);
  const others = carded.filter(({ handles }) => !handles.some((address) => here.has(address)));
  return [...wrote, ...others.map((row) => fromCard(store, row))].slice(0, MOST_SHOWN);
}

function fromCard({ customers }: Pick<Store, 'customers'>, row: ContactRow): KnownPerson {
  const { name, address, handles, conversations } = row;
  const open = handles.map(customers.openConversation).find((one) => one !== null) ?? null;
  return { name, address, shown: shownAddress(address), lastAt: row.lastAt ?? 0, conversations, open };
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
