// Everybody the desk knows, one row a person: those with a card, and whoever wrote. Made when it is asked for, kept until something
// changes. What only a few rows need (is he a VIP, by which words is he found) is made for those.
import type { CommandArgs } from '../../contract/commands.ts';
import type { ContactPage, ContactRow } from '../../contract/contacts.ts';
import { companyGuess } from '../../domain/contact/company-guess.ts';
import { begins, findableWords, plainName, typedWords } from '../../domain/contact/name-words.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import { sortName } from '../../domain/contact/sort-name.ts';
import { customerName, shownAddress } from '../../domain/contact/way.ts';
import type { FoundCustomer } from '../store/customer-table.ts';
import type { Store } from '../store/store.ts';

export type Person = Pick<ContactRow, 'address' | 'name' | 'tags' | 'handles' | 'conversations' | 'lastAt'> & {
  /** '': the owner said nothing of it. */
  readonly company: string;
  /** All he is called by, the owner's name for him first. */
  readonly names: readonly string[];
  /** These in plain letters. */
  readonly plain: string;
};

export type People = {
  readonly all: () => readonly Person[];
  readonly list: (args: CommandArgs<'contact.list'>) => ContactPage;
  /** Something changed: made anew when it is next asked for. */
  readonly forget: () => void;
};

type Rooms = Pick<Store, 'contacts' | 'customers' | 'accounts'>;

export function createPeople(store: Rooms, home: () => HomeCountry): People {
  let made: readonly Person[] | null = null;
  const findable = new WeakMap<Person, string>();
  const all = (): readonly Person[] => {
    made ??= everybody(store, home());
    return made;
  };
  const wordsOf = (person: Person): string => {
    const known = findable.get(person);
    if (known !== undefined) return known;
    const words = findableOf(person);
    findable.set(person, words);
    return words;
  };
  return {
    all,
    list: ({ text, tag, offset, limit }) => {
      const words = typedWords(text);
      const wanted = tag.toLowerCase();
      const found = all().filter(
        (person) =>
          (wanted === '' || person.tags.some((one) => one.toLowerCase() === wanted)) &&
          (words.length === 0 || begins(wordsOf(person), words)),
      );
      const rows = found.slice(offset, offset + limit).map((person) => rowOf(store, person));
      return { rows, total: found.length };
    },
    forget: () => {
      made = null;
    },
  };
}

const NOBODY_SAID = { name: '', company: '', tags: [] } as const;

function everybody({ contacts, customers, accounts }: Rooms, home: HomeCountry): readonly Person[] {
  const own = new Set(accounts.list().flatMap(({ addresses }) => addresses));
  const wrote = new Map(customers.everybody().map((customer) => [customer.address, customer]));
  const people: Person[] = [];
  for (const contact of contacts.all()) {
    const known = contact.handles.flatMap((address) => wrote.get(address) ?? []);
    for (const { address } of known) wrote.delete(address);
    people.push(personOf(contact.handles, known, contact));
  }
  for (const customer of wrote.values()) {
    if (!own.has(customer.address)) people.push(personOf([customer.address], [customer], NOBODY_SAID));
  }
  // Whose letters are gone: what the owner said of him stays until he takes it back, so he must find it.
  const here = new Set(people.flatMap(({ handles }) => handles));
  for (const address of contacts.vips()) if (!here.has(address)) people.push(personOf([address], [], NOBODY_SAID));
  return inOrder(people, home);
}

/** By plain letters and not as a dictionary has it: comparing tens of thousands of names by ICU takes most of a second. */
function inOrder(people: readonly Person[], home: HomeCountry): readonly Person[] {
  const placed = people.map((person) => {
    const place = sortName(person.name, home);
    // A number without a name comes last.
    return { person, place: /^\p{L}/u.test(place) ? place : `\uffff${place}` };
  });
  return placed
    .toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.person.address < b.person.address ? -1 : 1))
    .map(({ person }) => person);
}

function personOf(
  handles: readonly string[],
  known: readonly FoundCustomer[],
  said: Pick<Person, 'name' | 'company' | 'tags'>,
): Person {
  const latest = known.toSorted((a, b) => b.lastAt - a.lastAt)[0];
  const address = handles[0] ?? latest?.address ?? '';
  const names = [said.name, ...known.map(({ name }) => name)].filter((name) => name !== '');
  const name = names[0] ?? customerName({ name: '', address });
  return {
    address,
    name,
    names,
    plain: plainName(names.length === 0 ? name : names.join('\n')),
    company: said.company,
    tags: said.tags,
    handles,
    conversations: known.reduce((sum, { conversations }) => sum + conversations, 0),
    lastAt: latest?.lastAt ?? null,
  };
}

const rowOf = (
  { contacts }: Pick<Store, 'contacts'>,
  { names: _names, plain: _plain, ...person }: Person,
): ContactRow => ({
  ...person,
  company: person.company || (companyGuess(person.address) ?? ''),
  isVip: person.handles.some(contacts.isVip),
});

/** A number also as it is typed, without its blanks. */
const findableOf = ({ names, company, handles }: Person): string =>
  [
    findableWords([...names, company].join(' '), ''),
    ...handles.map((one) => findableWords('', one)),
    ...handles.map((one) => findableWords(shownAddress(one).replaceAll(' ', ''), '')),
  ].join('');
