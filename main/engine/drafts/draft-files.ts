// Files of a draft: added within what the server of its account takes, looked at, taken out.
import type { DraftId } from '../../contract/drafts.ts';
import { failed, ok, type Failure, type Result } from '../../contract/errors.ts';
import { safeFileName } from '../../domain/conversation/file-name.ts';
import { messageTooLarge } from '../channels/email/smtp-refusal.ts';
import type { Handlers } from '../host/engine.ts';
import type { Clock } from '../ports/ports.ts';
import type { DraftRow } from '../store/draft-table.ts';
import type { Store } from '../store/store.ts';
import { accountOfDraft } from './draft-account.ts';

export type DraftFilesDeps = {
  readonly store: Pick<Store, 'accounts' | 'conversations' | 'draftFiles' | 'drafts' | 'habits' | 'transaction'>;
  readonly clock: Clock;
  readonly open: (id: DraftId) => Result<DraftRow>;
  readonly tell: (draft: DraftRow) => void;
};

/** Where the server has not said yet what it takes. Most take 25 to 50 MB; what is larger is sent in another way. */
const MOST_BYTES = 50 * 1_048_576;

export function createDraftFiles({
  store,
  clock,
  open,
  tell,
}: DraftFilesDeps): Pick<Handlers, 'draft.addFile' | 'draft.removeFile' | 'draft.fileContent'> {
  /** Of a draft that can be written on. */
  const fileOfOpen = (id: number): Result<DraftRow> => {
    const file = store.draftFiles.get(id);
    return file === null ? failed('not-found', 'never', `file ${id}`) : open(file.draft);
  };
  return {
    'draft.addFile': ({ id, fileName, contentType, contentId, bytes }) => {
      const draft = open(id);
      if (!draft.ok) return draft;
      if (contentId !== null && !CONTENT_ID.test(contentId)) {
        return failed('invalid-argument', 'never', 'not a Content-ID');
      }
      const tooLarge = sizeFailure(store, draft.value, bytes.byteLength);
      if (tooLarge !== null) return { ok: false, error: tooLarge };
      const named = { fileName: safeFileName(fileName), contentType: plainType(contentType), contentId };
      const { draft: _draft, ...file } = store.transaction(() => {
        store.drafts.touch(id, clock.now());
        return store.draftFiles.add(id, named, bytes);
      });
      tell(draft.value);
      return ok(file);
    },
    'draft.removeFile': ({ file }) => {
      const draft = fileOfOpen(file);
      if (!draft.ok) return draft;
      store.transaction(() => {
        store.drafts.touch(draft.value.id, clock.now());
        store.draftFiles.remove(file);
      });
      tell(draft.value);
      return ok(null);
    },
    'draft.fileContent': ({ file }) => {
      const row = store.draftFiles.get(file);
      const bytes = store.draftFiles.content(file);
      if (row === null || bytes === null) return failed('not-found', 'never', `file ${file}`);
      return ok({ fileName: row.fileName, contentType: row.contentType, bytes });
    },
  };
}

/** What `more` bytes beside the files that are there would fail with; null where they fit. */
export function sizeFailure(
  store: Pick<Store, 'accounts' | 'conversations' | 'draftFiles' | 'habits'>,
  draft: DraftRow,
  more: number,
): Failure | null {
  const account = accountOfDraft(store, draft);
  const limit = (account === null ? null : store.habits.get(account.id).maxBytes) ?? MOST_BYTES;
  const size = store.draftFiles.ofDraft(draft.id).reduce((sum, file) => sum + onTheWire(file.size), onTheWire(more));
  return size > limit ? messageTooLarge(size, limit) : null;
}

/** Base64 in lines of 76 signs and their ends (RFC 2045 6.8), and the part's own header. */
const onTheWire = (bytes: number): number => Math.ceil((Math.ceil(bytes / 3) * 4 * 78) / 76) + 500;

/** RFC 2392 and 2045: what may stand in a header and in a `cid:` without quoting. */
const CONTENT_ID = /^[\w.+-]+(?:@[\w.-]+)?$/;

/** A type without parameters; what does not look like one, or would be a mail of its own, is just bytes. */
export const plainType = (contentType: string): string => {
  const [type = ''] = contentType.trim().toLowerCase().split(';');
  return /^(?!message\/|multipart\/)[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/.test(type.trim())
    ? type.trim()
    : 'application/octet-stream';
};
