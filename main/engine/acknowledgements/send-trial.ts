// One acknowledgement to the owner himself, in the words he is writing, so that he sees it as a customer would.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import type { DeliveryView } from '../../contract/views.ts';
import { exampleAcknowledgement, type ExampleWish } from '../../domain/acknowledgement/example.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { connectedAccounts } from '../channels/manual/manual-account.ts';
import { deliveryView } from '../outbox/delivery-view.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { composeAcknowledgement } from './compose.ts';
import type { QueueLetter } from './queue-letter.ts';

export type TrialDeps = {
  readonly store: Store;
  readonly ports: Pick<Ports, 'clock' | 'random'>;
  readonly settings: { readonly get: () => Settings; readonly officeHours: (now: Instant) => OpenTime };
  readonly queueLetter: QueueLetter;
  /** Something was put in the outbox. */
  readonly look: () => void;
};

/** Fails with field-without-value where the words cannot go out as they are, not-possible-now without an account. */
export async function sendTrial(deps: TrialDeps, wish: ExampleWish): Promise<Result<DeliveryView>> {
  const { store, ports, settings } = deps;
  const account = connectedAccounts(store).find(({ detachedAt }) => detachedAt === null);
  if (account === undefined) return failed('not-possible-now', 'user', 'no account to send from');
  const now = ports.clock.now();
  const { acknowledgements, targets, me } = settings.get();
  const { firstMinutes } = targets[wish.channel];
  const openTime = settings.officeHours(now);
  const example = exampleAcknowledgement(acknowledgements.texts, wish, firstMinutes, me, now, openTime);
  const [field] = example.missing;
  if (field !== undefined) return failed('field-without-value', 'user', field, { field });
  const owner = { name: account.name, address: account.email };
  const composed = await composeAcknowledgement({
    from: owner,
    to: owner,
    text: example.text,
    subject: example.asked,
    language: wish.language,
    answers: null,
    now,
    uuid: ports.random.uuid(),
    settings: settings.get(),
  });
  if (composed === null) return failed('sender-refused', 'user', `not an address: ${account.email}`);
  const row = store.transaction(() =>
    deps.queueLetter({ account: account.id, conversation: null, text: example.text, composed }),
  );
  deps.look();
  return ok(deliveryView(row));
}
