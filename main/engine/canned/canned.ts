// Saved replies as commands: list, save, remove and bring back, fill one in for a conversation, and its files. Templates, values and
// finding are domain/canned; what is known of a conversation is handed in.
import type { CannedFile, CannedReply, FilledReply } from '../../contract/canned.ts';
import { CANNED_FILES_MAX_BYTES, CANNED_FILES_MOST } from '../../contract/canned.ts';
import type { CommandArgs } from '../../contract/commands.ts';
import type { DraftFile } from '../../contract/drafts.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { ConversationId } from '../../contract/views.ts';
import type { CannedFacts } from '../../domain/canned/facts.ts';
import { chooseVariant, fillTemplate } from '../../domain/canned/fill.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { safeFileName } from '../../domain/conversation/file-name.ts';
import { DAY_MS } from '../../domain/instant.ts';
import type { Clock } from '../ports/ports.ts';
import type { SettingsDesk } from '../settings/settings.ts';
import type { CannedDraft } from '../store/canned-table.ts';
import type { Store } from '../store/store.ts';
import { STARTER_SET } from './starter-set.ts';

export type CannedDesk = {
  readonly list: () => Result<readonly CannedReply[]>;
  /** Fails with already-exists for a code that another reply has, not-found for an id that is gone. */
  readonly save: (draft: CommandArgs<'canned.save'>) => Result<CannedReply>;
  readonly remove: (args: CommandArgs<'canned.remove'>) => Result<null>;
  readonly bringBack: (args: CommandArgs<'canned.bringBack'>) => Result<CannedReply>;
  /** Fails with not-found for an unknown reply or conversation. */
  readonly fill: (args: CommandArgs<'canned.fill'>) => Result<FilledReply>;
  readonly addFile: (args: CommandArgs<'canned.addFile'>) => Result<CannedFile>;
  readonly removeFile: (args: CommandArgs<'canned.removeFile'>) => Result<null>;
  readonly attach: (args: CommandArgs<'canned.attach'>) => Result<readonly DraftFile[]>;
};

export type CannedDeps = {
  readonly store: Pick<Store, 'canned' | 'cannedFiles' | 'drafts' | 'draftFiles' | 'settings' | 'transaction'>;
  readonly settings: Pick<SettingsDesk, 'get' | 'officeHours'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Of a conversation, or of a mail of its own, to its customer or to somebody else. Null: no such conversation. */
  readonly factsFor: (conversation: ConversationId | null, to: Address | null) => CannedFacts | null;
  /** What there is of saved replies is another. */
  readonly onChanged: () => void;
};

/** Stands in the settings once the starter set was put in, so that replies that the owner threw away stay away. */
const STARTER_KEY = 'starter-canned';
/** Long enough to think better of it; then its words are gone from the file too. */
const SET_ASIDE_MS = DAY_MS;

export function createCanned({ store, settings, clock, factsFor, onChanged }: CannedDeps): CannedDesk {
  putStarterSetIn(store);
  store.canned.removeSetAside(clock.now() - SET_ASIDE_MS);
  const changed = <T>(result: Result<T>): Result<T> => {
    if (result.ok) onChanged();
    return result;
  };
  return {
    list: () => ok(store.canned.list()),
    save: (given) => {
      const draft = cleaned(given);
      if (Object.keys(draft.texts).length === 0) {
        return failed('invalid-argument', 'user', 'a canned reply needs a text in at least one language');
      }
      return changed(
        store.transaction((): Result<CannedReply> => {
          const taken = store.canned.findByCode(draft.code);
          if (taken !== null && taken.id !== given.id) {
            return failed('already-exists', 'user', `code ${draft.code} is taken`, { what: `/${draft.code}` });
          }
          if (given.id === null) return kept(store.canned.get(store.canned.add(draft)));
          if (store.canned.get(given.id) === null) return GONE;
          store.canned.update(given.id, draft);
          return kept(store.canned.get(given.id));
        }),
      );
    },
    remove: ({ id }) => changed(store.canned.setAside(id, clock.now()) ? ok(null) : GONE),
    bringBack: ({ id }) =>
      changed(
        store.transaction(() => {
          const code = store.canned.codeSetAside(id);
          if (code === null) return GONE;
          store.canned.bringBack(id, freeCode(store, code));
          return kept(store.canned.get(id));
        }),
      ),
    fill: ({ id, conversation, to = null, answers, language = null }) => {
      const reply = store.canned.get(id);
      if (reply === null) return GONE;
      const facts = factsFor(conversation, to);
      if (facts === null) return failed('not-found', 'never', `conversation ${conversation}`);
      const variant = chooseVariant(reply.texts, language ?? facts.language);
      if (variant === null) return GONE;
      const now = clock.now();
      const desk = { me: settings.get().me, now, openTime: settings.officeHours(now) };
      return ok({ ...fillTemplate(variant, facts, desk, answers), language: variant.language });
    },
    addFile: ({ id, fileName, contentType, bytes }) => {
      const reply = store.canned.get(id);
      if (reply === null) return GONE;
      const size = reply.files.reduce((sum, file) => sum + file.size, bytes.byteLength);
      if (size > CANNED_FILES_MAX_BYTES) {
        const values = { size: megabytes(size), limit: megabytes(CANNED_FILES_MAX_BYTES) };
        return failed('message-too-large', 'user', `${size} bytes of files`, values);
      }
      if (reply.files.length >= CANNED_FILES_MOST) return failed('not-possible-now', 'user', 'too many files');
      const file = { fileName: safeFileName(fileName), contentType, bytes };
      return changed(ok(store.transaction(() => store.cannedFiles.add(id, file))));
    },
    removeFile: ({ file }) => changed(store.cannedFiles.remove(file) ? ok(null) : GONE),
    attach: ({ id, draft }) =>
      store.transaction((): Result<readonly DraftFile[]> => {
        if (store.canned.get(id) === null) return GONE;
        if (store.drafts.get(draft) === null) return failed('not-found', 'never', `draft ${draft}`);
        store.cannedFiles.copyToDraft(id, draft);
        // Its copy on the server is an older one from now on.
        store.drafts.touch(draft, clock.now());
        return ok(store.draftFiles.ofDraft(draft));
      }),
  };
}

const GONE = failed('not-found', 'never', 'canned reply');

const kept = (reply: CannedReply | null): Result<CannedReply> => (reply === null ? GONE : ok(reply));

/** As smtp-refusal.ts tells sizes. */
const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_000_000));

/** That code, or with a number behind it where another reply has it. */
export function freeCode({ canned }: Pick<Store, 'canned'>, code: string): string {
  let free = code;
  for (let nr = 2; canned.findByCode(free) !== null; nr += 1) free = `${code}-${nr}`;
  return free;
}

function putStarterSetIn(store: CannedDeps['store']): void {
  store.transaction(() => {
    if (store.settings.all().has(STARTER_KEY)) return;
    for (const draft of STARTER_SET) if (store.canned.findByCode(draft.code) === null) store.canned.add(draft);
    store.settings.put(STARTER_KEY, 1);
  });
}

/** Codes are typed in any case; a language left empty is none. */
export function cleaned({ code, title, tags, texts }: Omit<CommandArgs<'canned.save'>, 'id'>): CannedDraft {
  const written = (['nl', 'en', 'fr'] as const).flatMap((language) => {
    const text = texts[language];
    return text === undefined || text.trim() === '' ? [] : [[language, text] as const];
  });
  const words = tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  return {
    code: code.toLowerCase(),
    title: title.trim(),
    tags: [...new Set(words)],
    texts: Object.fromEntries(written),
  };
}
