// Who may be the same person: candidates from all the desk knows, weighed by domain/contact/same-person.ts.
import type { ContactSuggestion } from '../../contract/contacts.ts';
import { plainName } from '../../domain/contact/name-words.ts';
import { mailboxOf, SAME_REASONS, samePerson, type KnownAs } from '../../domain/contact/same-person.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import { isMailAddress, shownAddress } from '../../domain/contact/way.ts';
import { BY_HAND } from '../channels/manual/manual-account.ts';
import type { Store } from '../store/store.ts';
import type { People, Person } from './people.ts';
import { signedBelow } from './signed-below.ts';

/** As many as fit on a card without burying the rest. */
const MOST_SHOWN = 3;
/** Letters whose last lines are read. */
const LETTERS_READ = 3;

export type SuggestDeps = {
  readonly store: Pick<Store, 'contacts' | 'contactMerges' | 'customers' | 'messages' | 'bodies' | 'accounts'>;
  readonly people: Pick<People, 'all'>;
  readonly home: () => HomeCountry;
};

export function suggestSame({ store, people, home }: SuggestDeps, address: string): readonly ContactSuggestion[] {
  const own = store.contacts.handlesOf(address);
  const isOwners = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const written = (handles: readonly string[]): readonly string[] =>
    handles.flatMap((one) => store.customers.written(one, BY_HAND));
  const everybody = people.all();
  const here = everybody.find(({ handles }) => own.some((one) => handles.includes(one)));
  const one: KnownAs = {
    handles: [...new Set([...own, ...written(own)])],
    names: here?.names ?? [],
    signed: signedIn(store, own, home()).filter((signed) => !isOwners.has(signed)),
  };
  const noted = new Set(store.customers.notedWith([...one.handles, ...one.signed], BY_HAND));
  const refused = new Set(
    store.contactMerges.naming(own).flatMap((merge) => (merge.said === 'refused' ? [merge.one, merge.other] : [])),
  );
  const mayBe = worthALook(one, noted);
  const found = everybody.filter(mayBe).flatMap((person): (ContactSuggestion & { readonly lastAt: number })[] => {
    if (person === here || person.handles.some((handle) => own.includes(handle) || refused.has(handle))) return [];
    const reason = samePerson(one, asKnown(person, noted, written));
    if (reason === null) return [];
    const { address: other, name, lastAt } = person;
    return [{ address: other, shown: shownAddress(other), name, reason, lastAt: lastAt ?? 0 }];
  });
  return found
    .toSorted((a, b) => SAME_REASONS.indexOf(a.reason) - SAME_REASONS.indexOf(b.reason) || b.lastAt - a.lastAt)
    .slice(0, MOST_SHOWN)
    .map(({ lastAt: _lastAt, ...suggestion }) => suggestion);
}

/** Reading the names of tens of thousands takes long, and nearly all of them have nothing in common with him. */
function worthALook(one: KnownAs, noted: ReadonlySet<string>): (person: Person) => boolean {
  const lastNames = one.names
    .flatMap((name) => plainName(name).split(/\s+/).at(-1) ?? [])
    .filter((word) => word !== '');
  const addresses = new Set([...one.handles, ...one.signed]);
  const mailboxes = new Set(one.handles.filter(isMailAddress).map(mailboxOf));
  return ({ plain, handles }) =>
    lastNames.some((last) => plain.includes(last)) ||
    handles.some(
      (handle) =>
        addresses.has(handle) || noted.has(handle) || (isMailAddress(handle) && mailboxes.has(mailboxOf(handle))),
    );
}

/** What was written down of others is only looked up where it can matter: of thousands nobody noted anything. */
function asKnown(
  { handles, names }: Person,
  noted: ReadonlySet<string>,
  written: (handles: readonly string[]) => readonly string[],
): KnownAs {
  const more = handles.some((address) => noted.has(address)) ? written(handles) : [];
  return { handles: more.length === 0 ? handles : [...handles, ...more], names, signed: [] };
}

function signedIn(
  { customers, messages, bodies }: Pick<Store, 'customers' | 'messages' | 'bodies'>,
  handles: readonly string[],
  home: HomeCountry,
): readonly string[] {
  const letters = customers
    .conversationsWith(handles, LETTERS_READ)
    .flatMap(
      (id) => messages.ofConversation(id).findLast(({ from }) => handles.includes(from.address.toLowerCase())) ?? [],
    );
  return [...new Set(letters.flatMap(({ id }) => signedBelow(bodies.text(id), home)))].filter(
    (address) => !handles.includes(address),
  );
}
