// Mail has CRLF lines; some arrives with LF, a few bounces with CR alone. Only the last need help before anything is read.

/** The same bytes, or a copy in which lone CRs are line feeds when the mail has no other line ends in its header. */
export function withReadableLines(bytes: Buffer): Buffer {
  const firstReturn = bytes.indexOf(13);
  if (firstReturn < 0) return bytes;
  const firstFeed = bytes.indexOf(10);
  if (firstFeed >= 0 && (firstFeed < firstReturn || firstFeed === firstReturn + 1)) return bytes;
  // A stray CR inside one header line is not a line end: the line after it has to look like a field as well.
  const next = bytes.toString('latin1', firstReturn + 1, firstReturn + 80);
  if (firstFeed >= 0 && !/^(?:[!-9;-~]+:|[ \t]|\r)/.test(next)) return bytes;
  const copy = Buffer.from(bytes);
  for (let at = firstReturn; at >= 0; at = copy.indexOf(13, at + 1)) if (copy[at + 1] !== 10) copy[at] = 10;
  return copy;
}
