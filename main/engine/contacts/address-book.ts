// Everybody whom letters went to or came from, in memory, the most used first: what completion looks through at every key press.
// Counted once in slices after the start, then letter by letter. It may be thrown away and made again.
import type { AccountId } from '../../contract/views.ts';
import { begins, findableWords, typedWords } from '../../domain/contact/name-words.ts';
import { isMailAddress } from '../../domain/contact/way.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import type { LetterOf } from '../store/contact-use-table.ts';

export type Acquaintance = {
  readonly name: string;
  readonly address: string;
  /** 0: the owner never wrote to him. */
  readonly written: number;
  /** The owner has a card of him. */
  readonly hasCard: boolean;
};

export type AddressBook = {
  readonly count: (letters: readonly LetterOf[]) => void;
  /** What the owner calls people, by address; goes before what letters say. Replaces what was told before. */
  readonly call: (names: ReadonlyMap<string, string>) => void;
  /** The most used first. `isLeftOut` sees lower-case addresses. */
  readonly find: (
    text: string,
    limit: number,
    account: AccountId | null,
    isLeftOut: (address: string) => boolean,
  ) => readonly Acquaintance[];
};

type Entry = {
  readonly address: string;
  name: string;
  /** By the owner; null: he has no card. */
  called: string | null;
  named: Instant;
  /** He called himself so. */
  isOwnName: boolean;
  findable: string;
  written: number;
  heard: number;
  readonly from: Set<AccountId>;
};

/** A letter of three months ago weighs half of one of today. */
const HALF_LIFE_MS = 91 * DAY_MS;

/** All weights shrink alike as time passes, so they are never reckoned again: a letter weighs by its moment alone. */
const weightOf = (at: Instant): number => 2 ** (at / HALF_LIFE_MS);

export function createAddressBook(): AddressBook {
  const entries = new Map<string, Entry>();
  let ranked: Entry[] = [];
  let called: readonly Entry[] = [];
  let isInOrder = true;

  const entryOf = (address: string): Entry => {
    const known = entries.get(address);
    if (known !== undefined) return known;
    const entry: Entry = {
      address,
      name: '',
      called: null,
      named: 0,
      isOwnName: false,
      findable: findableWords('', address),
      written: 0,
      heard: 0,
      from: new Set(),
    };
    entries.set(address, entry);
    ranked.push(entry);
    isInOrder = false;
    return entry;
  };
  const countOne = ({ direction, account, at, name, address: written }: LetterOf): void => {
    const address = written.toLowerCase();
    if (!isMailAddress(address)) return;
    const entry = entryOf(address);
    if (direction === 'out') {
      entry.written += weightOf(at);
      entry.from.add(account);
    } else {
      entry.heard += weightOf(at);
    }
    rename(entry, name.trim(), direction === 'in', at);
  };

  return {
    count: (letters) => {
      for (const letter of letters) countOne(letter);
      if (letters.length > 0) isInOrder = false;
    },
    call: (names) => {
      for (const entry of called) if (!names.has(entry.address)) recall(entry, null);
      called = [...names].flatMap(([address, name]) => {
        if (!isMailAddress(address)) return [];
        const entry = entryOf(address);
        recall(entry, name);
        return [entry];
      });
    },
    find: (text, limit, account, isLeftOut) => {
      if (!isInOrder) ranked = ranked.toSorted(byUse);
      isInOrder = true;
      const words = typedWords(text);
      const near: Entry[] = [];
      const others: Entry[] = [];
      for (const entry of ranked) {
        if (near.length >= limit) break;
        if (!begins(entry.findable, words) || isLeftOut(entry.address)) continue;
        if (account === null || entry.from.has(account)) near.push(entry);
        else if (others.length < limit) others.push(entry);
      }
      return [...near, ...others].slice(0, limit).map((entry) => ({
        name: entry.called || entry.name,
        address: entry.address,
        written: entry.written,
        hasCard: entry.called !== null,
      }));
    },
  };
}

/** What he calls himself goes before what others call him, and later before earlier. */
function rename(entry: Entry, name: string, isOwnName: boolean, at: Instant): void {
  const isBetter = isOwnName === entry.isOwnName ? at >= entry.named : isOwnName;
  const isNewName = name !== '' && name.toLowerCase() !== entry.address && (entry.name === '' || isBetter);
  if (!isNewName) return;
  entry.named = at;
  entry.isOwnName = isOwnName;
  if (name === entry.name) return;
  entry.name = name;
  entry.findable = wordsOf(entry);
}

function recall(entry: Entry, name: string | null): void {
  entry.called = name;
  entry.findable = wordsOf(entry);
}

/** Found by what the owner calls him, and by what he calls himself. */
const wordsOf = ({ called, name, address }: Entry): string => findableWords(`${called ?? ''} ${name}`, address);

const byUse = (a: Entry, b: Entry): number =>
  b.written - a.written || b.heard - a.heard || (a.address < b.address ? -1 : 1);
