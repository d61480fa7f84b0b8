// How far a mail is believed to stand for something else: its own claim, the owner's rules, and whether his mail server vouches for
// the sender. What is believed decides channel, customer, thread and the words; everything else stays plain mail, with the reason.
import { hash } from 'node:crypto';
import { companyGuess } from '../../domain/contact/company-guess.ts';
import type { Address, MailKind } from '../../domain/conversation/message.ts';
import { isBelieved, judgeClaim, kindOfSource, type Standing } from '../../domain/mail-source/judge-claim.ts';
import { claimByRule, holds, isRuleFor } from '../../domain/mail-source/owner-rule.ts';
import { domainOf, isWithin, senderProof } from '../../domain/mail-source/sender-proof.ts';
import type { ServerHabit } from '../../domain/mail-source/server-habit.ts';
import type { SourceClaim } from '../../domain/mail-source/source.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { RuleRow } from '../store/source-table.ts';
import type { SourceFound } from './source-facts.ts';

export type Weighed = {
  readonly claim: SourceClaim;
  readonly standing: Standing;
  readonly isBelieved: boolean;
  readonly kind: MailKind;
  /** Who is behind it, and where an answer by mail goes: kept as its Reply-To, so that he is found, exported and erased by it. */
  readonly behind: readonly Address[];
  /** null: not believed, or not to be joined by it. */
  readonly thread: string | null;
};

export type WeighedMail = Pick<ParsedMail, 'from' | 'replyTo' | 'subject' | 'text' | 'kind'>;

/** null: plain mail, and nothing to say about it. */
export function weighSource<Account extends Pick<AccountRow, 'id'>>(
  mail: WeighedMail,
  found: SourceFound,
  about: {
    readonly account: Account;
    readonly own: ReadonlySet<string>;
    readonly rules: readonly RuleRow[];
    readonly habits: { readonly of: (account: Account) => ServerHabit };
  },
): Weighed | null {
  const { account, own } = about;
  const rules = about.rules.filter((rule) => isRuleFor(rule, mail));
  if (found.claim === null && rules.length === 0) return null;
  const proof = senderProof({ ...found, from: mail.from }, about.habits.of(account));
  for (const rule of rules) {
    const claim = holds(rule, proof) ? claimByRule(rule, mail, found.claim) : null;
    if (claim !== null) return weighed(account, mail, claim, 'by-owner');
  }
  if (found.claim === null) return null;
  const standing = judgeClaim(found.claim, proof, isOwnDomain(domainOf(mail.from[0]?.address ?? ''), own));
  return weighed(account, mail, found.claim, standing);
}

/** As the owner said of this one mail. */
export const weighByHand = (account: Pick<AccountRow, 'id'>, mail: WeighedMail, claim: SourceClaim): Weighed =>
  weighed(account, mail, claim, 'by-owner');

function weighed(account: Pick<AccountRow, 'id'>, mail: WeighedMail, claim: SourceClaim, standing: Standing): Weighed {
  const isTaken = isBelieved(standing);
  return {
    claim,
    standing,
    isBelieved: isTaken,
    behind: behindOf(claim),
    kind: kindOfSource(claim, standing, mail.kind),
    thread: isTaken && claim.key !== null ? threadDigest(account, claim, claim.key) : null,
  };
}

function behindOf({ shape, person, replyTo }: SourceClaim): readonly Address[] {
  const isNamed = replyTo.some(({ address }) => address.toLowerCase() === person.address.toLowerCase());
  return shape !== 'message' || isNamed ? replyTo : [person, ...replyTo];
}

/** A digest, as the key may hold an address: what is erased must not be left over here. */
const threadDigest = (account: Pick<AccountRow, 'id'>, { channel }: SourceClaim, key: string): string =>
  hash('sha1', [account.id, channel, key].join('\0'), 'base64');

/** At a provider where everybody has a mailbox, the domain says nothing about whose the form is. */
function isOwnDomain(domain: string, own: ReadonlySet<string>): boolean {
  if (companyGuess(`x@${domain}`) === null) return false;
  for (const address of own) if (isWithin(domain, domainOf(address))) return true;
  return false;
}
