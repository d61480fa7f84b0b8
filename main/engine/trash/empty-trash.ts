// What was thrown away a month ago goes for good from this computer: words, files, drafts and promises. What the server still has of
// it follows the server's own rules, and is not fetched again. In slices, so that nobody waits.
import type { EngineEvent } from '../../contract/events.ts';
import { TRASH_DAYS } from '../../contract/trash.ts';
import type { ConversationId } from '../../contract/views.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import type { Clock, Logger, Random, Timers } from '../ports/ports.ts';
import type { Settle } from '../queue/settle.ts';
import type { Store } from '../store/store.ts';

export type EmptyTrashDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Logger;
  readonly emit: (event: EngineEvent) => void;
  readonly settle: Settle;
  /** Whoever is known by that mail alone is known no more. */
  readonly peopleWent: () => void;
};

const SLICE = 20;

export function createEmptyTrash(deps: EmptyTrashDeps): () => Promise<void> {
  const { store, clock, timers, log } = deps;
  return async () => {
    const before = clock.now() - TRASH_DAYS * DAY_MS;
    if (store.trash.before(before, 1).length === 0) return;
    // Let go of, a page keeps its letters until it is used again.
    store.erasures.overwriteDeleted(true);
    let removed = 0;
    for (let slice = removeSlice(deps, before); slice > 0; slice = removeSlice(deps, before)) {
      removed += slice;
      await new Promise<void>((resolve) => void timers.after(0, resolve));
    }
    store.contactMerges.forgetStrangers();
    deps.peopleWent();
    store.upkeep.purgeIndex();
    store.upkeep.emptyLog();
    store.erasures.overwriteDeleted(false);
    log('info', 'trash', { conversations: removed });
  };
}

function removeSlice({ store, random, emit, settle }: EmptyTrashDeps, before: Instant): number {
  const newKey = (): string => random.uuid() + random.uuid();
  const conversations = store.transaction((): readonly ConversationId[] => {
    const ids = store.trash.before(before, SLICE);
    for (const id of ids) {
      for (const message of store.messages.ofConversation(id)) store.erasures.eraseMessage(message.id, newKey);
      store.conversations.remove(id);
    }
    settle(ids);
    return ids;
  });
  if (conversations.length > 0) emit({ kind: 'conversations-changed', conversations });
  return conversations.length;
}
