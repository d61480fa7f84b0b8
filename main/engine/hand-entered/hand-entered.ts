// The note.* commands: what the owner writes down himself becomes a conversation like any other, through the very ingest of mail. He
// may add to it, mend it and take it back. Who it is about is reach.ts; the message is note-message.ts.
import type { CommandArgs } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { StoredNotes, TakenNote, TakenNotes } from '../../contract/hand-entered.ts';
import { wordlessNote } from '../../contract/text/hand-entered-words.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { openPlaceholders } from '../../domain/canned/template.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import { addressOf } from '../../domain/contact/way.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import { countCannedUse } from '../canned/canned-use.ts';
import { isNote, openNotes } from '../channels/manual/manual-account.ts';
import type { NotePromises } from '../commitments/note-promises.ts';
import type { Handlers } from '../host/engine.ts';
import type { Ingest } from '../ingest/arrived.ts';
import type { Clock, Random } from '../ports/ports.ts';
import type { Settle } from '../queue/settle.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { changeNote } from './change-note.ts';
import { knownPeople, type FindCards } from './known-people.ts';
import { noteKindOf, noteMessage, type Note } from './note-message.ts';
import { customerAddress, waysFrom } from './reach.ts';

export type HandEnteredDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ingest: Ingest;
  /** An answer that is mended is read again. */
  readonly notePromises: NotePromises;
  readonly settle: Settle;
  readonly emit: (event: EngineEvent) => void;
  readonly language: () => UiLanguage;
  /** By which the owner signs. */
  readonly ownName: () => string;
  /** Where a number without a country is dialled. */
  readonly home: () => HomeCountry;
  /** Left out where there are no cards to look in. */
  readonly findCards?: FindCards | undefined;
};

type NoteCommand =
  | 'note.begin'
  | 'note.add'
  | 'note.append'
  | 'note.change'
  | 'note.remove'
  | 'note.putBack'
  | 'note.people';

export type HandEntered = { readonly handlers: Pick<Handlers, NoteCommand> };

export function createHandEntered(deps: HandEnteredDeps): HandEntered {
  const { store, clock, settle, emit } = deps;

  /** Part of the caller's transaction; each in the conversation of the first where it names none. */
  const write = (notes: readonly Note[]): { conversation: ConversationId; messages: readonly MessageRowId[] } => {
    const by = { account: openNotes(store, clock.now()), ownName: deps.ownName() };
    let conversation: ConversationId | null = null;
    const messages: MessageRowId[] = [];
    for (const note of notes) {
      const placed: Note = { ...note, conversation: note.conversation ?? conversation };
      const { rows } = deps.ingest([noteMessage(placed, by, clock.now(), deps.random.uuid())]);
      const stored: MessageRow | null = rows[0] === undefined ? null : store.messages.get(rows[0]);
      if (stored === null) throw new Error('ingest answered no row for a note');
      conversation = stored.conversation;
      messages.push(stored.id);
    }
    if (conversation === null) throw new Error('nothing was written down');
    return { conversation, messages };
  };
  const decide = (id: ConversationId, by: (before: Decisions) => Decisions): void => {
    const before = store.conversations.get(id)?.decisions;
    if (before === undefined) return;
    store.conversations.decide(id, by(before));
    settle([id]);
    store.afterCommit(() => emit({ kind: 'conversations-changed', conversations: [id] }));
  };

  const add = (args: CommandArgs<'note.add'>): Result<StoredNotes> => {
    const { channel, at = null, replyBy = null, answered = null } = args;
    const text = args.text.trim();
    const ways = waysFrom(args, channel, deps.home());
    if (!ways.ok) return ways;
    const name = args.who.trim();
    const known = args.customer ?? null;
    if (text === '' || (name === '' && ways.value.length === 0 && known === null))
      return failed('invalid-argument', 'user', 'a note says who it is from, and what about');
    const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
    const reach = ways.value.map(addressOf);
    if (reach.some((address) => own.has(address)) || (known !== null && own.has(known.toLowerCase())))
      return failed('invalid-argument', 'user', 'this address is your own');
    const stored = store.transaction(() => {
      const address = known?.toLowerCase() ?? customerAddress(store, ways.value, channel, deps.random.uuid());
      const note: Note = {
        kind: 'incoming',
        channel,
        customer: { name, address },
        reach,
        text,
        at,
        conversation: null,
      };
      const reply: Note[] =
        answered === null
          ? []
          : [{ ...note, kind: 'answer', text: answered.trim() || wordlessNote(deps.language(), 'answer', channel) }];
      const written = write([note, ...reply]);
      if (replyBy !== null) decide(written.conversation, (before) => ({ ...before, replyByHand: replyBy }));
      return written;
    });
    return ok({ ...stored, before: null });
  };

  const append = (args: CommandArgs<'note.append'>): Result<StoredNotes> => {
    const { kind, channel, at = null, cannedId = null } = args;
    const conversation = store.conversations.get(args.conversation);
    if (conversation === null) return failed('not-found', 'never', `conversation ${args.conversation}`);
    const [field] = kind === 'answer' ? openPlaceholders(args.text) : [];
    if (field !== undefined) return failed('field-without-value', 'user', field, { field });
    const typed = args.text.trim();
    if (typed === '' && kind === 'remark') return failed('invalid-argument', 'user', 'an empty remark');
    const text = kind === 'remark' || typed !== '' ? typed : wordlessNote(deps.language(), kind, channel);
    const { id, customer } = conversation;
    const stored = store.transaction(() => {
      const written = write([{ kind, channel, customer, reach: [], text, at, conversation: id }]);
      const draft = kind === 'answer' ? store.drafts.answerIn(id) : null;
      if (draft !== null) store.drafts.remove(draft.id);
      if (cannedId !== null) countCannedUse(store, [cannedId], id, clock.now());
      return written;
    });
    return ok({ ...stored, before: conversation.decisions });
  };

  /** null where one of them is no note of the owner's. */
  const notesOf = (ids: readonly MessageRowId[]): readonly MessageRow[] | null => {
    const rows = ids.flatMap((id) => store.messages.get(id) ?? []).filter(isNote);
    return rows.length === new Set(ids).size && new Set(rows.map((row) => row.conversation)).size === 1 ? rows : null;
  };
  const remove = ({ messages, decisions = null }: CommandArgs<'note.remove'>): Result<TakenNotes> => {
    const rows = notesOf(messages);
    const [first] = rows ?? [];
    const before = first === undefined ? null : store.conversations.get(first.conversation);
    if (rows === null || before === null) return failed('not-found', 'user', 'no note of your own');
    const notes = rows.map((row) => taken(store, row));
    store.transaction(() => {
      for (const { id } of rows) {
        store.fullText.remove(id);
        store.messages.remove(id);
      }
      // Without messages it goes; otherwise what was decided before stands again.
      settle([before.id]);
      if (decisions !== null) decide(before.id, () => decisions);
    });
    emit({ kind: 'conversations-changed', conversations: [before.id] });
    const isGone = store.conversations.get(before.id) === null;
    return ok({ conversation: isGone ? null : before.id, decisions: before.decisions, notes });
  };

  const putBack = ({ conversation, decisions, notes }: CommandArgs<'note.putBack'>): Result<StoredNotes> => {
    const there = conversation === null ? null : store.conversations.get(conversation);
    if (conversation !== null && there === null) return failed('not-found', 'never', `conversation ${conversation}`);
    const stored = store.transaction(() => {
      const written = write(notes.map((note) => ({ ...note, customer: note.from, conversation })));
      decide(written.conversation, () => decisions);
      return written;
    });
    return ok({ ...stored, before: there?.decisions ?? null });
  };

  return {
    handlers: {
      'note.begin': () => {
        openNotes(store, clock.now());
        return ok(null);
      },
      'note.add': add,
      'note.append': append,
      'note.change': (args) => {
        const [row] = notesOf([args.message]) ?? [];
        if (row === undefined) return failed('not-found', 'user', 'no note of your own');
        const changed = store.transaction(() => changeNote(deps, row, args));
        if (changed.ok) emit({ kind: 'conversations-changed', conversations: [row.conversation] });
        return changed;
      },
      'note.remove': remove,
      'note.putBack': putBack,
      'note.people': ({ text }) => ok(knownPeople(store, deps.findCards ?? (() => []), text)),
    },
  };
}

function taken(store: Pick<Store, 'bodies' | 'messages'>, row: MessageRow): TakenNote {
  const { to, 'reply-to': replyTo } = store.messages.people(row.id);
  const kind = noteKindOf(row);
  return {
    kind,
    channel: row.channel,
    from: kind === 'incoming' ? row.from : (to[0] ?? { name: '', address: '' }),
    reach: replyTo.map(({ address }) => address),
    text: store.bodies.text(row.id),
    at: row.at,
  };
}
