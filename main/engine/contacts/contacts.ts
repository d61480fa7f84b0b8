// The contact.* commands. Completion is complete.ts, the list people.ts, the card view-card.ts, what is said contact-deeds.ts, and
// files of cards card-files.ts.
import type { CONTACT_COMMANDS, ContactRow } from '../../contract/contacts.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import { meantAddress } from '../../domain/contact/way.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Handlers } from '../host/engine.ts';
import type { Random, Timers } from '../ports/ports.ts';
import type { Settle } from '../queue/settle.ts';
import type { SettingsDesk } from '../settings/settings.ts';
import type { CardWords } from './card-words.ts';
import { importCards, vcardsOf } from './card-files.ts';
import { createComplete } from './complete.ts';
import { createContactDeeds } from './contact-deeds.ts';
import { duplicatesAmong } from './duplicates.ts';
import { createPeople } from './people.ts';
import { suggestSame } from './suggest.ts';
import { viewCard, type ViewCardDeps } from './view-card.ts';

export type ContactsDeps = Omit<ViewCardDeps, 'settings'> & {
  readonly settings: Pick<SettingsDesk, 'get' | 'set' | 'officeHours'>;
  readonly timers: Timers;
  readonly random: Random;
  readonly settle: Settle;
  readonly emit: (event: EngineEvent) => void;
  readonly cards: Pick<CardWords, 'forget' | 'tags'>;
  readonly home: () => HomeCountry;
  readonly language: () => UiLanguage;
};

export type Contacts = {
  readonly handlers: Pick<Handlers, keyof typeof CONTACT_COMMANDS>;
  readonly find: (text: string, limit: number) => readonly ContactRow[];
  readonly hear: (event: EngineEvent) => void;
  /** People went from the desk, or another program wrote to it. */
  readonly forget: () => void;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Whoever has more conversations than that is told of in the newest ones. */
const MOST_TOLD = 200;

export function createContacts(deps: ContactsDeps): Contacts {
  const { store, settle, settings, emit, home } = deps;
  const complete = createComplete(deps);
  const people = createPeople(store, home);

  const touched = (addresses: readonly string[]): void => {
    settle(addresses.flatMap(store.conversations.openWith));
    const conversations = store.customers.conversationsWith(addresses, MOST_TOLD);
    people.forget();
    store.afterCommit(() => {
      emit({ kind: 'contacts-changed' });
      if (conversations.length > 0) emit({ kind: 'conversations-changed', conversations });
    });
  };
  const deeds = createContactDeeds({ ...deps, touched });
  /** A number is a number however it is typed. */
  const meant = (address: string): string => meantAddress(address, home());
  const known = <T>(address: string, answer: (address: string) => T): Result<T> => {
    const asked = meant(address);
    const isKnown =
      store.contacts.of(asked) !== null ||
      store.contacts.isVip(asked) ||
      store.customers.figuresOf([asked]).conversations > 0;
    return isKnown ? ok(answer(asked)) : failed('not-found', 'user', address, { what: address });
  };

  return {
    handlers: {
      'contact.complete': (args) => ok(complete.complete(args)),
      'contact.card': ({ address }) => known(address, (asked) => viewCard(deps, asked)),
      'contact.suggestions': ({ address }) => ok(suggestSame({ store, people, home }, meant(address))),
      'contact.duplicates': ({ limit }) => ok(duplicatesAmong(store, people.all(), limit)),
      'contact.tags': () => ok(deps.cards.tags()),
      'contact.tagFirst': ({ tag, isFirst }) => {
        const small = tag.toLowerCase();
        const others = settings.get().tagsFirst.filter((one) => one !== small);
        const set = settings.set({ tagsFirst: isFirst ? [...others, small] : others });
        if (!set.ok) return set;
        const bearing = store.contacts.all().filter(({ tags }) => tags.some((one) => one.toLowerCase() === small));
        store.transaction(() => touched(bearing.flatMap(({ handles }) => handles)));
        return ok(null);
      },
      'contact.list': (args) => ok(people.list(args)),
      'contact.change': ({ address, changes }) => deeds.change(meant(address), changes),
      'contact.add': (args) => deeds.add(args),
      'contact.remove': ({ address }) => deeds.remove(meant(address)),
      'contact.merge': ({ address, other }) => deeds.merge(meant(address), meant(other)),
      'contact.split': ({ merge }) => deeds.split(merge),
      'contact.refuse': ({ address, other }) => deeds.refuse(meant(address), meant(other)),
      'contact.restore': ({ before }) => deeds.restore(before),
      'contact.import': (args) => importCards({ ...deps, touched }, args),
      'contact.vcards': ({ address }) => ok(vcardsOf(store, address === null ? null : meant(address))),
    },
    find: (text, limit) => people.list({ text, tag: '', offset: 0, limit }).rows,
    hear: (event) => {
      complete.hear(event);
      if (event.kind === 'contacts-changed') deps.cards.forget();
      // Where the owner is at home says in which order they stand.
      if (['conversations-changed', 'accounts-changed', 'settings-changed'].includes(event.kind)) people.forget();
    },
    forget: () => {
      complete.forget();
      people.forget();
      deps.cards.forget();
    },
    start: complete.start,
    stop: complete.stop,
  };
}
