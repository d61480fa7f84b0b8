// The owner's own word about a sender: "mails from this one are messages by somebody else". He names the channel and where the real
// person stands. What he said about a sender that his mail server vouched for holds only while it does.
import type { Address, Channel } from '../conversation/message.ts';
import { addressIn, formWords, readForm, valueOfField } from './form-fields.ts';
import { domainOf, type SenderProof } from './sender-proof.ts';
import type { SourceClaim, SourceFacts } from './source.ts';

/** 'as-read': whom Balie finds in the mail by itself (a network's notice, a form, a voicemail's number). */
export const PERSON_PLACES = ['as-read', 'reply-to', 'field'] as const;

export type OwnerRule = {
  /** An address, or "@" and a domain; lower case. */
  readonly sender: string;
  /** Words that the subject must have; '' is any subject. */
  readonly subject: string;
  readonly channel: Channel;
  readonly personFrom: (typeof PERSON_PLACES)[number];
  /** The label before the value that names the person, where that is a field of the mail. */
  readonly field: string;
  /** The mail that he said it of was proven to come from there: so must every other one be. */
  readonly isProven: boolean;
};

export function isRuleFor(rule: OwnerRule, { from, subject }: Pick<SourceFacts, 'from' | 'subject'>): boolean {
  const address = from[0]?.address.toLowerCase() ?? '';
  const isSender = rule.sender.startsWith('@') ? domainOf(address) === rule.sender.slice(1) : address === rule.sender;
  return isSender && subject.toLowerCase().includes(rule.subject.toLowerCase());
}

/** What the own server refutes is not the sender the owner spoke of. */
export const holds = ({ isProven }: OwnerRule, proof: SenderProof): boolean =>
  proof === 'proven' || (proof === 'silent' && !isProven);

/** null: this mail does not name the person where the rule looks for him. `claim`: what was read of the mail by itself. */
export function claimByRule(
  rule: OwnerRule,
  mail: Pick<SourceFacts, 'from' | 'replyTo' | 'text'>,
  claim: SourceClaim | null,
): SourceClaim | null {
  if (rule.personFrom === 'as-read')
    return claim !== null && claim.channel === rule.channel && claim.shape === 'message' ? claim : null;
  const person = personByRule(rule, mail);
  return person === null ? null : claimFor(person, rule.channel, mail.text);
}

/** By somebody whom the mail stands for, as a form does. */
export function claimFor(person: Address, channel: Channel, text: string): SourceClaim {
  const form = readForm(text);
  return {
    source: 'form',
    channel,
    shape: 'message',
    person,
    replyTo: [person],
    key: person.address.toLowerCase(),
    text: form === null ? '' : formWords(form),
    mode: 'mail-to-sender',
    link: null,
  };
}

function personByRule(
  rule: OwnerRule,
  { from, replyTo, text }: Pick<SourceFacts, 'from' | 'replyTo' | 'text'>,
): Address | null {
  const form = readForm(text);
  const sender = from[0]?.address.toLowerCase() ?? '';
  const address =
    rule.personFrom === 'reply-to'
      ? (replyTo.find((one) => one.address.toLowerCase() !== sender)?.address ?? '')
      : addressIn(valueOfField(text, rule.field));
  const name = rule.personFrom === 'reply-to' ? (replyTo[0]?.name ?? '') : '';
  return address === '' ? null : { name: name || (form?.name ?? ''), address };
}
