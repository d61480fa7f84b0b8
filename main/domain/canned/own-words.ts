// What an owner's own answer says between its salutation and its greeting: the part that may come back in another answer.
import { withoutSignOff } from '../conversation/sentences.ts';
import { stripQuote } from '../conversation/strip-quote.ts';

export type OwnWords = {
  /** "Beste Jan", without its comma; '' when it begins at once. */
  readonly salutation: string;
  readonly body: string;
  /** "Met vriendelijke groet", without a name; '' when there is none. */
  readonly closing: string;
};

/** Enough of a letter that is sent more than once. */
const LONGEST = 6_000;
const SALUTATION =
  /^(?:(?:beste|geachte|dag|hallo|hoi|goede(?:morgen|middag|avond|dag)|dear|hello|hi|good (?:morning|afternoon|evening)|bonjour|bonsoir|ch[eè]re?|madame|monsieur)\b[^\n,:;.!?]{0,60})(?=[,:;!.]?\s*(?:\n|$))/iu;
const SALUTATION_IN_LINE = /^(?:beste|geachte|dag|hallo|hoi|dear|hello|hi|bonjour|bonsoir)\b[^\n,:;.!?]{0,40}(?=,\s)/iu;

/** `signatures`: what stands below his letters by itself. */
export function ownWords(text: string, signatures: readonly string[]): OwnWords {
  const whole = stripQuote(text.slice(0, LONGEST)).replaceAll(/\r\n?/g, '\n').trim();
  const signature = signatures.map((one) => one.trim()).find((one) => one !== '' && whole.endsWith(one)) ?? '';
  const said = whole
    .slice(0, whole.length - signature.length)
    .replace(/\s*-- ?\s*$/, '')
    .trimEnd();
  const signed = withoutSignOff(said);
  const [below = ''] = said.slice(signed.length).trim().split('\n');
  const top = signed.trimStart();
  const salutation = (SALUTATION.exec(top) ?? SALUTATION_IN_LINE.exec(top))?.[0] ?? '';
  const body = top.slice(salutation.length).replace(salutation === '' ? '' : /^[,:;!.]?\s*/, '');
  return {
    salutation: salutation.trim(),
    body: body.trim(),
    closing: below.replace(/[,\s]+$/, '').trim(),
  };
}
