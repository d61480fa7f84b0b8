// The bytes of attachments: from the store when they are here, else fetched from where the message lies, once, and kept.
import { failed, ok, type Result } from '../../contract/errors.ts';
import { MOST_TEXT_BYTES } from '../../contract/attachments.ts';
import type { CommandValue } from '../../contract/commands.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { cautionOf } from '../../domain/attachment/caution.ts';
import { shownFileName } from '../../domain/attachment/shown-name.ts';
import type { Connector } from '../channels/connector.ts';
import { decodeCharset } from '../channels/email/parse/charset.ts';
import { withPlainLines } from '../channels/email/parse/part-text.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { AttachmentRow } from '../store/attachment-table.ts';
import type { Store } from '../store/store.ts';
import { fromServer } from './from-server.ts';

export type AttachmentDeps = {
  readonly store: Pick<Store, 'accounts' | 'attachments' | 'mailboxes'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'fetchAttachment'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
};

export type Attachments = {
  readonly content: (id: number) => Promise<Result<CommandValue<'attachment.content'>>>;
  readonly text: (id: number) => Promise<Result<CommandValue<'attachment.text'>>>;
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
    const fetched = await fromServer({ store, passwordFor }, attachment.message, (account, password, place) =>
      connectorFor(account).fetchAttachment(account, password, { ...place, part: attachment.part }),
    );
    if (fetched.ok) store.attachments.keepContent(attachment.id, fetched.value);
    return fetched;
  };

  return {
    content: async (id) => {
      const attachment = store.attachments.get(id);
      if (attachment === null) return failed('not-found', 'never', `attachment ${id}`);
      const bytes = await bytesOf(attachment);
      if (!bytes.ok) return bytes;
      const { contentType } = attachment;
      const fileName = shownFileName(attachment.fileName, contentType);
      const caution = cautionOf(attachment.fileName || fileName, bytes.value);
      return ok({ fileName, contentType, bytes: bytes.value, caution });
    },
    text: async (id) => {
      const attachment = store.attachments.get(id);
      if (attachment === null) return failed('not-found', 'never', `attachment ${id}`);
      const bytes = await bytesOf(attachment);
      return bytes.ok ? lettersOf(bytes.value) : bytes;
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

function lettersOf(bytes: Uint8Array): Result<CommandValue<'attachment.text'>> {
  const isCut = bytes.byteLength > MOST_TEXT_BYTES;
  const looked = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MOST_TEXT_BYTES));
  const mark = byteOrderMark(looked);
  if (mark === '' && looked.subarray(0, 4_096).includes(0)) {
    return failed('not-possible-now', 'never', 'what is in it is no text');
  }
  return ok({ text: withPlainLines(decodeCharset(looked, mark)).replace(/^\ufeff/, ''), isCut });
}

/** Spreadsheets on Windows write "Unicode text" so; every second byte of it is zero. */
function byteOrderMark(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
}

// RFC 2392: the header has angle brackets, the link has not.
const bare = (contentId: string): string => contentId.trim().replace(/^<|>$/g, '').toLowerCase();
