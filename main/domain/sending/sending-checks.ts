// What is looked at before an answer leaves, and what may be wrong with it. Each rule is a file beside this one. A warning
// that is often false is switched off in the head: in doubt a rule is silent.
import { openPlaceholders } from '../canned/template.ts';
import type { Address, Channel, Language } from '../conversation/message.ts';
import type { Instant, ZoneName } from '../instant.ts';
import type { Weekday } from '../office-hours/office-hours.ts';
import type { SensitiveKind } from './sensitive.ts';

export type SendingFacts = {
  readonly kind: 'answer' | 'forward' | 'new';
  /** All that leaves, in plain text: with signature and quote, where it has them. */
  readonly text: string;
  /** As it will leave; an answer takes that of the conversation. */
  readonly subject: string;
  /** Files that go along; pictures within the text are not counted. */
  readonly files: number;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  /** The newest message of the customer that it answers; null for a new mail, or when something is passed on. */
  readonly answers: {
    readonly from: Address;
    /** His own words, without quote and signature. */
    readonly text: string;
    /** It came by a mailing list (RFC 2369), or to one. */
    readonly isFromList: boolean;
  } | null;
  /** By which the answer goes, and whether everybody can read it there. */
  readonly channel: Channel;
  readonly isPublic: boolean;
  /** The owner's own names, as he signs: never a wrong name. */
  readonly ownNames: readonly string[];
  readonly now: Instant;
  readonly zone: ZoneName;
};

/** Who can read along: everybody, the firm whose route it is, or nobody but the mail servers. */
export type Openness = 'public' | 'third-party' | 'mail';

/** `words` are the ones in the text that gave the warning. */
export type SendingWarning =
  | { readonly kind: 'open-fields'; readonly fields: readonly string[] }
  | { readonly kind: 'missing-attachment'; readonly words: string }
  | { readonly kind: 'wrong-name'; readonly words: string; readonly name: string; readonly expected: string }
  | { readonly kind: 'to-a-list'; readonly address: string }
  | { readonly kind: 'many-recipients'; readonly count: number }
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'other-language'; readonly written: Language; readonly theirs: Language }
  /** `weekday`: the one that the date really is. */
  | { readonly kind: 'wrong-weekday'; readonly words: string; readonly weekday: Weekday }
  | { readonly kind: 'past-date'; readonly words: string }
  | { readonly kind: 'sensitive'; readonly what: SensitiveKind; readonly words: string; readonly where: Openness };

/** The gravest first. `open-fields` is not to be sent at all; every other is the owner's to judge. */
export function sendingWarnings(facts: SendingFacts): readonly SendingWarning[] {
  return [...openFields(facts), ...noSubject(facts)];
}

/** Whether the owner may send it nevertheless. */
export const mayGoNevertheless = (warnings: readonly SendingWarning[]): boolean =>
  !warnings.some(({ kind }) => kind === 'open-fields');

function openFields({ text, subject }: SendingFacts): readonly SendingWarning[] {
  const fields = openPlaceholders(`${subject}\n${text}`);
  return fields.length === 0 ? [] : [{ kind: 'open-fields', fields }];
}

const noSubject = ({ kind, subject, channel }: SendingFacts): readonly SendingWarning[] =>
  kind === 'new' && channel === 'email' && subject.trim() === '' ? [{ kind: 'no-subject' }] : [];
