// What the owner chose on a notification, carried out only when it still means what it meant to him: the conversation has no
// newer message, nobody answered it meanwhile, and what he puts off does not become late in silence. Else he must see it first.
import type { CommandArgs } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import { HOUR_MS } from '../../domain/instant.ts';
import type { Handlers } from '../host/engine.ts';
import type { Clock } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';

export type ActDeps = {
  readonly store: Pick<Store, 'conversations'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly decide: Pick<Handlers, 'conversation.snooze' | 'conversation.done'>;
};

export async function actOnReminder(
  { store, clock, decide }: ActDeps,
  { conversation: id, lastAt, act }: CommandArgs<'reminders.act'>,
): Promise<Result<null>> {
  const conversation = store.conversations.get(id);
  if (conversation === null) return failed('not-found', 'never', `conversation ${id}`);
  const isAsTold = conversation.lastAt === lastAt && conversation.decisions.doneAt === null;
  const isOurs = conversation.turn === 'ours' || conversation.followUpAt !== null;
  if (!isAsTold || !isOurs) return failed('not-possible-now', 'user', 'the conversation has changed since');
  const done =
    act === 'phoned'
      ? await decide['conversation.done']({ id, because: 'phone' })
      : // Refuses to end past the reply-by.
        await decide['conversation.snooze']({ id, until: clock.now() + HOUR_MS, replyBy: null });
  return done.ok ? ok(null) : done;
}
