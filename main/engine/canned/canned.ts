// Canned replies as commands: list, save, remove, and fill one in for a conversation. Templates, values and finding are
// domain/canned; what is known of a conversation is handed in.
import type { CommandArgs } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { CannedReply, ConversationId, FilledReply } from '../../contract/views.ts';
import type { CannedFacts } from '../../domain/canned/facts.ts';
import { chooseVariant, fillTemplate } from '../../domain/canned/fill.ts';
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
  /** Fails with not-found for an unknown reply or conversation. */
  readonly fill: (args: CommandArgs<'canned.fill'>) => Result<FilledReply>;
};

export type CannedDeps = {
  readonly store: Pick<Store, 'canned' | 'settings' | 'transaction'>;
  readonly settings: Pick<SettingsDesk, 'get' | 'officeHours'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Null: no such conversation. */
  readonly factsFor: (conversation: ConversationId) => CannedFacts | null;
};

/** Stands in the settings once the starter set was put in, so that replies that the owner threw away stay away. */
const STARTER_KEY = 'starter-canned';

export function createCanned({ store, settings, clock, factsFor }: CannedDeps): CannedDesk {
  putStarterSetIn(store);
  return {
    list: () => ok(store.canned.list()),
    save: (given) => {
      const draft = cleaned(given);
      if (Object.keys(draft.texts).length === 0) {
        return failed('invalid-argument', 'user', 'a canned reply needs a text in at least one language');
      }
      return store.transaction((): Result<CannedReply> => {
        const taken = store.canned.findByCode(draft.code);
        if (taken !== null && taken.id !== given.id) {
          return failed('already-exists', 'user', `code ${draft.code} is taken`, { what: `/${draft.code}` });
        }
        if (given.id === null) return kept(store.canned.get(store.canned.add(draft)));
        if (store.canned.get(given.id) === null) return GONE;
        store.canned.update(given.id, draft);
        return kept(store.canned.get(given.id));
      });
    },
    remove: ({ id }) => (store.canned.remove(id) ? ok(null) : GONE),
    fill: ({ id, conversation, answers }) => {
      const reply = store.canned.get(id);
      if (reply === null) return GONE;
      const facts = factsFor(conversation);
      if (facts === null) return failed('not-found', 'never', `conversation ${conversation}`);
      const variant = chooseVariant(reply.texts, facts.language);
      if (variant === null) return GONE;
      const now = clock.now();
      const desk = { me: settings.get().me, now, openTime: settings.officeHours(now) };
      return ok(fillTemplate(variant, facts, desk, answers));
    },
  };
}

const GONE = failed('not-found', 'never', 'canned reply');

const kept = (reply: CannedReply | null): Result<CannedReply> => (reply === null ? GONE : ok(reply));

function putStarterSetIn(store: CannedDeps['store']): void {
  store.transaction(() => {
    if (store.settings.all().has(STARTER_KEY)) return;
    for (const draft of STARTER_SET) if (store.canned.findByCode(draft.code) === null) store.canned.add(draft);
    store.settings.put(STARTER_KEY, 1);
  });
}

/** Codes are typed in any case; a language left empty is none. */
function cleaned({ code, title, tags, texts }: CommandArgs<'canned.save'>): CannedDraft {
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
