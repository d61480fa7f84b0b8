// What the owner says of people, carried out: each deed answers all that it touched as it was before, and that can be put back.
import type { ContactsBefore } from '../../contract/contacts.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import { emptyCard, isBlank, joined, takenApart, type Card } from '../../domain/contact/card.ts';
import { handleMeant } from '../../domain/contact/handle-meant.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import { ONLY_NAMED, shownAddress } from '../../domain/contact/way.ts';
import type { Clock, Random } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';

export type DeedDeps = {
  readonly store: Pick<Store, 'contacts' | 'contactMerges' | 'accounts' | 'transaction'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly home: () => HomeCountry;
  /** In the transaction: these addresses say something else from now on. */
  readonly touched: (addresses: readonly string[]) => void;
};

export type CardChanges = { readonly [Key in keyof Card]?: Card[Key] | undefined };

export type ContactDeeds = {
  readonly change: (address: string, changes: CardChanges) => Result<ContactsBefore>;
  readonly add: (
    card: Pick<Card, 'name' | 'company' | 'handles'>,
  ) => Result<{ address: string; before: ContactsBefore }>;
  readonly remove: (address: string) => Result<ContactsBefore>;
  readonly merge: (address: string, other: string) => Result<ContactsBefore>;
  readonly split: (merge: number) => Result<ContactsBefore>;
  readonly refuse: (address: string, other: string) => Result<ContactsBefore>;
  readonly restore: (before: ContactsBefore) => Result<null>;
};

export function createContactDeeds({ store, clock, random, home, touched }: DeedDeps): ContactDeeds {
  const { contacts, contactMerges } = store;
  const cardOf = (address: string): Card => contacts.of(address) ?? emptyCard(address.toLowerCase());
  const isOwn = (address: string): boolean =>
    store.accounts.list().some(({ addresses }) => addresses.includes(address));

  /** Everything that a deed about these can touch. */
  const asItIs = (...addresses: readonly string[]): ContactsBefore => {
    const handles = [...new Set(addresses.flatMap((address) => contacts.handlesOf(address)))];
    const cards = new Map(handles.flatMap((address) => contacts.of(address) ?? []).map((card) => [card.id, card]));
    return {
      addresses: handles,
      contacts: [...cards.values()],
      vips: handles.filter(contacts.isVip),
      merges: contactMerges.naming(handles),
    };
  };
  /** A card that says nothing goes. */
  const keep = (id: number | null, card: Card, createdAt: number, isKept = false): void => {
    if (isBlank(card) && !isKept) {
      if (id !== null) contacts.remove(id);
      return;
    }
    contacts.save({ ...card, id, createdAt, changedAt: clock.now() });
    // Somebody who matters does so by whichever of his addresses he writes.
    if (card.handles.some(contacts.isVip)) for (const one of card.handles) contacts.setVip(one, true);
  };

  const meant = (handles: readonly string[]): Result<readonly string[]> => {
    const understood: string[] = [];
    for (const written of handles) {
      const address = handleMeant(written, home());
      if (address === null) return failed('contact-not-understood', 'user', written, { what: written });
      if (isOwn(address)) return failed('invalid-argument', 'user', 'this address is your own');
      understood.push(address);
    }
    return ok([...new Set(understood)]);
  };
  const takenBy = (handles: readonly string[], id: number | null): Result<never> | null => {
    const taken = handles.find((one) => {
      const there = contacts.of(one);
      return there !== null && there.id !== id;
    });
    return taken === undefined
      ? null
      : failed('contact-taken', 'user', taken, { what: contacts.of(taken)?.name || shownAddress(taken) });
  };

  const change: ContactDeeds['change'] = (address, changes) => {
    const there = contacts.of(address);
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const card: Card = { ...cardOf(address), ...said };
    const handles = changes.handles === undefined ? ok(card.handles) : meant(changes.handles);
    if (!handles.ok) return handles;
    const taken = takenBy(handles.value, there?.id ?? null);
    if (taken !== null) return taken;
    const before = asItIs(address, ...handles.value);
    store.transaction(() => {
      keep(there?.id ?? null, { ...card, handles: handles.value }, there?.createdAt ?? clock.now());
      touched(before.addresses);
    });
    return ok(before);
  };

  const add: ContactDeeds['add'] = ({ handles: typed, ...said }) => {
    const named = typed.filter((one) => one.trim() !== '');
    const handles = meant(
      named.length === 0 ? [`${ONLY_NAMED}${random.uuid().replaceAll('-', '').slice(-12)}`] : named,
    );
    if (!handles.ok) return handles;
    const [address] = handles.value;
    const taken = takenBy(handles.value, null);
    if (taken !== null) return taken;
    if (address === undefined || (said.name === '' && named.length === 0))
      return failed('invalid-argument', 'user', 'a person has a name or an address');
    const before = asItIs(...handles.value);
    store.transaction(() => {
      keep(null, { ...emptyCard(address), ...said, handles: handles.value }, clock.now(), true);
      touched(before.addresses);
    });
    return ok({ address, before });
  };

  const remove: ContactDeeds['remove'] = (address) => {
    const there = contacts.of(address);
    if (there === null) return failed('not-found', 'user', address, { what: shownAddress(address) });
    const before = asItIs(address);
    store.transaction(() => {
      contacts.remove(there.id);
      for (const merge of contactMerges.naming(there.handles))
        if (merge.said === 'same') contactMerges.remove(merge.id);
      touched(before.addresses);
    });
    return ok(before);
  };

  const merge: ContactDeeds['merge'] = (address, otherAddress) => {
    const [one, other] = [contacts.of(address), contacts.of(otherAddress)];
    const [oneCard, otherCard] = [cardOf(address), cardOf(otherAddress)];
    if (oneCard.handles.some((handle) => otherCard.handles.includes(handle)))
      return failed('not-possible-now', 'user', 'they are one already');
    if (isOwn(address) || isOwn(otherAddress)) return failed('invalid-argument', 'user', 'this address is your own');
    const before = asItIs(address, otherAddress);
    store.transaction(() => {
      if (other !== null) contacts.remove(other.id);
      const createdAt = Math.min(one?.createdAt ?? clock.now(), other?.createdAt ?? clock.now());
      keep(one?.id ?? null, joined(oneCard, otherCard), createdAt);
      contactMerges.add({
        id: null,
        one: oneCard.handles[0] ?? address,
        other: otherCard.handles[0] ?? otherAddress,
        said: 'same',
        before: {
          one: withoutRow(oneCard),
          other: withoutRow(otherCard),
          hadCard: { one: one !== null, other: other !== null },
          vips: before.vips,
        },
        at: clock.now(),
      });
      touched(before.addresses);
    });
    return ok(before);
  };

  const split: ContactDeeds['split'] = (id) => {
    const said = contactMerges.get(id);
    const there = said === null ? null : contacts.of(said.one);
    if (said?.before == null || there === null) return failed('not-found', 'user', `merge ${id}`);
    const newest = contactMerges.naming(there.handles).find((one) => one.said === 'same');
    if (newest?.id !== id) return failed('not-possible-now', 'user', 'another merge came later');
    const before = asItIs(said.one, said.other);
    const { hadCard, vips, ...then } = said.before;
    const apart = takenApart(then.one, then.other, there);
    store.transaction(() => {
      contactMerges.remove(id);
      contacts.remove(there.id);
      for (const address of there.handles) contacts.setVip(address, false);
      for (const address of vips) contacts.setVip(address, true);
      keep(there.id, apart.one, there.createdAt, hadCard.one);
      keep(null, apart.other, there.createdAt, hadCard.other);
      touched(before.addresses);
    });
    return ok(before);
  };

  const refuse: ContactDeeds['refuse'] = (address, otherAddress) => {
    const before = asItIs(address, otherAddress);
    const [one = '', other = ''] = [cardOf(address).handles[0], cardOf(otherAddress).handles[0]];
    if (one === other) return failed('not-possible-now', 'user', 'they are one already');
    contactMerges.add({ id: null, one, other, said: 'refused', before: null, at: clock.now() });
    touched([]);
    return ok(before);
  };

  const restore: ContactDeeds['restore'] = (before) => {
    store.transaction(() => {
      const now = asItIs(...before.addresses);
      for (const { id } of now.contacts) contacts.remove(id);
      for (const { id } of now.merges) contactMerges.remove(id);
      for (const address of now.addresses) if (contacts.isVip(address)) contacts.setVip(address, false);
      for (const contact of before.contacts) contacts.save(contact);
      for (const address of before.vips) contacts.setVip(address, true);
      for (const one of before.merges) contactMerges.add(one);
      touched([...new Set([...now.addresses, ...before.addresses])]);
    });
    return ok(null);
  };

  return { change, add, remove, merge, split, refuse, restore };
}

const withoutRow = ({ name, company, language, note, tags, fields, handles }: Card): Card => ({
  name,
  company,
  language,
  note,
  tags,
  fields,
  handles,
});
