// Builds the bytes of one message (RFC 5322), once: they are frozen in the outbox and every attempt sends the same. Plain text; with
// HTML beside it, pictures within that, and files, each where it is given (RFC 2046 5.1.4, RFC 2387, RFC 2183).
// Whom it goes to and what it refers to is decided in engine/outbox; nothing a customer wrote can add a header here.
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Address } from '../../../domain/conversation/message.ts';
import type { Instant } from '../../../domain/instant.ts';

export type LetterToCompose = {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** Whoever has it has it blindly: the empty group says so (RFC 5322 3.4), for mail without To counts as spam here and there. */
  readonly isBlind?: boolean;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | null;
  readonly files?: readonly FileToCompose[];
  /** Without angle brackets, here and below. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly date: Instant;
  /** An answer to an invitation, beside the text (RFC 6047 2.4). */
  readonly calendar?: { readonly method: 'REPLY' | 'COUNTER'; readonly text: string };
  /** Further ones, of our own making. */
  readonly headers?: Readonly<Record<string, string>>;
};

export type FileToCompose = {
  readonly fileName: string;
  /** Without parameters. */
  readonly contentType: string;
  /** Without angle brackets; null: it is not shown within the text. */
  readonly contentId: string | null;
  readonly content: Uint8Array;
};

/** Gmail and Outlook both keep at least this many; RFC 5537 3.4.4 says how to shorten: the first stays, then the newest. */
const MOST_REFERENCES = 21;

export async function composeMail(letter: LetterToCompose): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: headerAddress(letter.from),
    to: letter.to.map(headerAddress),
    cc: letter.cc.map(headerAddress),
    subject: oneLine(letter.subject),
    messageId: `<${letter.messageId}>`,
    ...(letter.inReplyTo === null ? {} : { inReplyTo: `<${letter.inReplyTo}>` }),
    ...(letter.references.length === 0 ? {} : { references: letter.references.map((id) => `<${id}>`) }),
    date: new Date(letter.date),
    ...(letter.headers === undefined ? {} : { headers: { ...letter.headers } }),
    text: cleanText(letter.text),
    ...(letter.html == null ? {} : { html: cleanText(letter.html) }),
    ...(letter.calendar === undefined ? {} : { alternatives: [calendarPart(letter.calendar)] }),
    attachments: (letter.files ?? []).map(filePart),
    // Long paragraphs stay one line for the reader and short lines on the wire, whatever a server does to long ones.
    encoding: 'quoted-printable',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  return letter.isBlind === true ? Buffer.concat([NOBODY_IN_SIGHT, raw]) : raw;
}

/** nodemailer would write the name of the group in quotes, which few readers expect. */
const NOBODY_IN_SIGHT = Buffer.from('To: undisclosed-recipients:;\r\n');

/** In base64 its lines arrive as they were folded. */
const calendarPart = ({ method, text }: NonNullable<LetterToCompose['calendar']>) => ({
  contentType: `text/calendar; method=${method}; charset=utf-8`,
  content: text,
  contentTransferEncoding: 'base64' as const,
});

/**
 * The owner's own copy says who had it blindly, as other mail programs keep it (RFC 5322 3.6.3); the bytes that leave never do.
 * One address a line.
 */
export function withBcc(raw: Uint8Array, bcc: readonly Address[]): Uint8Array {
  if (bcc.length === 0) return raw;
  return Buffer.concat([Buffer.from(`Bcc: ${bcc.map(({ address }) => oneLine(address)).join(',\r\n ')}\r\n`), raw]);
}

const filePart = ({ fileName, contentType, contentId, content }: FileToCompose) => ({
  filename: oneLine(fileName),
  content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  contentType,
  // Whatever it is, the bytes arrive as they are; a mail as a file too, whose own lines may be of any length.
  contentTransferEncoding: 'base64' as const,
  ...(contentId === null ? {} : { cid: contentId }),
  contentDisposition: contentId === null ? ('attachment' as const) : ('inline' as const),
});

/** The header fields that join a message of ours to what it answers, as ingest wants them (RFC 5322 3.6.4). */
export const threadHeaders = (
  messageId: string,
  inReplyTo: string | null,
  references: readonly string[],
): Readonly<Record<string, readonly string[]>> => ({
  'message-id': [`<${messageId}>`],
  ...(inReplyTo === null ? {} : { 'in-reply-to': [`<${inReplyTo}>`] }),
  ...(references.length === 0 ? {} : { references: [references.map((id) => `<${id}>`).join(' ')] }),
});

/** The Message-ID for all attempts, in the sender's own domain. */
export function newMessageId(uuid: string, sender: string): string {
  const domain = asciiDomain(sender.slice(sender.lastIndexOf('@') + 1));
  return `${uuid}@${domain === '' ? 'localhost' : domain}`;
}

/** RFC 5322 3.6.4: the parent's references (or, where it has none, its one In-Reply-To), then the parent itself. */
export function referencesFor(parent: {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}): { readonly inReplyTo: string | null; readonly references: readonly string[] } {
  const inherited =
    parent.references.length > 0 ? parent.references : parent.inReplyTo.length === 1 ? parent.inReplyTo : [];
  const own = parent.messageId !== null && isSaneId(parent.messageId) ? parent.messageId : null;
  const chain = [
    ...new Set([...inherited.filter(isSaneId).filter((id) => id !== own), ...(own === null ? [] : [own])]),
  ];
  const [first, ...rest] = chain;
  const references =
    first === undefined || chain.length <= MOST_REFERENCES ? chain : [first, ...rest.slice(1 - MOST_REFERENCES)];
  return { inReplyTo: own, references };
}

/** An id that can be repeated in a header: no spaces, no brackets, no line of its own. */
const isSaneId = (id: string): boolean => id.length <= 250 && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(id);

/**
 * The address as it may stand in an envelope and in a header, with an ASCII domain; null where it cannot be sent to.
 * Quoted local parts are legal and refused nevertheless: nobody has one, and `"a@b, c"@d` is how recipients are smuggled in.
 */
export function sendableAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = asciiDomain(address.slice(at + 1));
  if (at < 1 || domain === '' || address.length > 254) return null;
  // RFC 5321 atext and dots; letters beyond ASCII pass for servers with SMTPUTF8 (RFC 6531).
  return /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local) && !local.startsWith('-') ? `${local}@${domain}` : null;
}

const asciiDomain = (domain: string): string => {
  const ascii = domainToASCII(domain);
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(ascii) ? ascii : '';
};

const headerAddress = (person: Address): { readonly name: string; readonly address: string } => ({
  name: oneLine(person.name),
  address: person.address,
});

/** Line breaks and control characters become spaces: in a header they would begin another one. */
export const oneLine = (words: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  words.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** One kind of line end, and no control characters that a terminal or a filter would act on. */
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/\n*$/, '\n');
