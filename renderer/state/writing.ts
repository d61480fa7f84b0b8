// What the owner is writing: answers by conversation, and letters of their own. It lives here while the window is open and in the
// engine a moment later, so that neither a switch nor a crash costs a sentence.
import type { i18n } from 'i18next';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandArgs } from '../../main/contract/commands.ts';
import type { DraftFile, DraftId, DraftRow, DraftView } from '../../main/contract/drafts.ts';
import { failed, ok, type Failure, type Result } from '../../main/contract/errors.ts';
import { htmlOf } from '../../main/domain/letter/letter-html.ts';
import { letterOf } from '../../main/domain/letter/letter-text.ts';
import { background } from '../client/background.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { later, machineNow, type Later } from '../client/machine-clock.ts';
import { createComingFiles, type ComingFiles } from './coming-files.ts';
import { NOTICE_MS, type Notices } from './notices.ts';
import { goToDraft, type PlaceStore } from './place.ts';

/** Long enough not to write at every key, short enough that a power cut costs a few words. */
const SAVE_DELAY_MS = 1_500;

export type Written = Omit<DraftView, 'id' | 'savedAt'> & {
  /** null until the engine has it. */
  readonly id: DraftId | null;
  /** Rises when its words come from elsewhere than from under the owner's fingers. */
  readonly revision: number;
};
/** Of an answer 'a' and its conversation, of another letter 'd' and its own number. */
export type WritingKey = `a${number}` | `d${number}`;
export type Words = Pick<Written, 'text' | 'html'>;
export type Choice = Partial<Pick<Written, 'recipients' | 'subject' | 'sender' | 'account'>>;
export type NewFile = Omit<CommandArgs<'draft.addFile'>, 'id'>;

export type WritingState = {
  readonly written: ReadonlyMap<WritingKey, Written>;
  /** Everything that is open, for the list of it. */
  readonly rows: readonly DraftRow[];
  /** A saved reply that the owner asked for outside the letter; it is put in as soon as the letter stands there. */
  readonly wished: { readonly key: WritingKey; readonly canned: number } | null;
};
export type WritingStore = StoreApi<WritingState>;

export type Writing = {
  readonly store: WritingStore;
  readonly write: (key: WritingKey, words: Words) => void;
  /** Words from elsewhere, as a plain text: an answer that was taken back. */
  readonly putAnswer: (conversation: number, text: string) => void;
  readonly choose: (key: WritingKey, choice: Choice) => void;
  /** null: it was seen to. */
  readonly wishCanned: (wished: WritingState['wished']) => void;
  readonly rememberCanned: (key: WritingKey, cannedId: number) => void;
  /** null: there was nothing to keep. */
  readonly save: (key: WritingKey) => Promise<Result<DraftId | null>>;
  /** Its files are others, by the engine's own doing. */
  readonly reload: (key: WritingKey) => Promise<void>;
  readonly addFile: (key: WritingKey, file: NewFile) => Promise<Result<DraftFile>>;
  readonly coming: ComingFiles;
  readonly removeFile: (key: WritingKey, file: DraftFile) => Promise<void>;
  /** As the engine has it; what is newer here stays. */
  readonly know: (draft: DraftView) => WritingKey;
  readonly knowAnswer: (conversation: number, draft: DraftView | null) => void;
  readonly begin: (what: CommandArgs<'draft.begin'>) => Promise<Result<DraftView>>;
  readonly open: (id: DraftId) => Promise<Result<DraftView>>;
  /** Thrown away, with the way back in a notice. */
  readonly discard: (key: WritingKey) => Promise<void>;
  /** It has left, or never was. */
  readonly forget: (key: WritingKey) => void;
  readonly refreshRows: () => Promise<void>;
};

export const answerKey = (conversation: number): WritingKey => `a${conversation}`;
export const draftKey = (id: DraftId): WritingKey => `d${id}`;
export const keyOf = ({ kind, conversation, id }: Pick<DraftView, 'kind' | 'conversation' | 'id'>): WritingKey =>
  kind === 'answer' && conversation !== null ? answerKey(conversation) : draftKey(id);

const NOTHING: Omit<Written, 'kind' | 'conversation'> = {
  id: null,
  message: null,
  account: null,
  sender: null,
  recipients: null,
  subject: null,
  text: '',
  html: null,
  files: [],
  canned: [],
  revision: 0,
};
export const blankOf = (key: WritingKey): Written =>
  key.startsWith('a')
    ? { ...NOTHING, kind: 'answer', conversation: Number(key.slice(1)) }
    : { ...NOTHING, kind: 'new', conversation: null, id: Number(key.slice(1)) };

/** null: nothing was written there yet. */
export const writtenOf = ({ written }: WritingState, key: WritingKey): Written | null => written.get(key) ?? null;

type WritingDeps = {
  readonly client: DeskClient;
  readonly texts: i18n;
  readonly place: PlaceStore;
  readonly notices: Notices;
  readonly tellFailure: (error: Failure) => void;
};

export function createWriting({ client, texts, place, notices, tellFailure }: WritingDeps): Writing {
  const store = createStore<WritingState>(() => ({ written: new Map(), rows: [], wished: null }));
  const savers = new Map<WritingKey, Later>();
  const unsaved = new Set<WritingKey>();
  /** Answers of which is known what the engine has: one that is begun before that must not be written over it. */
  const readKeys = new Set<WritingKey>();
  /** What the engine is asked about one letter goes one after the other: its first words must not be stored twice. */
  const running = new Map<WritingKey, Promise<unknown>>();

  const current = (key: WritingKey): Written => writtenOf(store.getState(), key) ?? blankOf(key);
  const put = (key: WritingKey, part: Partial<Written>): void =>
    store.setState(({ written }) => ({ written: new Map(written).set(key, { ...current(key), ...part }) }));
  const inTurn = <T>(key: WritingKey, task: () => Promise<T>): Promise<T> => {
    const done = (running.get(key) ?? Promise.resolve()).then(task);
    running.set(key, done);
    const over = (): void => {
      if (running.get(key) === done) running.delete(key);
    };
    done.then(over, over);
    return done;
  };

  const saveNow = async (key: WritingKey): Promise<Result<DraftId | null>> => {
    const written = current(key);
    if (written.kind === 'answer' && !readKeys.has(key)) return ok(written.id);
    if (!unsaved.delete(key)) return ok(written.id);
    const { files: _files, revision: _revision, ...fields } = written;
    const saved = await client.call('draft.save', {
      ...fields,
      recipients: written.recipients === null ? null : copied(written.recipients),
      canned: [...written.canned],
    });
    if (!saved.ok) {
      // Kept on screen in any case; tried again with the next key or when the owner moves on.
      unsaved.add(key);
      // Sent or thrown away elsewhere meanwhile: what was written since is a letter of its own.
      if (saved.error.code === 'not-found' && written.kind === 'answer') put(key, { id: null, files: [] });
      return saved;
    }
    put(key, { id: saved.value?.id ?? null, files: saved.value?.files ?? [] });
    return ok(saved.value?.id ?? null);
  };
  const save = (key: WritingKey): Promise<Result<DraftId | null>> => {
    savers.get(key)?.cancel();
    return inTurn(key, () => saveNow(key));
  };
  const saveSoon = (key: WritingKey): void => {
    unsaved.add(key);
    const saver = savers.get(key) ?? later(SAVE_DELAY_MS, () => background(save(key)), 'steady');
    savers.set(key, saver);
    saver.soon();
  };

  const know = (draft: DraftView): WritingKey => {
    const key = keyOf(draft);
    const isFirst = !readKeys.has(key);
    readKeys.add(key);
    if (isFirst && unsaved.has(key) && draft.kind === 'answer') {
      join(key, draft);
      return key;
    }
    if (unsaved.has(key) || running.has(key)) return key;
    const { savedAt: _savedAt, ...fields } = draft;
    const before = current(key);
    const isSame = before.text === draft.text && before.html === draft.html;
    put(key, { ...fields, revision: isSame ? before.revision : before.revision + 1 });
    return key;
  };
  /** What was typed before its draft was read comes behind it, where the cursor would have been. */
  const join = (key: WritingKey, draft: DraftView): void => {
    const typed = current(key);
    const hasLook = draft.html !== null || typed.html !== null;
    const { savedAt: _savedAt, ...fields } = draft;
    put(key, {
      ...fields,
      text: `${draft.text}${typed.text}`,
      html: hasLook ? `${htmlFrom(draft)}${htmlFrom(typed)}` : null,
      canned: [...new Set([...draft.canned, ...typed.canned])],
      revision: typed.revision + 1,
    });
    saveSoon(key);
  };
  const forget = (key: WritingKey): void => {
    savers.get(key)?.cancel();
    unsaved.delete(key);
    put(key, { ...blankOf(key), revision: current(key).revision + 1 });
  };
  const refreshRows = async (): Promise<void> => {
    const rows = await client.call('draft.list', {});
    if (rows.ok) store.setState({ rows: rows.value });
  };
  const known = (answer: Result<DraftView>): Result<DraftView> => {
    if (answer.ok) know(answer.value);
    return answer;
  };

  return {
    store,
    coming: createComingFiles(),
    save,
    know,
    forget,
    refreshRows,
    write: (key, words) => {
      put(key, words);
      saveSoon(key);
    },
    putAnswer: (conversation, text) => {
      const key = answerKey(conversation);
      // These are all of its words.
      readKeys.add(key);
      put(key, { text, html: null, revision: current(key).revision + 1 });
      saveSoon(key);
    },
    choose: (key, choice) => {
      put(key, choice);
      const written = current(key);
      // To whom an answer would go is worth nothing without an answer.
      if (written.kind !== 'answer' || written.id !== null || written.text.trim() !== '') saveSoon(key);
    },
    wishCanned: (wished) => store.setState({ wished }),
    rememberCanned: (key, cannedId) => put(key, { canned: [...new Set([...current(key).canned, cannedId])] }),
    reload: async (key) => {
      const { id } = current(key);
      const draft = id === null ? null : await client.call('draft.get', { id });
      if (draft?.ok === true) put(key, { files: draft.value.files });
    },
    addFile: async (key, file) => {
      unsaved.add(key);
      const saved = await save(key);
      return inTurn(key, async () => {
        const { id } = current(key);
        if (!saved.ok) return saved;
        if (id === null) return failed('not-found', 'never', 'nothing to add a file to');
        const added = await client.call('draft.addFile', { ...file, id });
        if (added.ok) put(key, { files: [...current(key).files, added.value] });
        return added;
      });
    },
    removeFile: (key, file) =>
      inTurn(key, async () => {
        const removed = await client.call('draft.removeFile', { file: file.id });
        if (removed.ok) put(key, { files: current(key).files.filter(({ id }) => id !== file.id) });
        else tellFailure(removed.error);
      }),
    knowAnswer: (conversation, draft) => {
      const key = answerKey(conversation);
      if (draft !== null) {
        know(draft);
        return;
      }
      const isFirst = !readKeys.has(key);
      readKeys.add(key);
      if (isFirst && unsaved.has(key)) saveSoon(key);
      else if (!unsaved.has(key) && !running.has(key) && current(key).id !== null) forget(key);
    },
    begin: async (what) => known(await client.call('draft.begin', what)),
    open: async (id) => known(await client.call('draft.get', { id })),
    discard: async (key) => {
      await save(key);
      const { id } = current(key);
      if (id === null) {
        forget(key);
        return;
      }
      const discarded = await client.call('draft.discard', { id });
      if (!discarded.ok) {
        tellFailure(discarded.error);
        return;
      }
      forget(key);
      await refreshRows();
      notices.add({
        text: texts.t('drafts.discarded'),
        failure: null,
        until: machineNow() + NOTICE_MS,
        leaving: null,
        undo: async () => {
          const back = known(await client.call('draft.bringBack', { id }));
          if (back.ok) goToDraft(place, back.value);
          else tellFailure(back.error);
          await refreshRows();
        },
      });
    },
  };
}

const htmlFrom = ({ text, html }: Words): string => html ?? (text === '' ? '' : htmlOf(letterOf(text)));

const copied = ({ to, cc, bcc }: NonNullable<Written['recipients']>) => ({ to: [...to], cc: [...cc], bcc: [...bcc] });
