// What is being written, for an export: the words and whom they are for as JSON, the files as files. A letter that waits to leave is
// a message already, and is not told twice.
import type { ConversationId } from '../../contract/views.ts';
import type { DraftRow } from '../store/draft-table.ts';
import type { Store } from '../store/store.ts';

export type ExportedDraft = {
  readonly page: Omit<DraftRow, 'id' | 'discardedAt' | 'delivery' | 'savedAt' | 'canned' | 'account'> & {
    readonly savedAt: string;
    readonly files: readonly string[];
  };
  /** In the order of `page.files`. */
  readonly contents: readonly Uint8Array[];
};

/** `contact`, an address: what stands in his conversations, and what is for him; null: all of it. */
export function draftsToExport(
  store: Pick<Store, 'drafts' | 'draftFiles'>,
  contact: string | null,
  conversations: ReadonlySet<ConversationId>,
): readonly ExportedDraft[] {
  const isFor = ({ recipients, conversation }: DraftRow): boolean =>
    contact === null ||
    (conversation !== null && conversations.has(conversation)) ||
    [...(recipients?.to ?? []), ...(recipients?.cc ?? []), ...(recipients?.bcc ?? [])].some(
      ({ address }) => address.toLowerCase() === contact,
    );
  return store.drafts
    .open()
    .filter(isFor)
    .map((row) => {
      const { kind, conversation, message, sender, recipients, subject, text, html, savedAt } = row;
      const files = store.draftFiles.ofDraft(row.id);
      return {
        page: {
          kind,
          conversation,
          message,
          sender,
          recipients,
          subject,
          text,
          html,
          savedAt: new Date(savedAt).toISOString(),
          files: files.map(({ fileName }) => fileName),
        },
        contents: files.map(({ id }) => store.draftFiles.content(id) ?? new Uint8Array()),
      };
    });
}
