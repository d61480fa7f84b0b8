// What the owner writes down himself, and takes back with one key. The engine makes conversations of it; the window only shows them.
import type { i18n } from 'i18next';
import type { CommandArgs } from '../../main/contract/commands.ts';
import type { Failure, Result } from '../../main/contract/errors.ts';
import type { KnownPerson, StoredNotes } from '../../main/contract/hand-entered.ts';
import type { ConversationView } from '../../main/contract/views.ts';
import type { HandChannel, NoteKind } from '../../main/domain/conversation/hand-channels.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { machineNow } from '../client/machine-clock.ts';
import type { ConversationLoader } from './conversation.ts';
import { NOTICE_MS, type Notices } from './notices.ts';
import type { PlaceStore } from './place.ts';
import type { QueueLoader } from './queue.ts';
import { answerKey, writtenOf, type Writing } from './writing.ts';

export type Notes = {
  /** The desk does without mail from now on. */
  readonly begin: () => Promise<void>;
  /** Each answers why it was not kept, or null where all went well. */
  readonly add: (note: CommandArgs<'note.add'>, who: string) => Promise<Failure | null>;
  readonly append: (about: NoteSubject, kind: NoteKind, channel: HandChannel, text: string) => Promise<Failure | null>;
  readonly change: (note: CommandArgs<'note.change'>) => Promise<Failure | null>;
  readonly remove: (message: number, who: string) => Promise<void>;
  /** By which the last one came: the next one often does too. */
  readonly lastChannel: () => HandChannel;
  readonly people: (text: string) => Promise<readonly KnownPerson[]>;
};

/** The conversation that is added to. */
export type NoteSubject = { readonly conversation: number; readonly who: string };

export const subjectOf = ({ item }: Pick<ConversationView, 'item'>): NoteSubject => ({
  conversation: item.conversation,
  who: item.who,
});

type NotesDeps = {
  readonly client: DeskClient;
  readonly texts: i18n;
  readonly place: PlaceStore;
  readonly queue: QueueLoader;
  readonly conversation: ConversationLoader;
  readonly writing: Writing;
  readonly notices: Notices;
  readonly tellFailure: (error: Failure) => void;
  readonly refreshAll: () => Promise<void>;
};

export function createNotes({
  client,
  texts,
  place,
  queue,
  conversation,
  writing,
  notices,
  tellFailure,
  refreshAll,
}: NotesDeps): Notes {
  const { t } = texts;
  let lastChannel: HandChannel = 'phone';
  const refresh = async (): Promise<void> => {
    await Promise.all([queue.refresh(), conversation.refresh()]);
  };
  const tell = (text: string, undo: () => Promise<Result<unknown>>, then: () => void = () => {}): void => {
    notices.add({
      text,
      failure: null,
      until: machineNow() + NOTICE_MS,
      leaving: null,
      undo: async () => {
        const undone = await undo();
        if (undone.ok) then();
        else tellFailure(undone.error);
        await refresh();
      },
    });
  };
  const takeBack = ({ messages, before }: StoredNotes) =>
    client.call('note.remove', { messages: [...messages], decisions: before });

  return {
    begin: async () => {
      const begun = await client.call('note.begin', {});
      if (!begun.ok) tellFailure(begun.error);
      await refreshAll();
    },
    add: async (note, who) => {
      const before = place.getState().conversation;
      const stored = await client.call('note.add', note);
      if (!stored.ok) return stored.error;
      lastChannel = note.channel;
      tell(
        t('notes.kept', { who }),
        () => takeBack(stored.value),
        () => place.setState({ conversation: before }),
      );
      await queue.refresh();
      place.setState({ conversation: stored.value.conversation });
      return null;
    },
    append: async ({ conversation: id, who }, kind, channel, text) => {
      const cannedId =
        kind === 'answer' ? (writtenOf(writing.store.getState(), answerKey(id))?.canned[0] ?? null) : null;
      const stored = await client.call('note.append', { conversation: id, kind, channel, text, cannedId });
      if (!stored.ok) return stored.error;
      if (kind === 'answer') writing.forget(answerKey(id));
      tell(
        t(`notes.done.${kind}`, { who }),
        () => takeBack(stored.value),
        () => {
          // What he typed is never thrown away.
          if (kind === 'answer') writing.putAnswer(id, text);
          place.setState({ conversation: id });
        },
      );
      await refresh();
      return null;
    },
    change: async (note) => {
      const before = await client.call('note.change', note);
      if (!before.ok) return before.error;
      tell(t('notes.changed'), () => client.call('note.change', before.value));
      await refresh();
      return null;
    },
    remove: async (message, who) => {
      const taken = await client.call('note.remove', { messages: [message] });
      if (!taken.ok) {
        tellFailure(taken.error);
        return;
      }
      const { conversation: left } = taken.value;
      if (left === null) place.setState({ conversation: null, isReading: false });
      tell(t('notes.removed', { who }), async () => {
        const back = await client.call('note.putBack', taken.value);
        if (back.ok) place.setState({ conversation: back.value.conversation });
        return back;
      });
      await refresh();
    },
    lastChannel: () => lastChannel,
    people: async (text) => {
      const found = await client.call('note.people', { text });
      return found.ok ? found.value : [];
    },
  };
}
