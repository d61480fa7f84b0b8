// What an answer that has not left yet waits for, in one short line: for its conversation and for the outbox.
import type { TFunction } from 'i18next';
import type { AccountState, DeliveryView } from '../../main/contract/views.ts';
import type { Moments } from './moments.ts';

export function waitingWords(
  t: TFunction,
  moments: Moments,
  delivery: Pick<DeliveryView, 'leavesAt' | 'attempts' | 'nextAttemptAt' | 'error'>,
  account: AccountState['kind'] | undefined,
): string {
  if (account === 'paused' || account === 'detached') return t(`delivery.${account}`);
  const { attempts, error, nextAttemptAt } = delivery;
  if (error !== null && nextAttemptAt === null) return t('delivery.waitsForYou');
  if (attempts > 0 && nextAttemptAt !== null) return t('delivery.notYet', { when: moments.when(nextAttemptAt) });
  if (account === 'waiting') return t('delivery.queuedOffline');
  return t('delivery.queued', { when: moments.when(delivery.leavesAt) });
}
