// Begins the passing on of a message: its files go along, from the desk, else from where the message lies. What was written in it
// is put below the owner's words when the letter is made (engine/outbox).
import type { DraftId } from '../../contract/drafts.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { CommandValue } from '../../contract/commands.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { baseSubject } from '../../domain/conversation/base-subject.ts';
import { safeFileName } from '../../domain/conversation/file-name.ts';
import type { Clock } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { plainType } from './draft-files.ts';

export type ForwardDeps = {
  readonly store: Pick<Store, 'attachments' | 'draftFiles' | 'drafts' | 'messages' | 'transaction'>;
  readonly clock: Clock;
  readonly attachmentContent: (id: number) => Promise<Result<CommandValue<'attachment.content'>>>;
};

/** All of it is at hand, or nothing is begun: a letter without the file that it is about would be worse than none. */
export async function beginForward(deps: ForwardDeps, id: MessageRowId): Promise<Result<DraftId>> {
  const { store, clock } = deps;
  const files: { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array }[] = [];
  for (const { id: attachment, contentType } of store.attachments.ofMessage(id)) {
    const content = await deps.attachmentContent(attachment);
    if (!content.ok) return content;
    files.push({
      fileName: safeFileName(content.value.fileName),
      contentType: plainType(contentType),
      bytes: content.value.bytes,
    });
  }
  const message = store.messages.get(id);
  if (message === null) return failed('not-found', 'never', `message ${id}`);
  return ok(
    store.transaction(() => {
      const draft = store.drafts.add({
        kind: 'forward',
        conversation: message.conversation,
        message: id,
        account: null,
        sender: null,
        recipients: { to: [], cc: [], bcc: [] },
        subject: `Fwd: ${baseSubject(message.subject)}`.trimEnd(),
        text: '',
        html: null,
        canned: [],
        savedAt: clock.now(),
      });
      for (const { bytes, ...file } of files) store.draftFiles.add(draft, { ...file, contentId: null }, bytes);
      return draft;
    }),
  );
}
