// Into which account imported mail goes: the one it was asked for; else the one whose own address it names; else an archive, which
// is connected to nothing and only there to be read and searched.
import type { AccountId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';

export const ARCHIVE_ACCOUNT: AccountId = 'archive';
/** RFC 2606: an address that no mail can ever reach. */
const NO_ADDRESS = 'archive@import.invalid';

export type ImportAccounts = { readonly accountFor: (named: readonly string[]) => AccountRow };

/** `asked` is an account that exists. `ownAddresses`: what the owner wrote from before; they belong to the archive. */
export function createImportAccounts(
  store: Pick<Store, 'accounts'>,
  options: {
    readonly asked: AccountRow | null;
    readonly ownAddresses: readonly string[];
    readonly archiveName: string;
    readonly now: Instant;
  },
): ImportAccounts {
  const byAddress = new Map<string, AccountRow>();
  for (const account of store.accounts.list()) {
    for (const address of account.addresses) if (!byAddress.has(address)) byAddress.set(address, account);
  }
  let archive: AccountRow | null = null;
  return {
    accountFor: (named) => {
      if (options.asked !== null) return options.asked;
      const own = named.map((address) => byAddress.get(address)).find((account) => account !== undefined);
      return own ?? (archive ??= openArchive(store, options));
    },
  };
}

function openArchive(
  { accounts }: Pick<Store, 'accounts'>,
  {
    ownAddresses,
    archiveName,
    now,
  }: { readonly ownAddresses: readonly string[]; readonly archiveName: string; readonly now: Instant },
): AccountRow {
  const known = accounts.get(ARCHIVE_ACCOUNT);
  const addresses = [...new Set([NO_ADDRESS, ...(known?.addresses ?? []), ...ownAddresses])];
  if (known !== null) {
    if (addresses.length > known.addresses.length) accounts.update({ ...known, addresses });
    return { ...known, addresses };
  }
  const nowhere = { host: 'import.invalid', port: 993, security: 'tls' } as const;
  const archive: AccountRow = {
    id: ARCHIVE_ACCOUNT,
    connector: 'email',
    email: NO_ADDRESS,
    name: archiveName,
    user: NO_ADDRESS,
    imap: nowhere,
    smtp: nowhere,
    ca: null,
    plainAllowed: false,
    keep: 'session',
    colour: 7,
    isPaused: true,
    queueFrom: now,
    oauthProvider: null,
    historyFrom: 0,
    archiveDone: false,
    detachedAt: now,
    createdAt: now,
    addresses,
  };
  accounts.add(archive);
  return archive;
}
