// A bank account that is new to a house which named another one before: how most false invoices work, also out of the real mailbox of
// a supplier that was broken into. Compares; what a house wrote before is the engine's to find.
import type { MailKind } from '../conversation/message.ts';
import { DAY_MS, type Instant } from '../instant.ts';
import { ibans } from '../sending/proved-numbers.ts';
import { asksForNewAccount } from './money-words.ts';

export type ChangedAccount = {
  /** In groups of four, as it stands on a bill. */
  readonly account: string;
  /** The one that was named last before. */
  readonly before: string;
};

export type AccountFacts = {
  readonly kind: MailKind;
  /** What the sender wrote himself, without what he quotes. */
  readonly text: string;
  readonly at: Instant;
  /** Accounts that this house named in earlier messages, one for each message that named it, the newest first. */
  readonly earlier: readonly NamedAccount[];
  /** Accounts of the owner's own. Asked only where an account is new: it costs reading his letters. */
  readonly own: () => ReadonlySet<string>;
};

export type NamedAccount = { readonly account: string; readonly at: Instant };

/** Banks and shops that make an account for each order have more. */
const MOST_BEFORE = 2;
/** A machine that named one account only once may name another one each time. */
const FEWEST_OF_MACHINE = 2;
/** The reminder of a false bill names its account a second time. */
const NEW_FOR_MS = 30 * DAY_MS;

/** null: nothing that needs a word. */
export function changedAccount({ kind, text, at, earlier, own: ownAccounts }: AccountFacts): ChangedAccount | null {
  if (kind === 'newsletter') return null;
  const sinceOf = (account: string): Instant => earlier.findLast((one) => one.account === account)?.at ?? at;
  const isNew = (account: string): boolean => at - sinceOf(account) < NEW_FOR_MS;
  const all = accountsIn(text);
  if (!all.some(isNew)) return null;
  const own = ownAccounts();
  const named = all.filter((one) => !own.has(one));
  const account = named.find(isNew);
  if (account === undefined) return null;
  const before = earlier.filter((one) => one.at < sinceOf(account) && !own.has(one.account));
  const [last] = before;
  const known = new Set(before.map((one) => one.account));
  if (last === undefined || known.has(account) || known.size > MOST_BEFORE) return null;
  if (kind !== 'human' && (known.size > 1 || before.length < FEWEST_OF_MACHINE)) return null;
  // A firm that adds its second bank to the foot of its letters.
  const isBesideTheOld = named.some((one) => known.has(one));
  if (isBesideTheOld && !asksForNewAccount(text)) return null;
  return { account: inGroups(account), before: inGroups(last.account) };
}

/** Upper case, without blanks; each once. */
export const accountsIn = (text: string): readonly string[] => [
  ...new Set(ibans(text.slice(0, LONGEST)).map(({ words }) => words.replace(/[^A-Za-z\d]/g, '').toUpperCase())),
];

const LONGEST = 20_000;
const inGroups = (account: string): string => account.replace(/(.{4})(?=.)/g, '$1 ');
