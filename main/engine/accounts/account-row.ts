// What an account is made of when it is added, and what the window sees of it. Pure: no store, no clock of its own.
import { subMonths, subYears } from 'date-fns';
import type { AccountChanges, AccountDraft } from '../../contract/account-commands.ts';
import type { AccountState, AccountView, HistoryWindow } from '../../contract/views.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import type { AccountRow } from '../store/account-table.ts';

/**
 * What arrived longer before the account was added is history: it can be read and searched, but never asks for an answer. Whoever
 * connects a mailbox of ten years would otherwise see thousands of customers "te laat" on the first day. A month holds what may
 * honestly still wait for an answer.
 */
export const QUEUE_REACHES_BACK_MS = 30 * DAY_MS;

/** Colours in the palette. */
const COLOURS = 8;

/** 0: everything. */
export function historyStart(window: HistoryWindow, now: Instant): Instant {
  switch (window) {
    case '3m':
      return subMonths(now, 3).getTime();
    case '1y':
      return subYears(now, 1).getTime();
    case '5y':
      return subYears(now, 5).getTime();
    case 'all':
      return 0;
  }
}

export function newAccount(
  draft: AccountDraft,
  facts: { readonly id: string; readonly now: Instant; readonly others: readonly AccountRow[] },
): AccountRow {
  const { id, now, others } = facts;
  const email = draft.email.trim();
  return {
    id,
    connector: 'email',
    email,
    name: draft.name.trim(),
    user: draft.user,
    imap: draft.imap,
    smtp: draft.smtp,
    ca: draft.ca,
    plainAllowed: draft.plainAllowed,
    keep: draft.keep,
    colour: freeColour(others),
    isPaused: false,
    queueFrom: now - QUEUE_REACHES_BACK_MS,
    createdAt: now,
    oauthProvider: draft.oauth ?? null,
    historyFrom: historyStart(draft.history ?? 'all', now),
    archiveDone: false,
    detachedAt: null,
    addresses: ownAddresses(email, isAddress(draft.user) ? [draft.user] : []),
  };
}

/** The owner connects again what he had disconnected: its mail, colour and further addresses are still here. */
export const reattached = (fresh: AccountRow, before: AccountRow): AccountRow => ({
  ...fresh,
  id: before.id,
  colour: before.colour,
  createdAt: before.createdAt,
  archiveDone: before.archiveDone,
  addresses: ownAddresses(fresh.email, [...before.addresses, ...fresh.addresses]),
});

export function changedAccount(account: AccountRow, changes: AccountChanges, now: Instant): AccountRow {
  const { name, user, imap, smtp, ca, plainAllowed, history, aliases, colour, archiveDone } = changes;
  return {
    ...account,
    name: name?.trim() ?? account.name,
    user: user ?? account.user,
    imap: imap ?? account.imap,
    smtp: smtp ?? account.smtp,
    ca: ca === undefined ? account.ca : ca,
    plainAllowed: plainAllowed ?? account.plainAllowed,
    historyFrom: history === undefined ? account.historyFrom : historyStart(history, now),
    addresses: aliases === undefined ? account.addresses : ownAddresses(account.email, aliases),
    colour: colour ?? account.colour,
    archiveDone: archiveDone ?? account.archiveDone,
  };
}

/** What must be tried out at the servers before it is believed. */
export const needsTest = (changes: AccountChanges): boolean =>
  [changes.user, changes.imap, changes.smtp, changes.ca, changes.plainAllowed].some((part) => part !== undefined);

export function accountView(
  account: AccountRow,
  facts: {
    readonly state: AccountState;
    readonly lastFullCheckAt: Instant | null;
    readonly messages: number;
    readonly quiet: AccountView['quiet'];
  },
): AccountView {
  const { id, email, name, user, imap, smtp, addresses, ca, plainAllowed, colour, keep } = account;
  const { oauthProvider, historyFrom, archiveDone } = account;
  const own = { id, email, name, user, imap, smtp, addresses, ca, plainAllowed, colour, keep };
  return { ...own, oauthProvider, historyFrom, archiveDone, isDemo: account.connector === 'demo', ...facts };
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Lower case, each once, the main one first. */
const ownAddresses = (email: string, others: readonly string[]): readonly string[] => [
  ...new Set([email, ...others].map((address) => address.trim().toLowerCase())),
];

function freeColour(accounts: readonly AccountRow[]): number {
  for (let colour = 0; colour < COLOURS; colour += 1) {
    if (!accounts.some((account) => account.colour === colour)) return colour;
  }
  return accounts.length % COLOURS;
}
