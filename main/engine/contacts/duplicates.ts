// Who may be one person, of everybody the desk knows: pairs by a mailbox or a name they share. What only the words below letters say
// is looked at when a card is opened (suggest.ts): reading the letters of everybody would take minutes.
import type { ContactDuplicates, DuplicatePair } from '../../contract/contacts.ts';
import { plainName } from '../../domain/contact/name-words.ts';
import { mailboxOf, SAME_REASONS, samePerson, type KnownAs } from '../../domain/contact/same-person.ts';
import { isMailAddress, shownAddress } from '../../domain/contact/way.ts';
import type { Store } from '../store/store.ts';
import type { Person } from './people.ts';

/** A name that more people bear tells nothing. */
const MOST_ALIKE = 6;

export function duplicatesAmong(
  store: Pick<Store, 'contactMerges'>,
  everybody: readonly Person[],
  limit: number,
): ContactDuplicates {
  const groups = new Map<string, Person[]>();
  for (const person of everybody) {
    for (const key of new Set(keysOf(person))) {
      const alike = groups.get(key);
      if (alike === undefined) groups.set(key, [person]);
      else alike.push(person);
    }
  }
  const pairs = new Map<string, DuplicatePair>();
  for (const alike of groups.values()) {
    if (alike.length < 2 || alike.length > MOST_ALIKE) continue;
    for (const [at, one] of alike.entries()) {
      for (const other of alike.slice(at + 1)) {
        const reason = samePerson(knownAs(one), knownAs(other));
        const pair = [one.address, other.address].join('\n');
        if (reason === null || pairs.has(pair) || wereRefused(store, one, other)) continue;
        pairs.set(pair, { one: whom(one), other: whom(other), reason });
      }
    }
  }
  const surestFirst = [...pairs.values()].toSorted(
    (a, b) => SAME_REASONS.indexOf(a.reason) - SAME_REASONS.indexOf(b.reason),
  );
  return { pairs: surestFirst.slice(0, limit), total: surestFirst.length };
}

/** "Peeters, Jan" and "Jan Peeters" are borne by one. */
const keysOf = ({ handles, names }: Person): readonly string[] => [
  ...handles.filter(isMailAddress).map((address) => `mailbox ${mailboxOf(address)}`),
  ...names.flatMap((name) => {
    const words = plainName(name).match(/\p{L}{2,}/gu) ?? [];
    return words.length < 2 ? [] : [`name ${words.toSorted().join(' ')}`];
  }),
];

const knownAs = ({ handles, names }: Person): KnownAs => ({ handles, names, signed: [] });

const whom = ({ address, name }: Person): DuplicatePair['one'] => ({ address, name, shown: shownAddress(address) });

const wereRefused = ({ contactMerges }: Pick<Store, 'contactMerges'>, one: Person, other: Person): boolean =>
  contactMerges
    .naming(one.handles)
    .some(
      (merge) => merge.said === 'refused' && (other.handles.includes(merge.one) || other.handles.includes(merge.other)),
    );
