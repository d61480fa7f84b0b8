// An honest mail out of what is kept of one. The server's original is not kept here: who wrote, to whom, when, the words, the HTML
// and the attachments are as they were; the way it travelled, signatures over its bytes and the order of its parts are not.
// Read again, it is recognised as the same message.
import { createHash } from 'node:crypto';
import type { Address } from '../../domain/conversation/message.ts';
import { safeFileName } from '../../domain/conversation/file-name.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Headers } from '../store/packed-body.ts';
import { ARRIVED_FIELD, SIZE_FIELD } from './export-layout.ts';
import { addressLine, headerLine, idLine } from './header-lines.ts';

export type MailToRebuild = {
  readonly messageId: string | null;
  readonly subject: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
  /** What the Date header said, for mail whose header is not kept. */
  readonly headerDate: Instant | null;
  readonly at: Instant;
  readonly size: number;
  readonly headers: Headers;
  readonly text: string;
  readonly html: string | null;
  readonly files: readonly RebuiltFile[];
};

export type RebuiltFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly contentId: string | null;
  readonly isInline: boolean;
  readonly content: Uint8Array;
};

const CRLF = '\r\n';
/** RFC 5322 2.1.1 allows 998; letters beyond ASCII take up to four bytes. */
const LONGEST_LINE = 240;
/** Written from the message itself, or about bytes that are not these. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'subject',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-id',
  'content-length',
  'lines',
  'status',
  'x-status',
  'x-mozilla-status',
  'x-mozilla-status2',
  ARRIVED_FIELD.toLowerCase(),
  SIZE_FIELD.toLowerCase(),
]);

export function rebuildMail(mail: MailToRebuild): Buffer {
  const body = bodyOf(mail);
  const head = [
    headerLine(ARRIVED_FIELD, new Date(mail.at).toISOString()),
    headerLine(SIZE_FIELD, String(mail.size)),
    ...(mail.from.name === '' && mail.from.address === '' ? [] : [addressLine('From', [mail.from])]),
    addressLine('To', mail.to),
    addressLine('Cc', mail.cc),
    addressLine('Bcc', mail.bcc),
    addressLine('Reply-To', mail.replyTo),
    headerLine('Subject', mail.subject),
    ...(mail.messageId === null ? [] : [idLine('Message-ID', [mail.messageId])]),
    ...(mail.headers['date'] === undefined && mail.headerDate !== null
      ? [headerLine('Date', new Date(mail.headerDate).toISOString())]
      : []),
    ...otherFields(mail.headers),
    headerLine('MIME-Version', '1.0'),
  ].join('');
  return Buffer.concat([Buffer.from(head, 'utf8'), body]);
}

function otherFields(headers: Headers): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => !OWN_FIELDS.has(name) && /^[!-9;-~]{1,200}$/.test(name))
    .flatMap(([name, values]) => values.map((value) => headerLine(capitals(name), value)));
}

const capitals = (name: string): string => name.replaceAll(/(^|-)([a-z])/g, (found) => found.toUpperCase());

/** With its own Content-Type line and the empty line after it. */
function bodyOf(mail: MailToRebuild): Buffer {
  const seed = createHash('sha1')
    .update(`${mail.messageId ?? ''}\0${mail.at}\0${mail.size}`)
    .digest('hex')
    .slice(0, 24);
  const text = textPart('plain', mail.text);
  const words = mail.html === null ? text : multipart('alternative', `a${seed}`, [text, textPart('html', mail.html)]);
  const shown = mail.html === null ? [] : mail.files.filter(({ isInline }) => isInline);
  const page = shown.length === 0 ? words : multipart('related', `r${seed}`, [words, ...shown.map(filePart)]);
  const others = mail.files.filter((file) => !shown.includes(file));
  return others.length === 0 ? page : multipart('mixed', `m${seed}`, [page, ...others.map(filePart)]);
}

function multipart(kind: 'mixed' | 'alternative' | 'related', boundary: string, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${kind}; boundary="${boundary}"${CRLF}${CRLF}`),
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}${CRLF}`), part, Buffer.from(CRLF)]),
    Buffer.from(`--${boundary}--${CRLF}`),
  ]);
}

function textPart(kind: 'plain' | 'html', text: string): Buffer {
  const lines = text.replaceAll(/\r\n?|\n/g, CRLF);
  return part(`text/${kind}; charset=utf-8`, [], Buffer.from(lines, 'utf8'));
}

function filePart({ fileName, contentType, contentId, isInline, content }: RebuiltFile): Buffer {
  const name = safeFileName(fileName);
  const kind = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i.test(contentType) && !contentType.startsWith('multipart/');
  const disposition = `${isInline ? 'inline' : 'attachment'}; filename*=utf-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`;
  return part(
    kind ? contentType : 'application/octet-stream',
    [
      `Content-Disposition: ${disposition}${CRLF}`,
      ...(contentId === null ? [] : [idLine('Content-ID', [contentId.replaceAll(/[<>]/g, '')])]),
    ],
    Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  );
}

function part(contentType: string, fields: readonly string[], bytes: Buffer): Buffer {
  const isText = /^(?:text|message)\//.test(contentType);
  const isAsIs = isText && !bytes.includes(0) && hasShortLines(bytes) && !hasBareReturns(bytes);
  const head = [
    `Content-Type: ${contentType}${CRLF}`,
    `Content-Transfer-Encoding: ${isAsIs ? '8bit' : 'base64'}${CRLF}`,
    ...fields,
    CRLF,
  ].join('');
  return Buffer.concat([Buffer.from(head), isAsIs ? bytes : Buffer.from(base64Lines(bytes), 'latin1')]);
}

function hasShortLines(bytes: Buffer): boolean {
  let from = 0;
  for (;;) {
    const end = bytes.indexOf(10, from);
    if ((end < 0 ? bytes.length : end) - from > LONGEST_LINE * 4) return false;
    if (end < 0) return true;
    from = end + 1;
  }
}

const hasBareReturns = (bytes: Buffer): boolean => /\r(?!\n)|(?<!\r)\n/.test(bytes.toString('latin1'));

const base64Lines = (bytes: Buffer): string => bytes.toString('base64').replaceAll(/.{76}/g, `$&${CRLF}`);
