// Which claim a mail makes, found from its sender's domain first: ordinary mail costs one look-up in a list and a few quick looks.
import { mayHoldForm } from './form-fields.ts';
import { readForwardedForm, readFormService, readSiteForm, readVoicemail } from './forms.ts';
import { readLinkedIn } from './linkedin.ts';
import { readClassifieds, readEtsy } from './marketplaces.ts';
import { readGoogleReview, readMeta } from './notices.ts';
import { domainOf } from './sender-proof.ts';
import { AIRBNB_HOSTS, readAirbnb, readBooking } from './stays.ts';
import type { SourceClaim, SourceFacts } from './source.ts';

type Read = (mail: SourceFacts) => SourceClaim | null;

const marktplaats = readClassifieds('marktplaats');
const tweedehands = readClassifieds('tweedehands');
const jotform = readFormService('jotform');

/** By the domain at which a network's senders are, or below it. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['linkedin.com', readLinkedIn],
  ['marktplaats.nl', marktplaats],
  ['2dehands.be', tweedehands],
  ['2ememain.be', tweedehands],
  ...AIRBNB_HOSTS.map((host): [string, Read] => [host, readAirbnb]),
  ['booking.com', readBooking],
  ['etsy.com', readEtsy],
  ['google.com', readGoogleReview],
  ['facebookmail.com', readMeta('facebook')],
  ['mail.instagram.com', readMeta('instagram')],
  ['wix-forms.com', readFormService('wix')],
  ['squarespace.info', readFormService('squarespace')],
  ['formresponse.com', jotform],
  ['jotform.com', jotform],
]);

/** Claims and nothing more: whether it is to be believed is judge-claim.ts. */
export function findClaim(mail: SourceFacts): SourceClaim | null {
  const read = readerFor(domainOf(mail.from[0]?.address ?? ''));
  if (read !== undefined) return read(mail);
  if (mail.attachments.length > 0) {
    const voicemail = readVoicemail(mail);
    if (voicemail !== null) return voicemail;
  }
  if (FORWARDED.test(mail.subject)) return readForwardedForm(mail);
  return mayBeForm(mail) ? readSiteForm(mail) : null;
}

function readerFor(domain: string): Read | undefined {
  for (let upper = domain; upper.includes('.'); upper = upper.slice(upper.indexOf('.') + 1)) {
    const read = READERS.get(upper);
    if (read !== undefined) return read;
  }
  return undefined;
}

const FORWARDED = /^\s*(?:fwd?|doorst|tr|wg)\s*:/i;

/** A person who writes himself is his own sender, in a mail that a program for mail wrote. */
function mayBeForm({ from, replyTo, headers, subject, text }: SourceFacts): boolean {
  if (ANSWER.test(subject) || Object.hasOwn(headers, 'in-reply-to')) return false;
  const sender = from[0];
  if (sender === undefined) return false;
  const isOther = replyTo.length === 1 && replyTo[0]?.address.toLowerCase() !== sender.address.toLowerCase();
  if (!(isOther || FORM_SENDER.test(sender.address))) return false;
  return mayHoldForm(text);
}

const ANSWER = /^\s*(?:re|antw|aw|sv)\s*:/i;
/** Names that forms write from; the same ones ingest knows its own sites by. */
const FORM_SENDER =
  /^(?:wordpress|web(?:site|master|form(?:ulier)?)?|site|(?:contact-?)?form(?:s|ulier|ulaire)?|contact|info|no[-_.]?reply|do[-_]?not[-_]?reply|notifications?|mailer)@/i;
