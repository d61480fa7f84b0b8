// The attachments of mail that is being exported: from the desk where they are here, else from the server, many in one visit, and
// not kept: an export must not fill the desk. A server that cannot be reached is asked once and not for every mail.
import type { Failure, Result } from '../../contract/errors.ts';
import type { AccountId } from '../../contract/views.ts';
import type { Connector } from '../channels/connector.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { AttachmentRow } from '../store/attachment-table.ts';
import type { Store } from '../store/store.ts';

export type AttachmentBytesDeps = {
  readonly store: Pick<Store, 'accounts' | 'attachments' | 'mailboxes' | 'messages'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'fetchAttachments'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
};

export type AttachmentBytes = {
  /** By attachment id; what is missing cannot be had now. */
  readonly of: (attachments: readonly AttachmentRow[]) => Promise<ReadonlyMap<number, Uint8Array>>;
};

type Wanted = { readonly id: number; readonly place: Parameters<Connector['fetchAttachments']>[2][number] };

export function createAttachmentBytes({ store, connectorFor, passwordFor }: AttachmentBytesDeps): AttachmentBytes {
  const outOfReach = new Map<AccountId, Failure>();

  const fetchAll = async (id: AccountId, wanted: readonly Wanted[], found: Map<number, Uint8Array>): Promise<void> => {
    const account = store.accounts.get(id);
    if (account === null || account.detachedAt !== null || outOfReach.has(id)) return;
    const password = await passwordFor(account);
    const fetched = password.ok
      ? await connectorFor(account).fetchAttachments(
          account,
          password.value,
          wanted.map(({ place }) => place),
          (index, bytes) => {
            const asked = wanted[index];
            if (asked !== undefined) found.set(asked.id, bytes);
          },
        )
      : password;
    if (!fetched.ok) outOfReach.set(id, fetched.error);
  };

  return {
    of: async (attachments) => {
      const found = new Map<number, Uint8Array>();
      const wanted = new Map<AccountId, Wanted[]>();
      for (const attachment of attachments) {
        const here = attachment.isHere ? store.attachments.content(attachment.id) : null;
        if (here !== null) {
          found.set(attachment.id, here);
          continue;
        }
        const message = store.messages.get(attachment.message);
        const place = store.mailboxes.placesOf(attachment.message)[0];
        if (message === null || place === undefined) continue;
        const { mailbox, uidValidity, uid } = place;
        const list = wanted.get(message.account) ?? [];
        list.push({ id: attachment.id, place: { mailbox, uidValidity, uid, part: attachment.part } });
        wanted.set(message.account, list);
      }
      for (const [account, list] of wanted) await fetchAll(account, list, found);
      return found;
    },
  };
}
