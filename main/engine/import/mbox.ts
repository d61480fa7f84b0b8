// Takes an mbox apart as it streams by, whatever its size: only one message is in memory at a time. Reads what mboxrd and mboxo
// writers make, with either kind of line end, and leaves judging the messages to others.
//
// "From " at the start of a line both parts messages and begins sentences. Writers put ">" before the latter, but not all do, and
// some leave the empty line out before the former. So a line parts messages when a header field follows it and it tells a time;
// the bare "From " of newer Thunderbirds only after an empty line.

export type MboxPiece =
  | { readonly kind: 'mail'; readonly raw: Buffer; readonly fromLine: string }
  | { readonly kind: 'too-large'; readonly fromLine: string };

const LINE_FEED = 10;
const RETURN = 13;
const SEPARATOR = Buffer.from('\nFrom ', 'latin1');
/** Real separators have some 60 letters; what goes on without an end is somebody's text. */
const LONGEST_LINE = 1_000;
/** Of the next line only this much is needed to see that it is a header field. */
const LOOK_AHEAD = 200;

/** `chunks` from the file's first byte on, which must be the F of a "From " line. */
export async function* readMbox(
  chunks: AsyncIterable<Buffer>,
  limits: { readonly mailBytes: number },
): AsyncGenerator<MboxPiece> {
  // What surely belongs to the present message, and what is still to be looked at.
  let settled: Buffer[] = [];
  let settledBytes = 0;
  let open: Buffer = Buffer.alloc(0);
  const settle = (bytes: Buffer): void => {
    settledBytes += bytes.length;
    // The first line is kept of one that is too large: it is what tells which it was.
    if (settledBytes <= limits.mailBytes || settled.length === 0) settled.push(bytes);
  };
  const take = (): MboxPiece => {
    const whole = Buffer.concat(settled);
    const isTooLarge = settledBytes > limits.mailBytes;
    settled = [];
    settledBytes = 0;
    return pieceOf(whole, isTooLarge);
  };
  for await (const chunk of chunks) {
    open = open.length === 0 ? chunk : Buffer.concat([open, chunk]);
    let from = 0;
    for (;;) {
      const at = open.indexOf(SEPARATOR, from);
      if (at < 0) {
        // A separator may be cut in two by the end of the chunk, and the line before it must still be known to be empty.
        const sure = Math.max(0, open.length - SEPARATOR.length - 2);
        settle(open.subarray(0, sure));
        open = open.subarray(sure);
        break;
      }
      const verdict = parts(open, at);
      if (verdict === 'unknown') {
        const sure = Math.max(0, at - 2);
        settle(open.subarray(0, sure));
        open = open.subarray(sure);
        break;
      }
      if (verdict === 'yes') {
        settle(open.subarray(0, at + 1));
        yield take();
        open = open.subarray(at + 1);
        from = 0;
      } else {
        from = at + 1;
      }
    }
  }
  // The last line of the file: with no line after it, it parts nothing.
  settle(open);
  if (settledBytes > 0) yield take();
}

/** 'unknown': the next chunk must tell. */
function parts(bytes: Buffer, at: number): 'yes' | 'no' | 'unknown' {
  const lineStart = at + 1;
  const lineEnd = bytes.indexOf(LINE_FEED, lineStart);
  if (lineEnd < 0) return bytes.length - lineStart > LONGEST_LINE ? 'no' : 'unknown';
  if (lineEnd - lineStart > LONGEST_LINE) return 'no';
  const nextEnd = bytes.indexOf(LINE_FEED, lineEnd + 1);
  if (nextEnd < 0 && bytes.length - lineEnd < LOOK_AHEAD) return 'unknown';
  const next = bytes.toString(
    'latin1',
    lineEnd + 1,
    Math.min(lineEnd + LOOK_AHEAD, nextEnd < 0 ? bytes.length : nextEnd),
  );
  if (!/^[!-9;-~]+[ \t]*:/.test(next)) return 'no';
  const line = bytes.toString('latin1', lineStart, lineEnd).trimEnd();
  if (/\d{1,2}:\d{2}/.test(line) && /\b(?:19|20)\d{2}\b/.test(line)) return 'yes';
  return isAfterEmptyLine(bytes, at) && /^From(?: -)?$/.test(line) ? 'yes' : 'no';
}

const isAfterEmptyLine = (bytes: Buffer, at: number): boolean =>
  bytes[at - 1] === LINE_FEED || (bytes[at - 1] === RETURN && bytes[at - 2] === LINE_FEED);

function pieceOf(whole: Buffer, isTooLarge: boolean): MboxPiece {
  const lineEnd = whole.indexOf(LINE_FEED);
  const fromLine = whole.toString('latin1', 0, lineEnd < 0 ? whole.length : lineEnd).trimEnd();
  if (isTooLarge) return { kind: 'too-large', fromLine };
  return {
    kind: 'mail',
    raw: unescaped(withoutLastEmptyLine(whole.subarray(lineEnd < 0 ? whole.length : lineEnd + 1))),
    fromLine,
  };
}

/** The empty line before the next separator is the writer's. */
function withoutLastEmptyLine(raw: Buffer): Buffer {
  if (raw.at(-1) !== LINE_FEED) return raw;
  const end = raw.at(-2) === RETURN ? raw.length - 2 : raw.length - 1;
  return raw[end - 1] === LINE_FEED ? raw.subarray(0, end) : raw;
}

/** Takes one ">" off, as mboxrd asks. An mboxo file meant only the lines with one; of the rest a quoted quote loses a mark. */
function unescaped(raw: Buffer): Buffer {
  if (!raw.includes('>From ', 0, 'latin1')) return raw;
  return Buffer.from(raw.toString('latin1').replaceAll(/(^|\n)>(>*From )/g, '$1$2'), 'latin1');
}

/** "From jan@x Tue Nov 21 10:20:30 2026": the time without a zone that most writers mean as UTC. null: it tells none. */
export function instantInFromLine(line: string): number | null {
  const found = /\b([A-Z][a-z]{2}) +(\d{1,2}) +(\d{1,2}:\d{2}(?::\d{2})?) (?:[A-Z]{2,5} |[+-]\d{4} )?(\d{4})/.exec(
    line,
  );
  if (found === null) return null;
  const at = Date.parse(`${found[2]} ${found[1]} ${found[4]} ${found[3]} UTC`);
  return Number.isNaN(at) ? null : at;
}
