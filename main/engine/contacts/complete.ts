// The contact.complete command: keeps the address book in step with the desk, and answers from it.
import type { CommandArgs } from '../../contract/commands.ts';
import type { Completion } from '../../contract/contacts.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { MessageRowId } from '../../contract/views.ts';
import type { Cancel, Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { createAddressBook, type AddressBook } from './address-book.ts';

export type CompleteDeps = {
  readonly store: Pick<Store, 'accounts' | 'contacts' | 'contactUse'>;
  readonly timers: Timers;
};

export type Complete = {
  readonly complete: (args: CommandArgs<'contact.complete'>) => readonly Completion[];
  readonly hear: (event: EngineEvent) => void;
  /** Something went from the desk, or was changed by another program: counted anew when it is next asked for. */
  readonly forget: () => void;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Some 8 ms of counting: nobody waits longer. */
const SLICE = 2_000;
/** After what the window shows first. */
const BEGIN_AFTER_MS = 3_000;
const NEXT_AFTER_MS = 20;
/** More than this many letters to catch up with, and counting all anew is as quick. */
const MOST_PENDING = 20_000;

export function createComplete({ store, timers }: CompleteDeps): Complete {
  let book: AddressBook = createAddressBook();
  /** The last message counted; null: all of them. */
  let counted: MessageRowId | null = 0;
  let pending: MessageRowId[] = [];
  let cancel: Cancel = () => {};
  let areCardsRead = false;
  let isStarted = false;

  /** Is there more to count? */
  const countSlice = (): boolean => {
    if (counted === null) return false;
    const { letters, last } = store.contactUse.after(counted, SLICE);
    book.count(letters);
    counted = last;
    return last !== null;
  };
  const later = (delayMs: number): void => {
    cancel();
    if (!isStarted || counted === null) return;
    cancel = timers.after(delayMs, () => {
      countSlice();
      later(NEXT_AFTER_MS);
    });
  };
  const forget = (): void => {
    book = createAddressBook();
    counted = 0;
    pending = [];
    areCardsRead = false;
    later(BEGIN_AFTER_MS);
  };
  const catchUp = (): void => {
    for (let isMore = true; isMore;) isMore = countSlice();
    for (const id of pending) book.count(store.contactUse.ofMessage(id));
    pending = [];
    if (areCardsRead) return;
    book.call(new Map(store.contacts.all().flatMap(({ name, handles }) => handles.map((one) => [one, name] as const))));
    areCardsRead = true;
  };

  return {
    complete: ({ text, limit, account = null }) => {
      catchUp();
      const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
      return book
        .find(text, limit, account, (address) => own.has(address))
        .map(({ name, address, written, hasCard }) => ({
          name,
          address,
          isKnownPerson: written > 0 || hasCard,
          isVip: store.contacts.isVip(address),
        }));
    },
    hear: (event) => {
      if (event.kind === 'accounts-changed') forget();
      if (event.kind === 'contacts-changed') areCardsRead = false;
      if (event.kind !== 'message-stored') return;
      // What lies behind the counting is met by it; what lies before it is not.
      if (counted === null || event.message <= counted) pending.push(event.message);
      if (pending.length > MOST_PENDING) forget();
    },
    forget,
    start: () => {
      isStarted = true;
      later(BEGIN_AFTER_MS);
    },
    stop: () => {
      isStarted = false;
      cancel();
    },
  };
}
