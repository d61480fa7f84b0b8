// What is looked at before an answer leaves, and what may be wrong with it. Each rule is a file beside this one. A warning
// that is often false is switched off in the head: in doubt a rule is silent.
import { openPlaceholders } from '../canned/template.ts';
import { guessLanguage } from '../conversation/language-guess.ts';
import type { Address, Channel, Language } from '../conversation/message.ts';
import { stripQuote } from '../conversation/strip-quote.ts';
import type { Instant, ZoneName } from '../instant.ts';
import { isSameAddress } from '../letter/read-recipients.ts';
import type { Weekday } from '../office-hours/office-hours.ts';
import { opennessOf, type Openness } from './channel-openness.ts';
import { dateTroubles } from './date-words.ts';
import { saidAttached } from './missing-attachment.ts';
import { meantAddress } from './odd-domain.ts';
import { otherLanguage } from './other-language.ts';
import { listAddress, MANY_RECIPIENTS } from './recipients.ts';
import { sensitiveIn, type SensitiveKind } from './sensitive.ts';
import { wrongName } from './wrong-name.ts';

export type SendingFacts = {
  readonly kind: 'answer' | 'forward' | 'new';
  /** All that leaves, in plain text: with signature and quote, where it has them. */
  readonly text: string;
  /** As it will leave; an answer takes that of the conversation. */
  readonly subject: string;
  /** Files that go along, pictures within the text not counted. null: it leaves by another program, which may have its own. */
  readonly files: number | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  /** Addresses that mail came from: right, however they look. */
  readonly wroteFrom: readonly Address[];
  /** null for a new mail, and when something is passed on to somebody else. */
  readonly answers: {
    /** The newest words of the customer, without quote and signature. */
    readonly text: string;
    /** All that was said in the conversation, by both, whole: names that stand in it are known. */
    readonly saidBefore: string;
    /** The languages of all its messages but that newest one. */
    readonly languagesBefore: readonly Language[];
  } | null;
  /** By which the answer goes, and whether everybody can read it there. */
  readonly channel: Channel;
  readonly isPublic: boolean;
  /** The owner's own names, as he signs: never a wrong name. */
  readonly ownNames: readonly string[];
  readonly now: Instant;
  readonly zone: ZoneName;
};

/** `words` are the ones in the text that gave the warning. */
export type SendingWarning =
  | { readonly kind: 'open-fields'; readonly fields: readonly string[] }
  | { readonly kind: 'missing-attachment'; readonly words: string }
  | { readonly kind: 'wrong-name'; readonly words: string; readonly name: string; readonly expected: string }
  | { readonly kind: 'odd-address'; readonly address: string; readonly meant: string }
  | { readonly kind: 'to-a-list'; readonly address: string }
  | { readonly kind: 'many-recipients'; readonly count: number }
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'other-language'; readonly written: Language; readonly theirs: Language }
  /** `weekday`: the one that the date really is. */
  | { readonly kind: 'wrong-weekday'; readonly words: string; readonly weekday: Weekday }
  | { readonly kind: 'past-date'; readonly words: string }
  | {
      readonly kind: 'sensitive';
      readonly what: SensitiveKind;
      readonly words: string;
      readonly where: Openness;
      readonly channel: Channel;
    };

/** Beyond this a pasted contract costs more than it tells. */
const LOOKED_AT = 20_000;

/** The gravest first. `open-fields` is not to be sent at all; every other is the owner's to judge. */
export function sendingWarnings(facts: SendingFacts): readonly SendingWarning[] {
  const own = stripQuote(facts.text.slice(0, LOOKED_AT));
  return [
    ...openFields(facts),
    ...sensitive(facts, own),
    ...wrongPeople(facts, own),
    ...missing(facts, own),
    ...otherWords(facts, own),
  ];
}

/** Whether the owner may send it nevertheless. */
export const mayGoNevertheless = (warnings: readonly SendingWarning[]): boolean =>
  !warnings.some(({ kind }) => kind === 'open-fields');

function openFields({ text, subject }: SendingFacts): readonly SendingWarning[] {
  const fields = openPlaceholders(`${subject}\n${text}`);
  return fields.length === 0 ? [] : [{ kind: 'open-fields', fields }];
}

/** What is quoted, the customer wrote himself; on a network no quote goes along. */
function sensitive({ channel, isPublic }: SendingFacts, own: string): readonly SendingWarning[] {
  const where = opennessOf(channel, isPublic);
  if (where === null) return [];
  return sensitiveIn(own, where).map(({ what, words }) => ({ kind: 'sensitive', what, words, where, channel }));
}

function wrongPeople(
  { to, cc, bcc, wroteFrom, answers, ownNames }: SendingFacts,
  own: string,
): readonly SendingWarning[] {
  const wrong = wrongName({ own, to, cc, saidBefore: answers?.saidBefore ?? '', ownNames });
  const list = listAddress([...to, ...cc, ...bcc]);
  const seen = to.length + cc.length;
  const odd = [...to, ...cc, ...bcc].flatMap(({ address }): readonly SendingWarning[] => {
    const meant = wroteFrom.some((one) => isSameAddress(one.address, address)) ? null : meantAddress(address);
    return meant === null ? [] : [{ kind: 'odd-address', address, meant }];
  });
  return [
    ...(wrong === null ? [] : [{ kind: 'wrong-name', ...wrong } as const]),
    ...odd,
    ...(list === null ? [] : [{ kind: 'to-a-list', address: list } as const]),
    ...(seen > MANY_RECIPIENTS ? [{ kind: 'many-recipients', count: seen } as const] : []),
  ];
}

function missing({ kind, subject, channel, files }: SendingFacts, own: string): readonly SendingWarning[] {
  const said = files === 0 ? saidAttached(own) : null;
  return [
    ...(said === null ? [] : [{ kind: 'missing-attachment', words: said } as const]),
    ...(kind === 'new' && channel === 'email' && subject.trim() === '' ? [{ kind: 'no-subject' } as const] : []),
  ];
}

function otherWords({ answers, now, zone }: SendingFacts, own: string): readonly SendingWarning[] {
  const other = answers === null ? null : otherLanguage(own, answers.text, answers.languagesBefore);
  return [
    ...dateTroubles({ own, language: guessLanguage(own), now, zone }),
    ...(other === null ? [] : [{ kind: 'other-language', ...other } as const]),
  ];
}
