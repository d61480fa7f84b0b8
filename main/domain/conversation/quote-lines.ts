// The lines by which mail programs introduce what they quote: "Op ma 3 mrt 2025 om 10:12 schreef Anneke <...>:", a
// rule with "Oorspronkelijk bericht", or Outlook's block of Van, Verzonden, Aan, Onderwerp. Public habits of
// programs, not of people.
import {
  ADDRESS_AND_MOMENT,
  DATE_AND_ADDRESS,
  ENDS_IN_VERB,
  GMAIL_OLD,
  HABITS,
  HAS_DATE,
  HAS_TIME,
  HEADER_NAMES,
  LAST_WORD,
  MOMENT_AND_ADDRESS,
  NAME_FIRST,
  SEPARATOR_WORDS,
  SMALL_WORDS,
  SPEAKING,
  type HeaderKind,
} from './quote-words.ts';

/** How many lines from `from` on introduce a quote, and whether only marked lines (">") may belong to it; null when none does. */
export type QuoteStart = {
  readonly lines: number;
  /** 'attribution' needs a look at what follows; after the others the rest of the mail is the quote. */
  readonly kind: 'attribution' | 'separator' | 'header-block';
  /** What the writer put before it on the same line. */
  readonly before: string;
};

export function quoteStartAt(lines: readonly string[], from: number): QuoteStart | null {
  const line = lines[from] ?? '';
  if (line.length > LONGEST_LINE || line.trim() === '') return null;
  if (isSeparator(line)) return { lines: 1, kind: 'separator', before: '' };
  const header = headerBlockAt(lines, from);
  if (header > 0) return { lines: header, kind: 'header-block', before: '' };
  return attributionAt(lines, from);
}

/** Longer lines are text; also keeps what follows linear. */
const LONGEST_LINE = 1_000;

// ---- separators

function isSeparator(line: string): boolean {
  if (line.length > 120 || !/^[\s>]*[-_=*]|:[\s*]*$/.test(line)) return false;
  const words = line.replace(/^[\s>*_=-]+|[\s*_=-]+$/g, '');
  if (words.length < 8 || words.length > 60) return false;
  const hasColon = words.endsWith(':');
  if (!SEPARATOR_WORDS.test(hasColon ? words.slice(0, -1).trim() : words)) return false;
  // Without its dashes it must be a line of its own with a colon: "Begin doorgestuurd bericht:".
  return hasColon || /-{2,}|_{4,}|={4,}/.test(line);
}

// ---- Outlook's block of header lines

function headerKindOf(line: string): HeaderKind | null {
  const colon = line.slice(0, 30).search(/[:：]/);
  if (colon < 1) return null;
  const name = line
    .slice(0, colon)
    .replace(/[*_>\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return Object.hasOwn(HEADER_NAMES, name) ? (HEADER_NAMES[name] ?? null) : null;
}

/** Lines that the block takes, with the rule above it; 0 when there is none. */
function headerBlockAt(lines: readonly string[], from: number): number {
  let at = from;
  const top = lines[from] ?? '';
  const mark = top.trimStart().charCodeAt(0);
  const mayBeRule = RULE_MARKS.has(mark);
  if (!mayBeRule && !/^[^:：]{1,29}[:：]/.test(top)) return 0;
  // Outlook's line of underscores, or a row of dashes, directly above.
  if (mayBeRule && isRule(top)) {
    at += 1;
    while (at - from < 4 && (lines[at] ?? '').trim() === '') at += 1;
  }
  const isRuled = at > from;
  const first = headerKindOf(lines[at] ?? '');
  // Hotmail and GMX begin with the date.
  if (first !== 'from' && first !== 'date') return 0;
  const isBare = first === 'date' && !isRuled;
  const kinds = new Set<HeaderKind>();
  let end = at;
  let hasAddress = false;
  let others = 0;
  let senders = 0;
  for (let next = at; next < lines.length && next - at < 16; next += 1) {
    const line = lines[next] ?? '';
    if (line.trim() === '') continue;
    const kind = headerKindOf(line);
    if (kind === null) {
      // A folded list of recipients goes on below; two such lines are text.
      if ((others += 1) > 1) break;
      continue;
    }
    // A block has one sender, or two where somebody sent for another; more of them are text.
    if (kind === 'from' && (senders += 1) > 2) break;
    others = 0;
    kinds.add(kind);
    hasAddress ||= line.includes('@');
    end = next + 1;
  }
  // "Van: Kerkstraat 1 / Aan: Dorpsweg 2 / Datum: vrijdag" is a customer who moves house.
  const isBlock =
    kinds.size >= 3 &&
    kinds.has('from') &&
    (!isBare || (kinds.has('to') && kinds.has('subject') && hasAddress)) &&
    (kinds.has('subject') || hasAddress || isRuled) &&
    (kinds.has('date') || kinds.has('to'));
  return isBlock ? end - from : 0;
}

const RULE_MARKS: ReadonlySet<number> = new Set(Array.from('_=*~+#—–-', (mark) => mark.charCodeAt(0)));
export const isRule = (line: string): boolean => /^\s*(?:[_=*~+#—–-]\s?){4,200}\s*$/.test(line.slice(0, LONGEST_LINE));

// ---- attributions

const MOST_LINES = 4;
const LONGEST_ATTRIBUTION = 500;

function attributionAt(lines: readonly string[], from: number): QuoteStart | null {
  const first = (lines[from] ?? '').replace(/^[\s>|*-]+/, '');
  if (first === '' || !/\d|<|"/.test(first)) return null;
  let joined = '';
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const raw = (lines[from + count - 1] ?? '').trim();
    // Broken inside the address, the next line begins with its ">", which is no mark.
    const line = joined.lastIndexOf('<') > joined.lastIndexOf('>') ? raw : raw.replace(/^[\s>|]+/, '');
    if (line === '') return null;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > LONGEST_ATTRIBUTION) return null;
    if (!mayEndAttribution(line)) continue;
    const before = attributionIn(joined, lines[from + count] ?? '', lines[from + count + 1] ?? '');
    // On a line with the writer's own words it fits whole; else those words are lines of the reply above it.
    if (before !== null && (before === '' || count === 1)) return { lines: count, kind: 'attribution', before };
  }
  return null;
}

/** Nearly all lines do not, and so cost next to nothing. */
function mayEndAttribution(line: string): boolean {
  const last = line.at(-1) ?? '';
  if (':：>*-'.includes(last) || LAST_WORD.test(line.slice(-30))) return true;
  return GMAIL_OLD.test(line);
}

/** "Op 3 maart om 10:12 schreef Anneke Bos:", and not "... schreef de gemeente ons dat het niet mag:". */
const isOnlyNames = (text: string): boolean =>
  text.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word) || SMALL_WORDS.test(word));

/** What stands before the attribution that ends `text`; null when `text` does not end in one. */
function attributionIn(text: string, next: string, afterNext: string): string | null {
  if (
    GMAIL_OLD.test(text) ||
    DATE_AND_ADDRESS.test(text) ||
    MOMENT_AND_ADDRESS.test(text) ||
    ADDRESS_AND_MOMENT.test(text) ||
    (NAME_FIRST.test(text) && HAS_TIME.test(text))
  )
    return '';
  // All habits name a moment; asking this first keeps lines of nothing but dashes cheap.
  if (!HAS_DATE.test(text) && !HAS_TIME.test(text)) return null;
  // The last word of an attribution is its verb, a name or an address, then usually a colon.
  const end = text.replace(/[\s*-]+$/, '');
  const isClosed = /[:：]$/.test(end);
  const isMarked = /^\s*[>|]/.test(next) || (next.trim() === '' && /^\s*[>|]/.test(afterNext));
  for (const { starts, verb } of HABITS) {
    const verbAt = text.search(verb);
    if (verbAt < 0) continue;
    const startAt = text.search(starts);
    if (startAt < 0 || startAt > verbAt) continue;
    const quoted = text.slice(startAt);
    const hasTime = HAS_TIME.test(quoted);
    if (!(HAS_DATE.test(quoted) || hasTime) || SPEAKING.test(quoted)) continue;
    const endsInVerb = ENDS_IN_VERB.test(end);
    if (!isClosed && !(endsInVerb && (hasTime || text.includes('@')))) continue;
    // Without marks on what follows, it must show more than a date to take the rest of the mail with it.
    if (!isMarked && !text.includes('@') && !(hasTime && isOnlyNames(quoted))) continue;
    const before = text.slice(0, startAt).replace(/[\s*-]+$/, '');
    // Words before it on the line are the writer's own only where the program set marks below.
    if (before !== '' && !(isMarked && /\d/.test(quoted))) continue;
    return before;
  }
  return null;
}
