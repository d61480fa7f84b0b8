// The outbox's one table of decisions: from what is known of a delivery and what just happened, to what is written down next. Pure.
// Acting on it is sender.ts. The rules are those of reliability-security.md ("Outbox we should have"): a message whose body may have
// left is never sent again by itself, and filing its copy never is a reason to send it again.
import type { Failure, Result } from '../../contract/errors.ts';
import { failed } from '../../contract/errors.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Instant } from '../../domain/instant.ts';
import type { Filing, SendOutcome, SentTrace } from '../channels/connector.ts';
import { refusalOf } from '../channels/email/smtp-refusal.ts';
import type { DeliveryChange, DeliveryRow, RefusedRecipient } from '../store/delivery-table.ts';

const FIRST_WAIT_MS = 30 * SECOND_MS;
const LONGEST_WAIT_MS = 30 * MINUTE_MS;
/** settings.undoSeconds goes up to a minute. */
const LONGEST_UNDO_MS = 2 * MINUTE_MS;
/** What mail servers among themselves keep trying for (RFC 5321 4.5.4.1: at least 4 to 5 days). */
const GIVE_UP_MS = 5 * DAY_MS;
/** A laptop that was shut for a fortnight has not tried for five days. */
const GIVE_UP_ATTEMPTS = 20;
/** Servers that file what was sent take up to half a minute to show it. */
const LOOKUPS_AT_MS = [0, 5 * SECOND_MS, 30 * SECOND_MS, 120 * SECOND_MS] as const;
/** When a server that files by itself is looked at; at the last of these the copy is put there by us. */
const FILING_LOOKS_AT_MS = [0, 5 * SECOND_MS, 20 * SECOND_MS, 120 * SECOND_MS] as const;
const FILING_TRIES = 100;
/** A server whose habit is not known yet may put its own copy beside ours: after this long it would have. */
const SECOND_LOOK_MS = 60 * SECOND_MS;
const SECOND_LOOK_TRIES = 5;

/** Codes that say "we cannot reach the world", not "the world says no". They never use up the five days. */
const AWAY: ReadonlySet<string> = new Set(['offline', 'host-unknown']);

/** 30 s, doubling up to half an hour; `jitter` from 0 to 1 spreads it over a fifth, so that accounts do not march in step. */
export function waitAfter(tries: number, jitter: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, Math.max(0, tries - 1)));
  return Math.round(wait * (1 + jitter / 5));
}

/** No wait of ours is this long: the machine's clock was set back, and the moment it waits for belongs to the other time. */
export function waitsForALostClock(row: DeliveryRow, now: Instant): boolean {
  if (row.nextAttemptAt === null) return false;
  if (row.attempts > 0) return row.nextAttemptAt - now > 2 * LONGEST_WAIT_MS;
  return row.sendAt === null && row.nextAttemptAt - now > LONGEST_UNDO_MS;
}

/** Whom the next attempt goes to: those who neither have it nor were refused for good. */
export function stillToReach(row: Pick<DeliveryRow, 'recipients' | 'accepted' | 'refused'>): readonly string[] {
  const settled = new Set([...row.accepted, ...row.refused.filter(isForGood).map(({ address }) => address)]);
  return row.recipients.filter((address) => !settled.has(address));
}

const isForGood = ({ reply }: RefusedRecipient): boolean => !reply.startsWith('4');

export function afterAttempt(row: DeliveryRow, outcome: SendOutcome, now: Instant, jitter: number): DeliveryChange {
  switch (outcome.kind) {
    case 'sent':
      return afterSent(row, outcome, now, jitter);
    case 'refused':
      return {
        // Those who accepted it earlier have it: for them it was sent.
        ...(row.accepted.length > 0 ? whenSent(row, now) : { state: 'failed', nextAttemptAt: null }),
        bodyStarted: false,
        error: outcome.error,
        refused: merge(row.refused, outcome.refused),
      };
    case 'try-later':
      return { ...again(row, outcome.error, now, jitter), bodyStarted: false };
    case 'unknown':
      return asUnknown(row, outcome.error, now);
  }
}

function afterSent(
  row: DeliveryRow,
  outcome: Extract<SendOutcome, { kind: 'sent' }>,
  now: Instant,
  jitter: number,
): DeliveryChange {
  const accepted = [...new Set([...row.accepted, ...outcome.accepted])];
  const refused = merge(row.refused, outcome.refused).filter(({ address }) => !accepted.includes(address));
  const reached = { ...row, accepted, refused };
  const first = refused[0];
  if (first !== undefined && stillToReach(reached).length > 0) {
    const isFull = refusalOf(first.reply, 'recipient') === 'recipient-mailbox-full';
    const busy = failed(isFull ? 'recipient-mailbox-full' : 'server-busy', 'auto', first.reply, {
      address: first.address,
    }).error;
    return { ...again(reached, busy, now, jitter), bodyStarted: false, accepted, refused, sentAt: now };
  }
  const error =
    first === undefined
      ? null
      : failed(refusalOf(first.reply, 'recipient'), 'user', first.reply, { address: first.address }).error;
  return { ...whenSent(row, now), bodyStarted: false, accepted, refused, error };
}

/** Sent; the copy is filed next, unless it was already. Looks and tries are counted anew for that. */
const whenSent = (row: DeliveryRow, now: Instant): DeliveryChange => ({
  state: 'sent',
  sentAt: row.sentAt ?? now,
  nextAttemptAt: row.filed === 'pending' ? now : null,
  lookups: 0,
  filedTries: 0,
});

function again(row: DeliveryRow, error: Failure, now: Instant, jitter: number): DeliveryChange {
  if (error.retry === 'user') {
    // A server's directory out of order also answers "wrong password": one more try, later; then it is the owner's turn.
    const isFirst = error.code === 'wrong-password' && row.error?.code !== 'wrong-password';
    return { state: 'queued', error, nextAttemptAt: isFirst ? now + waitAfter(5, jitter) : null };
  }
  const isOver = now - row.leavesAt > GIVE_UP_MS && row.attempts >= GIVE_UP_ATTEMPTS && !AWAY.has(error.code);
  if (!isOver) return { state: 'queued', error, nextAttemptAt: now + waitAfter(row.attempts, jitter) };
  return row.accepted.length > 0 ? { ...whenSent(row, now), error } : { state: 'failed', error, nextAttemptAt: null };
}

function asUnknown(row: DeliveryRow, error: Failure, now: Instant): DeliveryChange {
  // A second attempt for refused recipients carries the Message-ID that Sent holds already: looking there would prove nothing.
  const isLooking = row.accepted.length === 0;
  return {
    state: 'unknown',
    bodyStarted: true,
    error,
    lookups: isLooking ? 0 : LOOKUPS_AT_MS.length,
    filedTries: 0,
    nextAttemptAt: isLooking ? now + LOOKUPS_AT_MS[0] : null,
  };
}

/** What a row found in 'sending' at start means: whoever was sending it is gone. */
export function afterCrash(row: DeliveryRow, now: Instant): DeliveryChange {
  if (!row.bodyStarted) return { state: 'queued', nextAttemptAt: now };
  return asUnknown(row, failed('send-outcome-unknown', 'user', 'Balie stopped while sending').error, now);
}

export function afterLookup(row: DeliveryRow, found: Result<SentTrace>, now: Instant, jitter: number): DeliveryChange {
  if (found.ok && found.value !== 'nowhere') {
    // A copy that came to ourselves proves that it left, and is none in Sent.
    const filed = found.value === 'filed' && row.filed === 'pending' ? 'by-server' : row.filed;
    const accepted = [...new Set([...row.accepted, ...stillToReach(row)])];
    return { ...whenSent({ ...row, filed }, now), bodyStarted: false, filed, accepted, error: null };
  }
  if (!found.ok) {
    // Not looked at all. A server that cannot be searched leaves only the owner to ask; one that cannot be reached is tried again.
    if (found.error.retry === 'never') return { lookups: LOOKUPS_AT_MS.length, nextAttemptAt: null };
    const filedTries = row.filedTries + 1;
    return { filedTries, nextAttemptAt: now + waitAfter(filedTries, jitter) };
  }
  const lookups = row.lookups + 1;
  const wait = waitBetween(LOOKUPS_AT_MS, lookups);
  return { lookups, filedTries: 0, nextAttemptAt: wait === null ? null : now + wait };
}

/** From the look before to this one; null when there are no more. */
function waitBetween(looksAtMs: readonly number[], look: number): number | null {
  const next = looksAtMs[look];
  const before = looksAtMs[look - 1];
  return next === undefined || before === undefined ? null : next - before;
}

export const isLastFilingLook = (row: DeliveryRow): boolean => row.lookups >= FILING_LOOKS_AT_MS.length - 1;

export function afterFiling(
  row: DeliveryRow,
  filing: Result<Filing>,
  /** Whether it is known already who files what this account sends. */
  isHabitKnown: boolean,
  now: Instant,
  jitter: number,
): DeliveryChange {
  if (filing.ok) {
    switch (filing.value.kind) {
      case 'by-server':
        return { filed: 'by-server', nextAttemptAt: null };
      case 'not-yet': {
        const lookups = row.lookups + 1;
        return { lookups, filedTries: 0, nextAttemptAt: now + (waitBetween(FILING_LOOKS_AT_MS, lookups) ?? 0) };
      }
      case 'done': {
        const copyPlace = isHabitKnown ? null : filing.value.place;
        const nextAttemptAt = copyPlace === null ? null : now + SECOND_LOOK_MS;
        return { filed: 'done', filedTries: 0, copyPlace, nextAttemptAt };
      }
    }
  }
  const filedTries = row.filedTries + 1;
  const isOver = filing.error.retry === 'never' || filing.error.code === 'over-quota' || filedTries >= FILING_TRIES;
  if (isOver) return { filed: 'failed', filedTries, nextAttemptAt: null };
  return { filedTries, nextAttemptAt: now + waitAfter(filedTries, jitter) };
}

/** After the look whether the server put a copy of its own beside ours. */
export function afterSecondLook(
  row: DeliveryRow,
  look: Result<'alone' | 'withdrawn'>,
  now: Instant,
  jitter: number,
): DeliveryChange {
  if (look.ok) {
    return { filed: look.value === 'withdrawn' ? 'by-server' : 'done', copyPlace: null, nextAttemptAt: null };
  }
  const filedTries = row.filedTries + 1;
  if (filedTries >= SECOND_LOOK_TRIES) return { filedTries, copyPlace: null, nextAttemptAt: null };
  return { filedTries, nextAttemptAt: now + waitAfter(filedTries, jitter) };
}

/** The owner knows: it arrived. */
export const asSentByOwner = (row: DeliveryRow, now: Instant): DeliveryChange => ({
  ...whenSent(row, now),
  bodyStarted: false,
  accepted: [...new Set([...row.accepted, ...stillToReach(row)])],
  error: null,
});

/** The owner wants another attempt, whatever happened before. Those who have it do not get it again. */
export const asQueuedByOwner = (now: Instant): DeliveryChange => ({
  state: 'queued',
  bodyStarted: false,
  nextAttemptAt: now,
  leavesAt: now,
  undoUntil: null,
  lookups: 0,
  refused: [],
  error: null,
});

const merge = (before: readonly RefusedRecipient[], now: readonly RefusedRecipient[]): readonly RefusedRecipient[] => [
  ...before.filter(({ address }) => !now.some((other) => other.address === address)),
  ...now,
];
