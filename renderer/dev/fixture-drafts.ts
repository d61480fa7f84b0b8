// What is being written at the fixture desk: kept until the page is left, as the engine would keep it.
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import type { DraftFile, DraftRow, DraftView } from '../../main/contract/drafts.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { DeliveryView, QueueItem } from '../../main/contract/views.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

type DraftCommand = Extract<CommandName, `draft.${string}`>;
type Handlers = {
  readonly [Name in DraftCommand]: (args: CommandArgs<Name>) => Result<CommandValue<Name>>;
};

type Deps = {
  readonly items: () => readonly QueueItem[];
  /** As the outbox would: under the undo time, or at that moment. */
  readonly send: (draft: DraftView, sendAt: number | null) => DeliveryView;
  readonly tell: () => void;
};

export function createFixtureDrafts({ items, send, tell }: Deps) {
  const drafts = new Map<number, DraftView>();
  const gone = new Map<number, DraftView>();
  const sent = new Map<number, DraftView>();
  const contents = new Map<number, Uint8Array<ArrayBuffer>>();
  let last = 0;
  let lastFile = 0;

  const answerIn = (conversation: number): DraftView | null =>
    [...drafts.values()].find((draft) => draft.kind === 'answer' && draft.conversation === conversation) ?? null;
  const of = (id: number): Result<DraftView> => {
    const draft = drafts.get(id);
    return draft === undefined ? failed('not-found', 'never', `draft ${id}`) : ok(draft);
  };
  const keep = (draft: DraftView): Result<DraftView> => {
    drafts.set(draft.id, draft);
    tell();
    return ok(draft);
  };
  const begun = (part: Partial<DraftView>): DraftView => {
    last += 1;
    return {
      id: last,
      kind: 'new',
      conversation: null,
      message: null,
      account: 'claes',
      sender: null,
      recipients: { to: [], cc: [], bcc: [] },
      subject: '',
      text: '',
      html: null,
      files: [],
      canned: [],
      savedAt: FIXTURE_NOW,
      ...part,
    };
  };
  const changeFiles = (draft: DraftView, files: readonly DraftFile[]) => keep({ ...draft, files });
  const ofFile = (file: number): DraftView | undefined =>
    [...drafts.values()].find(({ files }) => files.some(({ id }) => id === file));

  const handlers: Handlers = {
    'draft.list': () =>
      ok(
        [...drafts.values()]
          .filter(isSomething)
          .map((draft) => row(draft, items()))
          .toReversed(),
      ),
    'draft.get': ({ id }) => of(id),
    'draft.save': ({ id, ...words }) => {
      const known = id === null ? (words.conversation === null ? null : answerIn(words.conversation)) : drafts.get(id);
      if (known === undefined) return failed('not-found', 'never', `draft ${id}`);
      const draft = { ...(known ?? begun({})), ...words };
      const isNothing = words.text.trim() === '' && words.sender === null && words.recipients === null;
      if (draft.kind !== 'answer' || !isNothing || draft.files.length > 0) return keep(draft);
      drafts.delete(draft.id);
      return ok(null);
    },
    'draft.begin': (what) => {
      if (what.kind === 'new') return keep(begun({ recipients: { to: what.to, cc: [], bcc: [] } }));
      const item = items().find(({ conversation }) => conversation === Math.floor(what.message / 1_000));
      return keep(begun({ kind: 'forward', message: what.message, subject: `Fwd: ${item?.subject ?? ''}` }));
    },
    'draft.discard': ({ id }) => {
      const draft = drafts.get(id);
      if (draft === undefined) return failed('not-found', 'never', `draft ${id}`);
      gone.set(id, draft);
      drafts.delete(id);
      tell();
      return ok(null);
    },
    'draft.bringBack': ({ id }) => {
      const draft = gone.get(id);
      return draft === undefined ? failed('not-found', 'never', `draft ${id}`) : keep(draft);
    },
    'draft.addFile': ({ id, bytes, ...named }) => {
      const draft = of(id);
      if (!draft.ok) return draft;
      lastFile += 1;
      const file: DraftFile = { id: lastFile, size: bytes.length, ...named };
      contents.set(file.id, new Uint8Array(bytes));
      changeFiles(draft.value, [...draft.value.files, file]);
      return ok(file);
    },
    'draft.removeFile': ({ file }) => {
      const draft = ofFile(file);
      if (draft === undefined) return failed('not-found', 'never', `file ${file}`);
      changeFiles(
        draft,
        draft.files.filter(({ id }) => id !== file),
      );
      return ok(null);
    },
    'draft.fileContent': ({ file }) => {
      const found = ofFile(file)?.files.find(({ id }) => id === file);
      const bytes = contents.get(file);
      return found === undefined || bytes === undefined
        ? failed('not-found', 'never', `file ${file}`)
        : ok({ fileName: found.fileName, contentType: found.contentType, bytes });
    },
    'draft.send': ({ id, sendAt }) => {
      const draft = of(id);
      if (!draft.ok) return draft;
      const delivery = send(draft.value, sendAt);
      drafts.delete(id);
      sent.set(delivery.id, draft.value);
      tell();
      return ok(delivery);
    },
  };
  return {
    handlers,
    answerIn,
    begun,
    /** It was given by another way. */
    drop: (conversation: number): void => {
      const draft = answerIn(conversation);
      if (draft !== null) drafts.delete(draft.id);
    },
    /** As it stood before it left. */
    takeBack: (delivery: number, conversation: number, text: string): DraftView => {
      const draft =
        sent.get(delivery) ?? begun({ kind: 'answer', conversation, recipients: null, subject: null, text });
      keep(draft);
      return draft;
    },
  };
}

const isSomething = ({ text, files, recipients, subject }: DraftView): boolean =>
  text.trim() !== '' || files.length > 0 || (subject ?? '') !== '' || (recipients?.to.length ?? 0) > 0;

function row(draft: DraftView, items: readonly QueueItem[]): DraftRow {
  const item = items.find(({ conversation }) => conversation === draft.conversation);
  const named = draft.recipients?.to.map(({ name, address }) => (name === '' ? address : name)).join(', ') ?? '';
  const { id, kind, conversation, savedAt } = draft;
  return {
    id,
    kind,
    conversation,
    savedAt,
    subject: draft.subject ?? item?.subject ?? null,
    who: named === '' ? (item?.who ?? '') : named,
    preview: draft.text.replaceAll('\n', ' ').slice(0, 120),
  };
}
