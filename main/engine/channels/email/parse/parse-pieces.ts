// A large message of which only the header and the parts worth reading were fetched, with the server's description of the rest
// (BODYSTRUCTURE, RFC 9051 7.5.2). The answer has the same shape as of a whole mail.
import type { MessageNote } from '../../../../domain/conversation/message.ts';
import type { ParsedAttachment, ParsedMail } from '../../parsed-mail.ts';
import { assembleMail, fileNameOf, isEncrypted, type ReadText } from './assemble.ts';
import { chooseBody } from './choose-body.ts';
import { readEnvelope } from './envelope.ts';
import { readHeader } from './header-block.ts';
import { parametersOf, type ValueWithParams } from './header-params.ts';
import { attachmentsIn } from './inline-files.ts';
import { LIMITS } from './limits.ts';
import { withReadableLines } from './newlines.ts';
import { readPartText } from './part-text.ts';
import { decodeTransfer, transferEncodingOf, type TransferEncoding } from './transfer-encoding.ts';

/** The server's description of one part, in the object form that imapflow gives. */
export type PartDescription = {
  readonly part?: string | undefined;
  readonly type: string;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  readonly id?: string | undefined;
  readonly encoding?: string | undefined;
  readonly size?: number | undefined;
  readonly disposition?: string | undefined;
  readonly dispositionParameters?: Readonly<Record<string, string>> | undefined;
  readonly childNodes?: readonly PartDescription[] | undefined;
};

export type FetchedPieces = {
  readonly header: Uint8Array;
  readonly structure: PartDescription;
  /** Body sections as fetched, still transfer-encoded. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
};

export function parsePieces(pieces: FetchedPieces): ParsedMail {
  const notes = new Set<MessageNote>();
  const root = describe(pieces.structure, notes);
  const head = withReadableLines(bufferOf(pieces.header));
  const { fields, isCut } = readHeader(head, 0, head.length);
  if (isCut) notes.add('too-complex');
  const chosen = chooseBody(root, (part) => part.children);
  const texts = new Map<DescribedPart, ReadText>();
  const inText: ParsedAttachment[] = [];
  const read = (part: DescribedPart): ReadText => {
    const known = texts.get(part);
    if (known !== undefined) return known;
    const bytes = pieces.parts.get(part.section);
    const isShort = bytes === undefined || bytes.length < part.size;
    if (isShort) notes.add('too-large');
    const { text, files } = readPartText(bufferOf(bytes ?? new Uint8Array()), part.encoding, part.type);
    inText.push(...attachmentsIn(files, part.section));
    const done = { type: part.type.value, text };
    texts.set(part, done);
    return done;
  };
  if (chosen.attachments.some((part) => isEncrypted(part.type))) notes.add('encrypted');
  const calendar = chosen.attachments.find((part) => part.type.value === 'text/calendar');
  const textParts = chosen.textParts.map(read);
  const htmlParts = chosen.htmlParts.map(read);
  return assembleMail({
    envelope: readEnvelope(fields, chosen.textParts[0]?.type.params['charset']?.toLowerCase() ?? ''),
    textParts,
    htmlParts,
    attachments: [...chosen.attachments.map((part) => attachmentOf(part, pieces.parts.get(part.section))), ...inText],
    types: chosen.types,
    calendar: calendar === undefined ? null : { type: calendar.type, text: read(calendar).text },
    notes,
  });
}

type DescribedPart = {
  readonly section: string;
  readonly type: ValueWithParams;
  readonly disposition: ValueWithParams;
  readonly encoding: TransferEncoding;
  readonly contentId: string | null;
  readonly size: number;
  readonly children: DescribedPart[];
};

/** A server's nonsense is bounded here as a sender's is in mime-tree.ts. */
function describe(structure: PartDescription, notes: Set<MessageNote>): DescribedPart {
  const root = describeOne(structure, structure.childNodes === undefined ? '1' : '');
  const waiting = [{ node: structure, part: root, depth: 0 }];
  let parts = 1;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // The parts of a forwarded message belong to that message.
    if (!next.part.type.value.startsWith('multipart/')) continue;
    for (const child of next.node.childNodes ?? []) {
      parts += 1;
      if (next.depth >= LIMITS.depth || parts > LIMITS.parts) {
        notes.add('too-complex');
        break;
      }
      const part = describeOne(
        child,
        `${next.part.section === '' ? '' : `${next.part.section}.`}${next.part.children.length + 1}`,
      );
      next.part.children.push(part);
      waiting.push({ node: child, part, depth: next.depth + 1 });
    }
  }
  return root;
}

const describeOne = (node: PartDescription, section: string): DescribedPart => ({
  section: node.part ?? section,
  type: { value: node.type.toLowerCase(), params: parametersOf(Object.entries(node.parameters ?? {})) },
  disposition: {
    value: node.disposition?.toLowerCase() ?? '',
    params: parametersOf(Object.entries(node.dispositionParameters ?? {})),
  },
  encoding: transferEncodingOf(node.encoding ?? ''),
  contentId: node.id?.replace(/[<>\s]/g, '') || null,
  size: node.size ?? 0,
  children: [],
});

function attachmentOf(part: DescribedPart, bytes: Uint8Array | undefined): ParsedAttachment {
  const isKept =
    part.type.value.startsWith('image/') ||
    (part.type.value === 'text/calendar' && (bytes?.length ?? 0) <= LIMITS.calendarBytes);
  const isComplete = bytes !== undefined && bytes.length >= part.size && isKept;
  const content = isComplete ? new Uint8Array(decodeTransfer(bufferOf(bytes), part.encoding)) : null;
  return {
    part: part.section,
    fileName: fileNameOf(part.type, part.disposition),
    contentType: part.type.value,
    // The server counts encoded bytes; of base64, 57 bytes make a line of 78.
    size: content?.length ?? (part.encoding === 'base64' ? Math.floor((part.size * 57) / 78) : part.size),
    contentId: part.contentId,
    isInline: false,
    content,
  };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
