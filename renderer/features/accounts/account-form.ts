// What the sheet for changing an account holds, and which of it is really a change. Pure.
import type { AccountChanges } from '../../../main/contract/account-commands.ts';
import type { AccountView, HistoryWindow, ServerAddress } from '../../../main/contract/views.ts';

export type AccountForm = {
  readonly name: string;
  readonly colour: number;
  /** As typed: one a line, or with commas between them. */
  readonly aliases: string;
  /** null: as it is. */
  readonly history: HistoryWindow | null;
  readonly archiveDone: boolean;
  readonly user: string;
  readonly password: string;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly ca: string | null;
};

export function readAliases(text: string): { readonly addresses: readonly string[]; readonly wrong: string | null } {
  const addresses = text.split(/[\s,;]+/).filter((address) => address !== '');
  return { addresses, wrong: addresses.find((address) => !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(address)) ?? null };
}

/** Only what differs: the servers are asked for nothing when only a colour changed. */
export function changesOf(account: AccountView, form: AccountForm): AccountChanges {
  const aliases = readAliases(form.aliases).addresses;
  const isSameList = aliases.join(' ').toLowerCase() === account.addresses.slice(1).join(' ');
  return {
    ...(form.name.trim() === account.name ? {} : { name: form.name }),
    ...(form.colour === account.colour ? {} : { colour: form.colour }),
    ...(isSameList ? {} : { aliases: [...aliases] }),
    ...(form.history === null ? {} : { history: form.history }),
    ...(form.archiveDone === account.archiveDone ? {} : { archiveDone: form.archiveDone }),
    ...(form.user.trim() === account.user ? {} : { user: form.user.trim() }),
    ...(isSame(form.imap, account.imap) ? {} : { imap: form.imap }),
    ...(isSame(form.smtp, account.smtp) ? {} : { smtp: form.smtp }),
    ...(form.ca === account.ca ? {} : { ca: form.ca }),
  };
}

const isSame = (a: ServerAddress, b: ServerAddress): boolean =>
  a.host === b.host && a.port === b.port && a.security === b.security;
