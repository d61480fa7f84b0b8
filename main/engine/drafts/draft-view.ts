// A draft as the window and the command line see it.
import type { DraftFile, DraftRow as ListedDraft, DraftView } from '../../contract/drafts.ts';
import { previewOf } from '../../domain/conversation/preview.ts';
import { calledBy, type CardNames } from '../contacts/called.ts';
import type { DraftFileRow } from '../store/draft-file-table.ts';
import type { DraftRow } from '../store/draft-table.ts';
import type { Store } from '../store/store.ts';

export function draftView(store: Pick<Store, 'draftFiles'>, row: DraftRow): DraftView {
  const { discardedAt: _discarded, delivery: _delivery, ...words } = row;
  return { ...words, files: store.draftFiles.ofDraft(row.id).map(draftFile) };
}

export const draftFile = ({ draft: _draft, ...file }: DraftFileRow): DraftFile => file;

export function listedDraft(store: Pick<Store, 'conversations'> & CardNames, row: DraftRow): ListedDraft {
  const conversation = row.conversation === null ? null : store.conversations.get(row.conversation);
  const { to = [], cc = [], bcc = [] } = row.recipients ?? {};
  const named = [...to, ...cc, ...bcc].map((person) => calledBy(store, person));
  const isAnswer = row.kind === 'answer' && row.recipients === null && conversation !== null;
  return {
    id: row.id,
    kind: row.kind,
    conversation: row.conversation,
    subject: row.subject ?? conversation?.subject ?? '',
    savedAt: row.savedAt,
    who: isAnswer ? calledBy(store, conversation.customer) : named.join(', '),
    preview: previewOf(row.text),
  };
}
