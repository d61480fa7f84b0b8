// The account of what the owner writes down himself. It is made with the first note, connected to nothing, and the owner never sees
// it as an account: it is only where these messages belong.
import type { AccountId } from '../../../contract/views.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MessageRow } from '../../store/message-table.ts';
import type { Store } from '../../store/store.ts';

export const BY_HAND: AccountId = 'by-hand';

/** RFC 2606: an address that no mail can ever reach. */
const NO_ADDRESS = 'by-hand@desk.invalid';

/** Written down by the owner. Mail that came to lie here, when its own account left the desk, has a Message-ID. */
export const isNote = ({ account, messageId }: Pick<MessageRow, 'account' | 'messageId'>): boolean =>
  account === BY_HAND && messageId === null;

/** Accounts as the owner knows them. */
export const connectedAccounts = ({ accounts }: Pick<Store, 'accounts'>): readonly AccountRow[] =>
  accounts.list().filter(({ connector }) => connector !== 'manual');

export function openNotes({ accounts }: Pick<Store, 'accounts'>, now: Instant): AccountRow {
  const known = accounts.get(BY_HAND);
  if (known !== null) return known;
  const nowhere = { host: 'desk.invalid', port: 993, security: 'tls' } as const;
  const notes: AccountRow = {
    id: BY_HAND,
    connector: 'manual',
    email: NO_ADDRESS,
    name: '',
    user: NO_ADDRESS,
    imap: nowhere,
    smtp: nowhere,
    ca: null,
    plainAllowed: false,
    keep: 'session',
    colour: 7,
    isPaused: true,
    // Whatever is written down waits for somebody, however long ago it was said.
    queueFrom: 0,
    oauthProvider: null,
    historyFrom: 0,
    archiveDone: false,
    detachedAt: now,
    createdAt: now,
    addresses: [NO_ADDRESS],
  };
  accounts.add(notes);
  return notes;
}
