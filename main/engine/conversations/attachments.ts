// The bytes of attachments: from the store when they are here, else fetched from where the message lies, once, and kept.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { CommandValue } from '../../contract/commands.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { safeFileName } from '../../domain/conversation/file-name.ts';
import type { Connector } from '../channels/connector.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { AttachmentRow } from '../store/attachment-table.ts';
import type { Store } from '../store/store.ts';

export type AttachmentDeps = {
  readonly store: Pick<Store, 'accounts' | 'attachments' | 'mailboxes'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'fetchAttachment'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
};

export type Attachments = {
  readonly content: (id: number) => Promise<Result<CommandValue<'attachment.content'>>>;
  readonly inline: (message: MessageRowId, contentId: string) => Promise<Result<CommandValue<'attachment.inline'>>>;
};

export function createAttachments({ store, connectorFor, passwordFor }: AttachmentDeps): Attachments {
  /** An HTML mail shows one image three times: it is fetched once. */
  const underway = new Map<number, Promise<Result<Uint8Array>>>();

  const bytesOf = async (attachment: AttachmentRow): Promise<Result<Uint8Array>> => {
    const here = store.attachments.content(attachment.id);
    if (here !== null) return ok(here);
    const running = underway.get(attachment.id);
    if (running !== undefined) return running;
    const fetching = fetchBytes(attachment).finally(() => underway.delete(attachment.id));
    underway.set(attachment.id, fetching);
    return fetching;
  };

  const fetchBytes = async (attachment: AttachmentRow): Promise<Result<Uint8Array>> => {
    const places = store.mailboxes.placesOf(attachment.message);
    if (places.length === 0) return failed('not-found', 'never', 'the message is no longer on the server');
    let last: Result<Uint8Array> = failed('not-found', 'never', 'nowhere on the server');
    // It may lie in several mailboxes, and in several accounts; a server that cannot be reached is not asked twice.
    const unreachable = new Set<string>();
    for (const place of places) {
      const account = store.accounts.get(place.account);
      if (account === null || unreachable.has(account.id)) continue;
      const password = await passwordFor(account);
      last = password.ok
        ? await connectorFor(account).fetchAttachment(account, password.value, { ...place, part: attachment.part })
        : password;
      if (last.ok) {
        store.attachments.keepContent(attachment.id, last.value);
        return last;
      }
      if (last.error.code !== 'not-found') unreachable.add(account.id);
    }
    return last;
  };

  return {
    content: async (id) => {
      const attachment = store.attachments.get(id);
      if (attachment === null) return failed('not-found', 'never', `attachment ${id}`);
      const bytes = await bytesOf(attachment);
      if (!bytes.ok) return bytes;
      const { fileName, contentType } = attachment;
      return ok({ fileName: safeFileName(fileName), contentType, bytes: bytes.value });
    },
    inline: async (message, contentId) => {
      const wanted = bare(contentId);
      const attachment = store.attachments
        .ofMessage(message)
        .find((one) => one.contentId !== null && bare(one.contentId) === wanted);
      if (attachment === undefined) return failed('not-found', 'never', 'no such part');
      const bytes = await bytesOf(attachment);
      return bytes.ok ? ok({ contentType: attachment.contentType, bytes: bytes.value }) : bytes;
    },
  };
}

// RFC 2392: the header has angle brackets, the link has not.
const bare = (contentId: string): string => contentId.trim().replace(/^<|>$/g, '').toLowerCase();
