// One whole mail from its bytes. Bounded in time and memory by limits.ts, and never throws: what cannot be read is missing from
// the answer and `note` says so. Attachments are measured, and decoded only when asked for.
import type { MessageNote } from '../../../../domain/conversation/message.ts';
import type { ParsedAttachment, ParsedMail } from '../../parsed-mail.ts';
import { assembleMail, fileNameOf, isEncrypted, isSmime, type ReadText } from './assemble.ts';
import { chooseBody } from './choose-body.ts';
import { readEnvelope } from './envelope.ts';
import { readHeader } from './header-block.ts';
import { attachmentsIn } from './inline-files.ts';
import { LIMITS } from './limits.ts';
import { readMimeTree, type MimePart } from './mime-tree.ts';
import { withReadableLines } from './newlines.ts';
import { readPartText } from './part-text.ts';
import { signedContent } from './signed-content.ts';
import { decodeTnef, isTnef } from './tnef.ts';
import { tnefText } from './tnef-text.ts';
import { decodedSize, decodeTransfer } from './transfer-encoding.ts';

export type ParseOptions = {
  /**
   * Which attachments to decode; `content` of the others is null. 'shown' (the default): small pictures that the page itself
   * shows, so that reading works offline without storing what nobody opens.
   */
  readonly content?: Wanted;
};
type Wanted = 'none' | 'shown' | 'all';

export function parseMail(raw: Uint8Array, options: ParseOptions = {}): ParsedMail {
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes.length > LIMITS.mailBytes) return parseHeaderOnly(bytes, 'too-large');
  try {
    return readWholeMail(bytes, options.content ?? 'shown');
  } catch {
    // A fault of ours must not take the other mails of a sync with it; the raw mail stays on the server.
    return parseHeaderOnly(bytes, 'damaged');
  }
}

/** For a mail whose body is beyond reading: its header still tells who wrote and what about. */
export function parseHeaderOnly(raw: Uint8Array, note: MessageNote): ParsedMail {
  const head = withReadableLines(Buffer.from(raw.subarray(0, LIMITS.headerBytes)));
  const { fields } = readHeader(head, 0, head.length);
  return assembleMail({
    envelope: readEnvelope(fields, ''),
    textParts: [],
    htmlParts: [],
    attachments: [],
    types: [],
    calendar: null,
    notes: new Set([note]),
  });
}

function readWholeMail(raw: Buffer, wanted: Wanted): ParsedMail {
  const bytes = withReadableLines(raw);
  const tree = readMimeTree(bytes);
  const unwrapped = isSmime(tree.root.type) ? withoutSignature(bytes, tree.root) : null;
  if (unwrapped !== null) return unwrapped;
  const notes = new Set<MessageNote>();
  if (tree.isTooComplex) notes.add('too-complex');
  if (tree.isDamaged) notes.add('damaged');
  const chosen = chooseBody(tree.root, (part) => part.children);
  const texts = new Map<MimePart, ReadText>();
  const inText: ParsedAttachment[] = [];
  let bytesLeft: number = LIMITS.textBytes;
  const read = (part: MimePart): ReadText => {
    const known = texts.get(part);
    if (known !== undefined) return known;
    const body = bytes.subarray(part.bodyStart, part.bodyEnd);
    const { text, isCut, files } = readPartText(bytesLeft > 0 ? body : body.subarray(0, 0), part.encoding, part.type);
    if (isCut || bytesLeft <= 0) notes.add('too-large');
    bytesLeft -= body.length;
    inText.push(...attachmentsIn(files, part.section));
    const done = { type: part.type.value, text };
    texts.set(part, done);
    return done;
  };
  const attachments = attachmentsOf(bytes, chosen.attachments, wanted);
  if (chosen.attachments.some((part) => isEncrypted(part.type))) notes.add('encrypted');
  const calendar = chosen.attachments.find((part) => part.type.value === 'text/calendar');
  const [main] = chosen.textParts;
  const textParts = chosen.textParts.map(read);
  const htmlParts = chosen.htmlParts.map(read);
  return assembleMail({
    envelope: readEnvelope(tree.root.fields, (main ?? tree.root).type.params['charset']?.toLowerCase() ?? ''),
    textParts: [...textParts, ...parcelTexts(bytes, chosen.attachments, [...textParts, ...htmlParts])],
    htmlParts,
    attachments: [...attachments, ...inText],
    types: chosen.types,
    calendar: calendar === undefined ? null : { type: calendar.type, text: read(calendar).text },
    notes,
  });
}

/** The letter inside its signature, under the header outside; null where nothing readable is inside. */
function withoutSignature(bytes: Buffer, root: MimePart): ParsedMail | null {
  const body = decodeTransfer(bytes.subarray(root.bodyStart, root.bodyEnd), root.encoding);
  const inside = signedContent(body);
  if (inside === null || isSmime(readMimeTree(inside).root.type)) return null;
  const outside = root.fields.filter(({ name }) => !name.startsWith('content-'));
  const head = outside.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  const mail = readWholeMail(Buffer.concat([Buffer.from(head, 'latin1'), inside]), 'all');
  const wrapping: ParsedAttachment = {
    part: root.section,
    fileName: fileNameOf(root.type, root.disposition),
    contentType: root.type.value,
    size: body.length,
    contentId: null,
    isInline: false,
    content: null,
  };
  // No server can give the files inside by themselves.
  const files = mail.attachments.map((file, index) => ({ ...file, part: `${root.section}/${index + 1}` }));
  return { ...mail, attachments: [...files, wrapping] };
}

/** Where Outlook put the letter itself into winmail.dat, its words stand for the text that is missing. */
function parcelTexts(bytes: Buffer, parts: readonly MimePart[], read: readonly ReadText[]): readonly ReadText[] {
  if (read.some(({ text }) => text.trim() !== '')) return [];
  const parcel = parts.find((part) => isTnef(part.type.value, fileNameOf(part.type, part.disposition)));
  if (parcel === undefined || parcel.bodyEnd - parcel.bodyStart > 2 * LIMITS.parcelBytes) return [];
  const text = tnefText(decodeTransfer(bytes.subarray(parcel.bodyStart, parcel.bodyEnd), parcel.encoding));
  return text === '' ? [] : [{ type: 'text/plain', text }];
}

function attachmentsOf(bytes: Buffer, parts: readonly MimePart[], wanted: Wanted): readonly ParsedAttachment[] {
  let shownLeft: number = LIMITS.shownBytes;
  return parts.flatMap((part) => {
    const body = bytes.subarray(part.bodyStart, part.bodyEnd);
    const fileName = fileNameOf(part.type, part.disposition);
    const size = decodedSize(body, part.encoding);
    if (isTnef(part.type.value, fileName) && size <= LIMITS.parcelBytes) {
      const files = filesInside(decodeTransfer(body, part.encoding), part.section);
      if (files.length > 0) return files;
    }
    const isShown = wanted === 'shown' && part.contentId !== null && part.type.value.startsWith('image/');
    const isPicture = isShown && size <= LIMITS.shownPictureBytes && size <= shownLeft;
    if (isPicture) shownLeft -= size;
    const isInvitation = wanted === 'shown' && part.type.value === 'text/calendar' && size <= LIMITS.calendarBytes;
    const isWanted = wanted === 'all' || isPicture || isInvitation;
    return {
      part: part.section,
      fileName,
      contentType: part.type.value,
      size,
      contentId: part.contentId,
      isInline: false,
      // A copy of its own: a view would drag the whole mail along between threads.
      content: isWanted ? new Uint8Array(decodeTransfer(body, part.encoding)) : null,
    };
  });
}

/** What Outlook packed in winmail.dat stands for it. Always with content, as no server can give these files by themselves. */
function filesInside(parcel: Uint8Array, section: string): readonly ParsedAttachment[] {
  return decodeTnef(parcel).map(({ fileName, contentType, content }, index) => ({
    part: `${section}/${index + 1}`,
    fileName,
    contentType,
    size: content.length,
    contentId: null,
    isInline: false,
    content: new Uint8Array(content),
  }));
}
