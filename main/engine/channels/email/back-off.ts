// How long to wait before the next attempt to connect: short for a lost line, longer where the server asked for peace, never
// longer than half an hour, and never in step with others.
import { SIGN_IN_REFUSALS, type ErrorCode, type Failure } from '../../../contract/errors.ts';
import { MINUTE_MS, SECOND_MS } from '../../../domain/instant.ts';

const LONGEST_MS = 30 * MINUTE_MS;
/** No server hears of it when these fail, and nothing tells when the owner has signed in to the wifi of his hotel. */
const NEARBY: ReadonlySet<ErrorCode> = new Set(['offline', 'host-unknown', 'tls-other-host', 'not-a-mail-server']);
const LONGEST_NEARBY_MS = 2 * MINUTE_MS;
const FIRST_MS = 2 * SECOND_MS;
/** Servers that throttle, or have too many connections open, are left alone for at least this long (promise P9). */
const FIRST_BUSY_MS = 30 * SECOND_MS;
/** A connection that lived shorter than this does not prove that things are well again. */
export const PROVEN_MS = 60 * SECOND_MS;

/** `failures` in a row, the one just seen included; `fraction` from 0 to 1 for the jitter of a quarter either way. */
export function backOffMs(error: Failure, failures: number, fraction: number): number {
  const first = wantsPeace(error) ? FIRST_BUSY_MS : FIRST_MS;
  const longest = NEARBY.has(error.code) ? LONGEST_NEARBY_MS : LONGEST_MS;
  const grown = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  const jittered = grown * (0.75 + fraction / 2);
  return Math.round(Math.min(LONGEST_MS, wantsPeace(error) ? Math.max(peaceMs(error), jittered) : jittered));
}

/** Trying sooner would make it worse, also when the machine woke or the owner asks. */
export function wantsPeace(error: Failure): boolean {
  // A refused sign-in is tried once more after half a minute, for some servers say so when they are merely overloaded.
  return error.retry === 'after' || isSignInRefusal(error) || error.code === 'keychain-unavailable';
}

/** For how long nobody of this account may sign in: what the server asked for, at least the half minute of promise P9. */
export const peaceMs = (error: Failure): number => Math.min(LONGEST_MS, Math.max(FIRST_BUSY_MS, error.afterMs ?? 0));

/** Accounts that all have to connect anew at once begin within this time of each other: five at a time look like an attack. */
export const SPREAD_MS = 3 * SECOND_MS;

/** The server heard who we are, and said no. */
export const isSignInRefusal = ({ code }: Failure): boolean => SIGN_IN_REFUSALS.has(code);

/** Only the owner can mend these; knocking on would lock his account. */
export function needsOwner(error: Failure, signInRefusals: number): boolean {
  switch (error.code) {
    case 'wrong-password':
    case 'sign-in-refused':
    case 'account-blocked':
      return signInRefusals >= 2;
    case 'app-password-needed':
    case 'password-expired':
    case 'web-sign-in-first':
    case 'sign-in-by-browser-needed':
    case 'password-missing':
    case 'sign-in-missing':
    case 'sign-in-expired':
    case 'sign-in-revoked':
    case 'sign-in-stopped':
    case 'sign-in-not-set-up':
    case 'plain-refused':
      return true;
    default:
      return false;
  }
}
