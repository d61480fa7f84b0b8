// A letter that lies inside its own signature (S/MIME "opaque signing": application/pkcs7-mime; smime-type=signed-data). It is not
// encrypted, only wrapped (CMS, RFC 5652 5): the wrapping is taken off, the signature is not checked.

type Element = { readonly tag: number; readonly start: number; readonly end: number; readonly next: number };

const SEQUENCE = 0x30;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const FIRST_FIELD = 0xa0;
/** SignedData itself needs eight levels; more is made to be followed for ever. */
const MOST_DEPTH = 20;

/** The MIME part inside, or null where this is something else. */
export function signedContent(bytes: Buffer): Buffer | null {
  // ContentInfo { type, [0] SignedData { version, digests, EncapsulatedContentInfo { type, [0] OCTET STRING } } }
  const info = elementAt(bytes, 0, bytes.length, 0);
  const wrapped = info?.tag === SEQUENCE ? childrenOf(bytes, info).at(1) : undefined;
  const signed = wrapped?.tag === FIRST_FIELD ? childrenOf(bytes, wrapped).at(0) : undefined;
  const inside = signed?.tag === SEQUENCE ? childrenOf(bytes, signed).at(2) : undefined;
  const field = inside?.tag === SEQUENCE ? childrenOf(bytes, inside).at(1) : undefined;
  const octets = field?.tag === FIRST_FIELD ? childrenOf(bytes, field).at(0) : undefined;
  if (octets === undefined) return null;
  const content = octetsOf(bytes, octets, 0);
  return content.length === 0 ? null : content;
}

function octetsOf(bytes: Buffer, element: Element, depth: number): Buffer {
  if (element.tag === OCTETS) return bytes.subarray(element.start, element.end);
  if (element.tag !== OCTETS_IN_PIECES || depth > MOST_DEPTH) return Buffer.alloc(0);
  return Buffer.concat(childrenOf(bytes, element).map((piece) => octetsOf(bytes, piece, depth + 1)));
}

function childrenOf(bytes: Buffer, parent: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = parent.start; at < parent.end;) {
    const child = elementAt(bytes, at, parent.end, 0);
    if (child === null) break;
    found.push(child);
    at = child.next;
  }
  return found;
}

/** One element of BER (X.690 8.1), of which DER is the strict kind: tag, length, content; null where it does not fit. */
function elementAt(bytes: Buffer, at: number, limit: number, depth: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > limit || depth > MOST_DEPTH) return null;
  if (first === 0x80) return endless(bytes, tag, at + 2, limit, depth);
  const width = first < 0x80 ? 0 : first & 0x7f;
  if (width > 4 || at + 2 + width > limit) return null;
  const length = width === 0 ? first : bytes.readUIntBE(at + 2, width);
  const start = at + 2 + width;
  return start + length > limit ? null : { tag, start, end: start + length, next: start + length };
}

/** Of indefinite length: it ends at two zero bytes among its own children. */
function endless(bytes: Buffer, tag: number, start: number, limit: number, depth: number): Element | null {
  for (let at = start; at < limit;) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, start, end: at, next: at + 2 };
    const child = elementAt(bytes, at, limit, depth + 1);
    if (child === null) return null;
    at = child.next;
  }
  return null;
}
