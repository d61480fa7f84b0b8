// The reply alone, without what it answers: for the queue's rules, the preview and the search. Also cuts the message
// into runs, so that the reader can fold the quoted ones. When in doubt text stays: a quote too much is clutter, a
// lost sentence is a lost customer.
import { anywhere, oneOf } from '../phrases.ts';
import { isRule, quoteStartAt, type QuoteStart } from './quote-lines.ts';

export type TextRun = { readonly kind: 'reply' | 'quote' | 'signature'; readonly text: string };

/** Never empty when the text is not: a mail that is nothing but a quote is returned whole. */
export function stripQuote(text: string): string {
  const reply = textRuns(text)
    .filter(({ kind }) => kind === 'reply')
    .map((run) => run.text)
    .join('\n');
  const tidy = withoutTail(reply);
  return tidy === '' ? withoutAttributionOnTop(text) : tidy;
}

/** The whole text in order; joined by line ends it is the text again. */
export function textRuns(text: string): readonly TextRun[] {
  const lines = text.split(/\r\n|\n|\r/);
  const kinds = kindsOf(lines);
  const runs: { kind: TextRun['kind']; lines: string[] }[] = [];
  kinds.forEach(({ kind, own }, index) => {
    if (own !== '') runs.push({ kind: 'reply', lines: [own] });
    const line = (lines[index] ?? '').slice(own.length);
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  });
  return runs.map((run) => ({ kind: run.kind, text: run.lines.join('\n') }));
}

type LineKind = {
  readonly kind: TextRun['kind'];
  /** Start of the line that is the writer's own, when only its end is a quote. */
  readonly own: string;
};
const REPLY: LineKind = { kind: 'reply', own: '' };
const QUOTE: LineKind = { kind: 'quote', own: '' };
const SIGNATURE: LineKind = { kind: 'signature', own: '' };

function kindsOf(lines: readonly string[]): readonly LineKind[] {
  const kinds: LineKind[] = [];
  // A line below several "-- " is looked at from each of them.
  const starts = new Map<number, QuoteStart | null>();
  const startAt = (at: number): QuoteStart | null => {
    const known = starts.get(at);
    if (known !== undefined) return known;
    const start = quoteStartAt(lines, at);
    starts.set(at, start);
    return start;
  };
  let wasIntroduced = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const start = isMarked(line) ? null : startAt(at);
    if (start !== null && start.kind !== 'attribution') {
      while (kinds.length < lines.length) kinds.push(QUOTE);
      break;
    }
    if (start !== null) {
      wasIntroduced = true;
      const own = start.before === '' ? '' : line.slice(0, line.indexOf(start.before) + start.before.length);
      kinds.push(own === '' ? QUOTE : { kind: 'quote', own });
      for (let more = 1; more < start.lines; more += 1) kinds.push(QUOTE);
      at += start.lines;
      const end = markedBlockEnd(lines, at, true);
      // Top-posted without marks: all of the rest is the quote.
      const until = end > at ? end : lines.length;
      while (kinds.length < until) kinds.push(QUOTE);
      at = until;
      continue;
    }
    if (isMarked(line)) {
      const end = markedBlockEnd(lines, at, false);
      const isLast = isBlank(lines, end);
      const kind = (wasIntroduced || isLast || end - at >= 3) && !isShouting(lines, at, end) ? QUOTE : REPLY;
      while (kinds.length < end) kinds.push(kind);
      at = end;
      continue;
    }
    const signatureEnd = signatureEndAt(lines, at, startAt);
    if (signatureEnd > at) {
      while (kinds.length < signatureEnd) kinds.push(SIGNATURE);
      at = signatureEnd;
      continue;
    }
    kinds.push(REPLY);
    at += 1;
  }
  return kinds;
}

const isMarked = (line: string): boolean => line.startsWith('>') || /^\s{1,3}>/.test(line);

/** ">>> http://... <<<" is decoration. */
const isShouting = (lines: readonly string[], from: number, end: number): boolean =>
  end - from === 1 && /<<<?\s*$/.test(lines[from] ?? '');

/** End of the block of marked lines that starts at `from`, blank lines inside it and (when introduced) before it included. */
function markedBlockEnd(lines: readonly string[], from: number, mayStartBlank: boolean): number {
  let at = from;
  if (mayStartBlank) while (at < lines.length && at - from < 4 && (lines[at] ?? '').trim() === '') at += 1;
  const mark = (lines[at] ?? '').startsWith('|') && mayStartBlank ? /^\s{0,3}\|/ : /^\s{0,3}>/;
  if (!mark.test(lines[at] ?? '')) return from;
  let end = at;
  let blanks = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (mark.test(line)) {
      end = at + 1;
      blanks = 0;
    } else if (line.trim() !== '' || (blanks += 1) > 1) break;
  }
  return end;
}

const isBlank = (lines: readonly string[], from: number): boolean => {
  for (let at = from; at < lines.length; at += 1) if ((lines[at] ?? '').trim() !== '') return false;
  return true;
};

/** "-- " and what hangs below it (RFC 3676 4.3), until a quote begins; a longer tail than this is no signature. */
const LONGEST_SIGNATURE = 20;

function signatureEndAt(lines: readonly string[], from: number, startAt: (at: number) => QuoteStart | null): number {
  const line = lines[from] ?? '';
  if (line !== '--' && line !== '-- ') return from;
  for (let at = from + 1; at <= lines.length; at += 1) {
    if (at - from > LONGEST_SIGNATURE) return from;
    if (at === lines.length || isMarked(lines[at] ?? '') || startAt(at) !== null) return at;
  }
  return from;
}

const FROM_PHONE = oneOf`
  # en
  sent (?:from|with|via|using) (?:my |the )?
  get (?:outlook|bluemail) for[ ]
  # nl
  verzonden (?:vanaf|vanuit|met|via|door)[ ]
  verstuurd (?:vanaf|vanuit|met|via)[ ]
  # fr
  envoyé (?:de|depuis|à partir de|avec|via) (?:mon |l['’]|mes )?
  # de
  von meine[mr](?:/meine[mr])? [^.!?]{1,40} (?:gesendet|verschickt)
  diese nachricht wurde von meine[mr][ ]
  gesendet (?:von|mit|über)[ ]
  # it, es
  inviato da[ ]
  enviado (?:desde|do)[ ]
  # what one should get as well
  outlook (?:voor|für|pour|for)[ ]
  (?:télécharge[rz]|obten(?:ir|ez)|holen sie sich|hol dir) outlook[ ]
  provenance : courrier[ ]
  download outlook[ ]
  yahoo mail(?::| op| sur| on)
`;
/** What phones and apps put under a reply: "Verzonden vanaf mijn iPhone", perhaps with a link behind it. */
const APP_FOOTER = anywhere('i')`
  ^\s*\[?(?:${FROM_PHONE})[^.!?]{0,80}(?:<[^>]{1,200}>|\([^)]{1,120}\))?\.?\]?\s*$
`;
const MARK_ONLY = /^[\sᐧ]*$/;

/** Without app footers, rules and tracking marks at the end. */
function withoutTail(reply: string): string {
  const lines = reply.split('\n');
  for (;;) {
    const last = lines.at(-1);
    if (last === undefined) break;
    const isTail =
      MARK_ONLY.test(last) ||
      isRule(last) ||
      /^\s*(?:-{2,3}|\*{3}|#{3,}|_{3})\s*$/.test(last) ||
      APP_FOOTER.test(last.slice(0, 300));
    if (!isTail) break;
    lines.pop();
  }
  while (lines.length > 0 && (lines[0] ?? '').trim() === '') lines.shift();
  return lines.join('\n').trimEnd();
}

/** Some programs put the attribution above and the answer below it, without any mark. */
function withoutAttributionOnTop(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return '';
  const start = quoteStartAt(lines, first);
  const below = start?.kind === 'attribution' ? lines.slice(first + start.lines).join('\n') : '';
  return below.trim() === '' ? text.trim() : below.replace(/^\s*\n/, '').trimEnd();
}
