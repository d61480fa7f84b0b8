// Everybody the desk knows, one row a person: those with a card, and whoever wrote. Made when it is asked for, kept until
// something changes.
import type { CommandArgs } from '../../contract/commands.ts';
import type { ContactPage, ContactRow } from '../../contract/contacts.ts';
import { companyGuess } from '../../domain/contact/company-guess.ts';
import { begins, findableWords, typedWords } from '../../domain/contact/name-words.ts';
import { customerName, shownAddress } from '../../domain/contact/way.ts';
import type { CustomerInBrief } from '../store/customer-table.ts';
import type { Store } from '../store/store.ts';

/** A row, and by which words it is found. `id` null: no card. */
export type Person = ContactRow & { readonly id: number | null; readonly names: readonly string[] };

export type People = {
  readonly all: () => readonly Person[];
  readonly list: (args: CommandArgs<'contact.list'>) => ContactPage;
  readonly tags: () => readonly string[];
  /** Something changed: made anew when it is next asked for. */
  readonly forget: () => void;
};

type Findable = Person & { readonly findable: string };

export function createPeople(store: Pick<Store, 'contacts' | 'customers' | 'accounts'>): People {
  let made: readonly Findable[] | null = null;
  const all = (): readonly Findable[] => {
    made ??= everybody(store);
    return made;
  };
  return {
    all,
    list: ({ text, tag, offset, limit }) => {
      const words = typedWords(text);
      const wanted = tag.toLowerCase();
      const found = all().filter(
        (person) =>
          begins(person.findable, words) && (wanted === '' || person.tags.some((one) => one.toLowerCase() === wanted)),
      );
      const rows = found
        .slice(offset, offset + limit)
        .map(({ findable: _findable, names: _names, id: _id, ...row }) => row);
      return { rows, total: found.length };
    },
    tags: () => {
      const tags = new Map(all().flatMap((person) => person.tags.map((tag) => [tag.toLowerCase(), tag] as const)));
      return [...tags.values()].toSorted((a, b) => a.localeCompare(b, 'nl'));
    },
    forget: () => {
      made = null;
    },
  };
}

/** ICU once: a new collator for each comparison makes sorting thousands of names slow. */
const byName = new Intl.Collator('nl', { sensitivity: 'base' });

function everybody({ contacts, customers, accounts }: Pick<Store, 'contacts' | 'customers' | 'accounts'>): Findable[] {
  const own = new Set(accounts.list().flatMap(({ addresses }) => addresses));
  const wrote = new Map(customers.everybody().map((customer) => [customer.address, customer]));
  const people: Findable[] = [];
  for (const contact of contacts.all()) {
    const known = contact.handles.flatMap((address) => wrote.get(address) ?? []);
    for (const { address } of known) wrote.delete(address);
    people.push(rowOf(contacts, contact.id, contact.handles, known, contact));
  }
  for (const customer of wrote.values()) {
    if (own.has(customer.address)) continue;
    people.push(rowOf(contacts, null, [customer.address], [customer], { name: '', company: '', tags: [] }));
  }
  return people
    .map((person) => ({ person, key: sortName(person.name) }))
    .toSorted((a, b) => byName.compare(a.key, b.key) || (a.person.address < b.person.address ? -1 : 1))
    .map(({ person }) => person);
}

/** Letters before figures and signs: a number without a name comes last. */
const sortName = (name: string): string => (/^\p{L}/u.test(name) ? name : `\u{10FFFD}${name}`);

function rowOf(
  { isVip }: Pick<Store['contacts'], 'isVip'>,
  id: number | null,
  handles: readonly string[],
  known: readonly CustomerInBrief[],
  said: Pick<ContactRow, 'name' | 'company' | 'tags'>,
): Findable {
  const latest = known.toSorted((a, b) => b.lastAt - a.lastAt)[0];
  const address = handles[0] ?? latest?.address ?? '';
  const names = [said.name, ...known.map(({ name }) => name)].filter((name) => name !== '');
  const name = names[0] ?? customerName({ name: '', address });
  const company = said.company || (companyGuess(address) ?? '');
  const findable = [
    findableWords(`${names.join(' ')} ${said.company}`, address),
    ...handles.slice(1).map((one) => findableWords('', one)),
    ...handles.map((one) => findableWords(shownAddress(one).replaceAll(' ', ''), '')),
  ].join('');
  return {
    id,
    address,
    name,
    names,
    company,
    tags: said.tags,
    isVip: handles.some(isVip),
    handles,
    conversations: known.reduce((sum, { conversations }) => sum + conversations, 0),
    lastAt: latest?.lastAt ?? null,
    findable,
  };
}
