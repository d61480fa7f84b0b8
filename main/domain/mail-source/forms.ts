// A form on a site writes in the visitor's stead: he is in Reply-To, or in a field of the mail. Form services write from an address
// of their own; the owner's site from one of his domain. Also forms that somebody passed on by hand, and voicemail as mail.
import type { Address } from '../conversation/message.ts';
import { addressIn, formWords, readForm, type FormFields } from './form-fields.ts';
import { domainOf } from './sender-proof.ts';
import type { MailSource, SourceClaim, SourceFacts } from './source.ts';

/** From a form service, which has its domain to itself: known by that, whatever the form is about. */
export function readFormService(source: 'wix' | 'squarespace' | 'jotform'): (mail: SourceFacts) => SourceClaim | null {
  return (mail) => formClaim(source, mail, readForm(mail.text)) ?? { ...nobody(source, mail), shape: 'maybe-message' };
}

/** From a site of its own: by its fields, or by what Contact Form 7 writes below them. */
export function readSiteForm(mail: SourceFacts): SourceClaim | null {
  const form = readForm(mail.text);
  const visitor = visitorIn(mail, form);
  // A signature has a telephone number and an address too: its own.
  const isVisitor = visitor !== null && domainOf(visitor.address) !== domainOf(mail.from[0]?.address ?? '');
  const isForm = (form !== null && form.message !== '') || CONTACT_FORM_FOOT.test(mail.text.slice(-2_000));
  return isForm && isVisitor ? formClaim('form', mail, form) : null;
}

const CONTACT_FORM_FOOT =
  /this e-?mail was sent from a contact form on|dit bericht is verzonden (?:via|vanaf) een contactformulier op|deze e-?mail is verzonden vanaf een contactformulier op|cet e-?mail a été envoyé (?:via|depuis) (?:le|un) formulaire de contact/i;

function formClaim(source: MailSource, mail: SourceFacts, form: FormFields | null): SourceClaim | null {
  const visitor = visitorIn(mail, form);
  if (visitor === null) return null;
  return {
    source,
    channel: 'webform',
    shape: 'message',
    person: visitor,
    replyTo: [visitor],
    key: visitor.address.toLowerCase(),
    text: form === null ? withoutFoot(mail.text) : formWords(form),
    mode: 'mail-to-sender',
    link: null,
  };
}

const nobody = (source: MailSource, { from }: SourceFacts): Omit<SourceClaim, 'shape'> => ({
  source,
  channel: 'webform',
  person: from[0] ?? { name: '', address: '' },
  replyTo: [],
  key: null,
  text: '',
  mode: 'none',
  link: null,
});

/** Reply-To where it names one person of another domain than the form's own; else the e-mail field. */
function visitorIn({ replyTo, from }: SourceFacts, form: FormFields | null): Address | null {
  const sender = from[0]?.address.toLowerCase() ?? '';
  const [named] = replyTo;
  const isNamed =
    replyTo.length === 1 &&
    named !== undefined &&
    named.address.toLowerCase() !== sender &&
    named.address.includes('@');
  if (isNamed && !ROBOT.test(named.address)) return { name: named.name || (form?.name ?? ''), address: named.address };
  return form === null || form.address === '' ? null : { name: form.name, address: form.address };
}

const ROBOT = /^(?:no-?reply|noreply|wordpress|mailer-daemon|postmaster)@/i;

const withoutFoot = (text: string): string => text.replace(/\n--\s*\n[^]*$/, '').trim();

/** A colleague or a site builder passed it on: who wrote it stands only inside, so the owner is asked. */
export function readForwardedForm(mail: SourceFacts): SourceClaim | null {
  const inner = forwardedPart(mail.text);
  if (inner === null) return null;
  const form: FormFields | null = readForm(inner.body);
  const head = HEAD_WITH_PERSON.exec(inner.head);
  const address = addressIn(head?.[2] ?? '') || (form?.address ?? '');
  const isForm = form !== null && (form.address !== '' || form.message !== '');
  if (!isForm || address === '' || domainOf(address) === domainOf(mail.from[0]?.address ?? '')) return null;
  const name = form.name || (head?.[2] ?? '').replace(/<.*$/, '').replaceAll('"', '').trim();
  return {
    ...nobody('forwarded-form', mail),
    shape: 'message',
    person: { name: name.includes('@') ? '' : name, address },
    replyTo: [{ name: name.includes('@') ? '' : name, address }],
    text: formWords(form),
    mode: 'mail-to-sender',
  };
}

const FORWARD_LINE =
  /^[ \t>]*(?:-{2,}\s*)?(?:begin forwarded message|forwarded message|original message|doorgestuurd bericht|begin doorgestuurd bericht|oorspronkelijk bericht|message transféré|début du message réexpédié|weitergeleitete nachricht)\s*:?(?:\s*-{2,})?[ \t]*$/im;
const HEAD_WITH_PERSON = /^[ \t>]*(reply-to|antwoorden aan|répondre à|antwort an|antwoord aan)\s*:\s*(.{3,320})$/im;

function forwardedPart(text: string): { readonly head: string; readonly body: string } | null {
  const found = FORWARD_LINE.exec(text.slice(0, 30_000));
  if (found === null) return null;
  const inside = text
    .slice(found.index + found[0].length, 40_000)
    .replaceAll(/^[ \t]*>[ \t]?/gm, '')
    .trimStart();
  const gap = inside.search(/\n\s*\n/);
  return gap < 0 ? null : { head: inside.slice(0, gap), body: inside.slice(gap).trim() };
}

/** A recording as a file, and a number that called. Anybody can send one, so it takes the owner's own word who sends his. */
export function readVoicemail(mail: SourceFacts): SourceClaim | null {
  if (!mail.attachments.some(({ contentType }) => contentType.startsWith('audio/'))) return null;
  const about = `${mail.subject}\n${mail.text.slice(0, 2_000)}`;
  if (
    !/voice ?mail|voice message|gesproken bericht|voicemailbericht|message vocal|messagerie vocale|sprachnachricht|mailbox/i.test(
      about,
    )
  )
    return null;
  const number = /(?:\+|\b00|\b0)[1-9](?:[ ./()-]{0,2}\d){7,13}\b/.exec(about)?.[0];
  if (number === undefined) return null;
  const dialled = number.replaceAll(/[^\d+]/g, '').replace(/^00/, '+');
  return {
    source: 'voicemail',
    channel: 'voicemail',
    shape: 'message',
    person: { name: number.trim(), address: `tel:${dialled}` },
    replyTo: [],
    key: dialled,
    text: '',
    mode: 'open-link',
    link: `tel:${dialled}`,
  };
}
