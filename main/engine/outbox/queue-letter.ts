// Puts a letter in the outbox: composed once, stored as a message of its conversation, and its draft held until nothing of it can be
// taken back any more. All in one transaction: what is in the outbox is no longer open among the drafts, and the other way round.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { DraftId } from '../../contract/drafts.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ConversationId, DeliveryId } from '../../contract/views.ts';
import { openPlaceholders } from '../../domain/canned/template.ts';
import { SECOND_MS, type Instant } from '../../domain/instant.ts';
import { countCannedUse } from '../canned/canned-use.ts';
import type { FileToCompose } from '../channels/email/compose.ts';
import { messageTooLarge } from '../channels/email/smtp-refusal.ts';
import type { Ingest } from '../ingest/arrived.ts';
import type { Ports } from '../ports/ports.ts';
import type { DraftRow, DraftWords } from '../store/draft-table.ts';
import type { Store } from '../store/store.ts';
import { prepareLetter, type PreparedLetter } from './prepare-letter.ts';

export type QueueLetterDeps = {
  readonly store: Store;
  readonly ports: Pick<Ports, 'clock' | 'random'>;
  readonly ingest: Ingest;
  readonly settle: (conversations: readonly ConversationId[]) => void;
  readonly settings: { readonly get: () => Settings };
};

/** When it leaves: after the undo time; at a moment; or now, without either. */
export type Leaving = { readonly sendAt: Instant | null; readonly now: boolean };

export type QueueLetter = {
  /** A draft as it was saved last. */
  readonly draft: (id: DraftId, leaving: Leaving) => Promise<Result<DeliveryId>>;
  /** An answer in plain words, whatever else is being written in its conversation. */
  readonly plainAnswer: (
    conversation: ConversationId,
    text: string,
    leaving: Leaving,
    cannedId: number | null,
  ) => Promise<Result<DeliveryId>>;
};

export function createQueueLetter({ store, ports, ingest, settle, settings }: QueueLetterDeps): QueueLetter {
  const { clock } = ports;

  const prepare = async (
    words: Omit<DraftWords, 'savedAt' | 'canned'>,
    files: readonly FileToCompose[],
    date: Instant,
  ): Promise<Result<PreparedLetter>> => {
    const [field] = openPlaceholders(`${words.subject ?? ''}\n${words.text}`);
    if (field !== undefined) return failed('field-without-value', 'user', field, { field });
    if (saysNothing(words, files)) return failed('invalid-argument', 'user', 'an empty letter');
    const uuid = ports.random.uuid();
    const prepared = await prepareLetter(store, { ...words, files, date, uuid, settings: settings.get() });
    if (!prepared.ok) return prepared;
    const { account, raw } = prepared.value;
    const { maxBytes } = store.habits.get(account.id);
    return maxBytes !== null && raw.byteLength > maxBytes
      ? { ok: false, error: messageTooLarge(raw.byteLength, maxBytes) }
      : prepared;
  };

  /** As part of the caller's transaction. */
  const put = (
    { account, mail, messageId, sender, recipients, raw }: PreparedLetter,
    {
      kind,
      conversation: about,
      message,
      text,
      canned,
    }: Pick<DraftWords, 'kind' | 'conversation' | 'message' | 'text' | 'canned'>,
    { sendAt, now: isNow }: Leaving,
    now: Instant,
  ): DeliveryId => {
    // What is passed on, and what is new, begins a conversation of its own: the customer still waits for his answer.
    const answered = kind === 'answer' ? about : null;
    const decisionsBefore = answered === null ? null : (store.conversations.get(answered)?.decisions ?? null);
    const soonest = now + (isNow ? 0 : settings.get().undoSeconds * SECOND_MS);
    const leavesAt = Math.max(soonest, sendAt ?? 0);
    const { rows } = ingest([
      {
        account: account.id,
        channel: 'email',
        direction: 'out',
        at: now,
        size: raw.byteLength,
        mail,
        place: null,
        ...(answered === null ? {} : { conversation: answered }),
      },
    ]);
    const messageRow = rows[0];
    const conversation = messageRow === undefined ? undefined : store.messages.get(messageRow)?.conversation;
    if (messageRow === undefined || conversation === undefined) throw new Error('our own message was not stored');
    countCannedUse(store, canned, answered, now);
    const delivery = store.deliveries.add({
      conversation,
      account: account.id,
      messageRow,
      messageId,
      subject: mail.subject,
      sender,
      recipients,
      raw,
      text,
      leavesAt,
      decisionsBefore,
      passesOn: kind === 'forward' ? message : null,
      createdAt: now,
      sendAt: sendAt !== null && sendAt > soonest ? sendAt : null,
      undoUntil: leavesAt > now ? leavesAt : null,
    });
    // The watch over an answer that leaves later begins later.
    if (sendAt !== null) settle([conversation]);
    return delivery;
  };

  const draft: QueueLetter['draft'] = async (id, leaving) => {
    const row = openDraft(store, id);
    if (!row.ok) return row;
    const now = clock.now();
    const prepared = await prepare(row.value, filesOf(store, id), Math.max(now, leaving.sendAt ?? 0));
    if (!prepared.ok) return prepared;
    const queued = store.transaction(() => {
      store.drafts.lock(id);
      const still = openDraft(store, id);
      if (!still.ok) return still;
      if (!isSame(still.value, row.value)) return ok(null);
      const delivery = put(prepared.value, row.value, leaving, now);
      store.drafts.setDelivery(id, delivery);
      return ok(delivery);
    });
    if (!queued.ok) return queued;
    // Written on while it was composed: that is what is sent.
    return queued.value === null ? draft(id, leaving) : ok(queued.value);
  };

  return {
    draft,
    plainAnswer: async (conversation, text, leaving, cannedId) => {
      const now = clock.now();
      const words = { ...plainWords(conversation, text), canned: cannedId === null ? [] : [cannedId], savedAt: now };
      const prepared = await prepare(words, [], Math.max(now, leaving.sendAt ?? 0));
      if (!prepared.ok) return prepared;
      return ok(
        store.transaction(() => {
          const open = store.drafts.answerIn(conversation);
          if (open !== null && isTheSamePlainly(store, open, text)) store.drafts.remove(open.id);
          const delivery = put(prepared.value, words, leaving, now);
          store.drafts.add(words, { delivery });
          return delivery;
        }),
      );
    },
  };
}

/** An answer that is addressed and called by itself. */
export const plainWords = (conversation: ConversationId, text: string): Omit<DraftWords, 'savedAt' | 'canned'> => ({
  kind: 'answer',
  conversation,
  message: null,
  account: null,
  sender: null,
  recipients: null,
  subject: null,
  text,
  html: null,
});

function openDraft({ drafts }: Pick<Store, 'drafts'>, id: DraftId): Result<DraftRow> {
  const row = drafts.get(id);
  if (row === null || row.discardedAt !== null) return failed('not-found', 'never', `draft ${id}`);
  return row.delivery === null ? ok(row) : failed('not-possible-now', 'never', 'it is in the outbox already');
}

export const filesOf = ({ draftFiles }: Pick<Store, 'draftFiles'>, draft: DraftId): readonly FileToCompose[] =>
  draftFiles.ofDraft(draft).map(({ id, fileName, contentType, contentId }) => {
    const content = draftFiles.content(id);
    if (content === null) throw new Error(`file ${id} of draft ${draft} has no content`);
    return { fileName, contentType, contentId, content };
  });

/** Nothing was written on it, and no file came or went: each of these is a new moment of saving, or new words. */
const isSame = (one: DraftRow, other: DraftRow): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was typed is what was sent, or plain words that make place for it; nothing that was made with more care. */
function isTheSamePlainly({ draftFiles }: Pick<Store, 'draftFiles'>, open: DraftRow, text: string): boolean {
  if (draftFiles.ofDraft(open.id).length > 0) return false;
  const isPlain = open.html === null && open.recipients === null && open.subject === null && open.sender === null;
  return isPlain || open.text.trim() === text.trim();
}

/** What is passed on says enough by itself, and so does a file or a subject. */
const saysNothing = (
  { kind, text, html, subject }: Pick<DraftWords, 'kind' | 'text' | 'html' | 'subject'>,
  files: readonly FileToCompose[],
): boolean =>
  kind !== 'forward' &&
  text.trim() === '' &&
  // A picture that was taken out of the words again says nothing.
  files.every(({ contentId }) => contentId !== null) &&
  (html === null || !/<img\b/.test(html)) &&
  (kind === 'answer' || (subject ?? '').trim() === '');
