// The commands about what is thrown away. What that does to its place in the queue and on the server is engine/conversations, for it
// is a decision like any other; when it goes for good is empty-trash.ts.
import { failed, ok } from '../../contract/errors.ts';
import { TRASH_DAYS } from '../../contract/trash.ts';
import { DAY_MS } from '../../domain/instant.ts';
import { undeleted } from '../../domain/queue/arrival.ts';
import { isDeleted } from '../../domain/queue/decisions.ts';
import type { Conversations } from '../conversations/conversations.ts';
import { asDeleted } from '../conversations/decide.ts';
import type { Handlers } from '../host/engine.ts';
import type { Clock } from '../ports/ports.ts';
import type { Queue } from '../queue/queue.ts';
import type { Store } from '../store/store.ts';

export type TrashDeps = {
  readonly store: Pick<Store, 'queue' | 'trash'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly decide: Conversations['decide'];
  readonly queue: Pick<Queue, 'item'>;
};

export type Trash = {
  readonly handlers: Pick<Handlers, 'conversation.delete' | 'conversation.undelete' | 'trash.list'>;
};

export function createTrash({ store, clock, decide, queue }: TrashDeps): Trash {
  return {
    handlers: {
      'conversation.delete': ({ id }) =>
        decide(id, (conversation) =>
          // Something would leave for a customer that the owner believes gone.
          store.queue.openDelivery(id) !== null
            ? failed('answer-waiting', 'user', `conversation ${id}`)
            : ok(asDeleted(conversation, clock.now())),
        ),
      'conversation.undelete': ({ id }) =>
        decide(id, ({ decisions }) => ok(isDeleted(decisions) ? undeleted(decisions) : decisions)),
      'trash.list': ({ offset, limit }) =>
        ok({
          trashed: store.trash.page(limit, offset).flatMap(({ id, deletedAt }) => {
            const item = queue.item(id);
            return item === null
              ? []
              : [{ item, deletedAt, goneAt: Math.max(deletedAt + TRASH_DAYS * DAY_MS, clock.now()) }];
          }),
          total: store.trash.count(),
        }),
    },
  };
}
