// Whether an acknowledgement is called for as things stand on the desk: nobody answered, it is fresh, the person had none today, and
// there is no flood. What the mail itself says is sender-guard.ts.
import { HOUR_MS, SECOND_MS, type Instant } from '../instant.ts';
import type { Refusal } from './refusal.ts';
import type { AckSituation } from './texts.ts';

export type DeskToAcknowledge = {
  readonly now: Instant;
  /** When the server took the message in. */
  readonly receivedAt: Instant;
  /** When its account was added: what lay there already is no news. */
  readonly accountSince: Instant;
  readonly situation: AckSituation;
  /** Its account sends: connected, not paused, and not one that is kept by hand. */
  readonly isAccountOn: boolean;
  /** In Spam, or in Trash. */
  readonly isThrownAway: boolean;
  /** It is ours to answer, and this message asks for it. */
  readonly isWaiting: boolean;
  /** Done, or answered by a person of ours after it came. */
  readonly isAnswered: boolean;
  /** A person of ours wrote in this conversation before. */
  readonly isInConversation: boolean;
  /** The last one to this person, or that would have gone to him. */
  readonly lastToPerson: Instant | null;
  readonly inLastHour: number;
  readonly perHour: number;
};

/** A first sync, a long sleep, a train without network: what came before is not news, and no acknowledgement is due. */
export const FRESH_MS = 2 * HOUR_MS;
export const ONE_PER_MS = 24 * HOUR_MS;
export const CEILING_MS = HOUR_MS;

export function deskRefusal(desk: DeskToAcknowledge): Refusal | null {
  // Servers tell whole seconds.
  const isFromBefore = desk.receivedAt + SECOND_MS <= desk.accountSince;
  if (isFromBefore || desk.now - desk.receivedAt > FRESH_MS) return 'too-old';
  if (!desk.isAccountOn) return 'account-off';
  if (desk.isThrownAway) return 'spam';
  if (desk.isAnswered) return 'answered';
  if (!desk.isWaiting) return 'needs-no-answer';
  // Between people who are writing to one another a machine only disturbs; save to say that nobody is there.
  if (desk.isInConversation && desk.situation !== 'away') return 'in-conversation';
  // A clock that was set back does not begin the day anew.
  if (desk.lastToPerson !== null && desk.now - desk.lastToPerson < ONE_PER_MS) return 'person-today';
  return desk.inLastHour >= desk.perHour ? 'ceiling' : null;
}
