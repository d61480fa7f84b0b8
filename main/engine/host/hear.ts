// Which room hears of what happened in another.
import type { EngineEvent } from '../../contract/events.ts';
import type { Acknowledgements } from '../acknowledgements/acknowledgements.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Queue } from '../queue/queue.ts';
import type { Reclock } from '../queue/reclock.ts';
import type { Reminders } from '../reminders/reminders.ts';
import type { Upkeep } from '../upkeep/upkeep.ts';

/** Rooms that move when something happened elsewhere. */
type Listening = {
  readonly queue: Queue;
  readonly outbox: Outbox;
  readonly reminders: Reminders;
  readonly reclock: Reclock;
  readonly upkeep: Upkeep;
  readonly acknowledgements: Acknowledgements;
};

export function hear(
  { queue, outbox, reminders, reclock, upkeep, acknowledgements }: Listening,
  event: EngineEvent,
): void {
  queue.hear(event);
  reminders.hear(event);
  reclock.hear(event);
  upkeep.hear(event);
  acknowledgements.hear(event);
  if (event.kind === 'message-stored') outbox.messageStored(event.message);
  if (event.kind === 'account-state') outbox.accountState(event.account, event.state);
}
