// What the owner is writing, as he works on it: kept at each pause, listed, thrown away and brought back, with its files. Making a
// letter of it and sending that is engine/outbox; its copy among the server's drafts is server-drafts.ts.
import type { DraftId, DraftView } from '../../contract/drafts.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { CommandArgs } from '../../contract/commands.ts';
import { DAY_MS } from '../../domain/instant.ts';
import type { Handlers } from '../host/engine.ts';
import type { Clock } from '../ports/ports.ts';
import type { DraftRow, DraftWords } from '../store/draft-table.ts';
import type { Store } from '../store/store.ts';
import { createDraftFiles } from './draft-files.ts';
import { draftView, listedDraft } from './draft-view.ts';
import { beginForward, type ForwardDeps } from './forward.ts';

export type DraftsDeps = ForwardDeps & {
  readonly store: Pick<
    Store,
    | 'accounts'
    | 'attachments'
    | 'contacts'
    | 'conversations'
    | 'draftFiles'
    | 'drafts'
    | 'habits'
    | 'messages'
    | 'transaction'
    | 'afterCommit'
  >;
  readonly clock: Clock;
  readonly emit: (event: EngineEvent) => void;
};

type DraftCommand = Exclude<Extract<keyof Handlers, `draft.${string}`>, 'draft.send'>;

export type Drafts = {
  readonly handlers: Pick<Handlers, DraftCommand>;
  /** What was thrown away long ago, and what was begun and left empty, is taken out. */
  readonly start: () => void;
};

/** Long after any undo. */
const DISCARDED_KEPT_MS = DAY_MS;

export function createDrafts(deps: DraftsDeps): Drafts {
  const { store, clock } = deps;

  const tell = ({ conversation }: Pick<DraftRow, 'conversation'>): void =>
    store.afterCommit(() => {
      deps.emit({ kind: 'drafts-changed' });
      if (conversation !== null) deps.emit({ kind: 'conversations-changed', conversations: [conversation] });
    });
  /** One that can be written on. */
  const open = (id: DraftId): Result<DraftRow> => {
    const row = store.drafts.get(id);
    if (row !== null && row.discardedAt === null && row.delivery === null) return ok(row);
    return failed('not-found', 'never', `draft ${id}`);
  };
  const view = (id: DraftId): DraftView => {
    const row = store.drafts.get(id);
    if (row === null) throw new Error(`draft ${id} was just written and is not there`);
    return draftView(store, row);
  };
  const files = createDraftFiles({ store, clock, open, tell });

  const save = (asked: CommandArgs<'draft.save'>): Result<DraftView | null> => {
    if (asked.conversation !== null && store.conversations.get(asked.conversation) === null) {
      return failed('not-found', 'never', `conversation ${asked.conversation}`);
    }
    const found = asked.id === null ? ok(answerToGoOnWith(store, asked)) : open(asked.id);
    if (!found.ok) return found;
    const known = found.value;
    const words = wordsOf(store, asked, known, clock.now());
    if (
      asked.kind === 'answer' &&
      isNothing(words) &&
      (known === null || store.draftFiles.ofDraft(known.id).length === 0)
    ) {
      if (known === null) return ok(null);
      store.drafts.remove(known.id);
      deps.emit({ kind: 'drafts-changed' });
      return ok(null);
    }
    if (known === null) {
      const id = store.drafts.add(words);
      deps.emit({ kind: 'drafts-changed' });
      return ok(view(id));
    }
    store.drafts.change(known.id, words);
    deps.emit({ kind: 'drafts-changed' });
    return ok(view(known.id));
  };

  return {
    start: () => {
      const before = clock.now() - DISCARDED_KEPT_MS;
      store.drafts.removeDiscarded(before);
      for (const row of store.drafts.open())
        if (row.savedAt < before && isLeftEmpty(store, row)) store.drafts.remove(row.id);
    },
    handlers: {
      ...files,
      'draft.list': () =>
        ok(
          store.drafts
            .open()
            .filter((row) => !isLeftEmpty(store, row))
            .map((row) => listedDraft(store, row)),
        ),
      'draft.get': ({ id }) => {
        const row = open(id);
        return row.ok ? ok(draftView(store, row.value)) : row;
      },
      'draft.save': save,
      'draft.begin': async (asked) => {
        const begun = asked.kind === 'forward' ? await beginForward(deps, asked.message) : ok(beginNew(deps, asked));
        if (!begun.ok) return begun;
        deps.emit({ kind: 'drafts-changed' });
        return ok(view(begun.value));
      },
      'draft.discard': ({ id }) => {
        const row = open(id);
        if (!row.ok) return row;
        store.drafts.setDiscarded(id, clock.now());
        tell(row.value);
        return ok(null);
      },
      'draft.bringBack': ({ id }) => {
        const row = store.drafts.get(id);
        if (row === null || row.discardedAt === null) return failed('not-found', 'never', `draft ${id}`);
        const kept = store.transaction(() => bringBack(store, row));
        tell(row);
        return ok(view(kept));
      },
    },
  };
}

/** Answers under which number it is written on: that of the answer begun meanwhile, where there is one. */
export function bringBack(store: Pick<Store, 'drafts'>, row: DraftRow): DraftId {
  const since = row.kind === 'answer' && row.conversation !== null ? store.drafts.answerIn(row.conversation) : null;
  // What was there first stands first, with its people and files; what was typed since comes behind it.
  if (since !== null) store.drafts.join(row, since);
  store.drafts.setDelivery(row.id, null);
  store.drafts.setDiscarded(row.id, null);
  return row.id;
}

function beginNew(
  { store, clock }: Pick<DraftsDeps, 'store' | 'clock'>,
  { account, to }: Extract<CommandArgs<'draft.begin'>, { kind: 'new' }>,
): DraftId {
  return store.drafts.add({
    kind: 'new',
    conversation: null,
    message: null,
    account: knownAccount(store, account),
    sender: null,
    recipients: { to, cc: [], bcc: [] },
    subject: '',
    text: '',
    html: null,
    canned: [],
    savedAt: clock.now(),
  });
}

/** The first words of an answer go on with the one that is being written already: there is one a conversation. */
const answerToGoOnWith = (
  { drafts }: Pick<Store, 'drafts'>,
  { kind, conversation }: Pick<DraftWords, 'kind' | 'conversation'>,
): DraftRow | null => (kind === 'answer' && conversation !== null ? drafts.answerIn(conversation) : null);

/** A message or an account that is gone since is no reason to refuse the words. */
function wordsOf(
  store: Pick<Store, 'accounts' | 'messages'>,
  asked: CommandArgs<'draft.save'>,
  known: DraftRow | null,
  savedAt: number,
): DraftWords {
  const { id: _id, ...words } = asked;
  const message = asked.message !== null && store.messages.get(asked.message) !== null ? asked.message : null;
  // What it is, and where it stands, is settled when it begins.
  const { kind, conversation } = known ?? asked;
  return { ...words, kind, conversation, message, account: knownAccount(store, asked.account), savedAt };
}

const knownAccount = ({ accounts }: Pick<Store, 'accounts'>, id: string | null): string | null =>
  id !== null && accounts.get(id) !== null ? id : null;

const isNothing = ({ text, html, recipients, subject, sender, message }: DraftWords): boolean =>
  text.trim() === '' &&
  (html === null || !/<(?:img|hr)\b/.test(html)) &&
  recipients === null &&
  subject === null &&
  sender === null &&
  message === null;

/** A new mail that was begun, and nothing said. */
const isLeftEmpty = ({ draftFiles }: Pick<Store, 'draftFiles'>, row: DraftRow): boolean =>
  row.kind === 'new' &&
  row.text.trim() === '' &&
  (row.subject ?? '').trim() === '' &&
  (row.recipients === null || row.recipients.to.length + row.recipients.cc.length + row.recipients.bcc.length === 0) &&
  draftFiles.ofDraft(row.id).length === 0;
