// Which parts of a large message are worth fetching now: what is read, not what is attached. Attachments are fetched when wanted.
import type { BodyStructure } from './fetch-items.ts';

export type WantedPart = { readonly part: string; readonly maxBytes: number };

/** More text than this nobody reads; the encoding adds a third. */
const MAX_TEXT_BYTES = 1024 * 1024;
/** Logos and small pictures that stand in the text. */
const MAX_INLINE_BYTES = 128 * 1024;
const MAX_INLINE_TOTAL_BYTES = 512 * 1024;
const MAX_PARTS = 24;
const MAX_DEPTH = 40;

/** In the order of the message. Empty when the description makes no sense: such a message is fetched whole. */
export function wantedParts(structure: BodyStructure): readonly WantedPart[] {
  const wanted: WantedPart[] = [];
  let inlineBytes = 0;
  const visit = (node: BodyStructure, depth: number): void => {
    if (depth > MAX_DEPTH || wanted.length >= MAX_PARTS) return;
    const type = node.type.toLowerCase();
    // A forwarded message is an attachment of its own; its text is not this message's text.
    if (type === 'message/rfc822') return;
    if (node.childNodes !== undefined && node.childNodes.length > 0) {
      for (const child of node.childNodes) visit(child, depth + 1);
      return;
    }
    // A message of one part has no part number of its own; its text is section 1 (RFC 3501, 6.4.5).
    const part = node.part ?? '1';
    const size = node.size ?? 0;
    const isAttached = node.disposition?.toLowerCase() === 'attachment';
    if ((type === 'text/plain' || type === 'text/html' || type === 'text/calendar') && !isAttached) {
      wanted.push({ part, maxBytes: MAX_TEXT_BYTES });
      return;
    }
    const isInlineImage = type.startsWith('image/') && node.id !== undefined && !isAttached;
    if (isInlineImage && size <= MAX_INLINE_BYTES && inlineBytes + size <= MAX_INLINE_TOTAL_BYTES) {
      inlineBytes += size;
      wanted.push({ part, maxBytes: MAX_INLINE_BYTES });
    }
  };
  visit(structure, 0);
  return wanted;
}

/** The node that a part number names, or null. */
export function findPart(structure: BodyStructure, part: string): BodyStructure | null {
  if ((structure.part ?? (structure.childNodes === undefined ? '1' : '')) === part) return structure;
  for (const child of structure.childNodes ?? []) {
    const found = findPart(child, part);
    if (found !== null) return found;
  }
  return null;
}
