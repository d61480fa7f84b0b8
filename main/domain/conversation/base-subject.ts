// A subject without the marks that mail programs put before it ("Re:", "Antw:", "WG:", "Re[2]:"), for threading and for
// answering. One pass from the front, no pattern over the whole, so a subject of a million "Re:" costs a million steps.

/** The base; '' when nothing else is left. List names such as "[lijst]" stay. */
export function baseSubject(subject: string): string {
  let at = skipBlanks(subject, 0);
  for (;;) {
    const next = afterMark(subject, at);
    if (next < 0) break;
    at = skipBlanks(subject, next);
  }
  return withoutForwardTail(subject.slice(at).replace(/\s+/g, ' ').trim());
}

/** Is there a mark at all: does the subject say that it answers or passes on something? */
export const hasReplyMark = (subject: string): boolean => afterMark(subject, skipBlanks(subject, 0)) >= 0;

// Programs of some twenty languages. One letter ("R", "I") is Italian Outlook and needs its colon like all others.
const MARKS: ReadonlySet<string> = new Set(
  [
    're res rép rep réf ref antw betr aw sv vs r rif odp ynt vá bls atb ats edp tb',
    'fw fwd wg tr trans doorst doorgest rv renv enc i inoltro vb vl pd ilt i̇lt továbbítás fs wt ml',
    '回复 答复 回覆 转发 轉寄 απ πρθ הש 답장 전달',
  ].flatMap((list) => list.split(' ')),
);
const LONGEST_MARK = Math.max(...Array.from(MARKS, (mark) => mark.length));

/** Place after the mark that starts at `from`, or -1. */
function afterMark(subject: string, from: number): number {
  let end = from;
  while (end - from <= LONGEST_MARK && isLetter(subject, end)) end += 1;
  if (end === from || !MARKS.has(subject.slice(from, end).toLocaleLowerCase('und'))) return -1;
  let at = end;
  // "Re[2]:", "Re(3):", "RE^2:", "Re2:", and French "RE :" with its blank.
  const open = subject[at];
  if (open === '[' || open === '(') {
    const digitsEnd = skipDigits(subject, at + 1);
    if (digitsEnd > at + 1 && (subject[digitsEnd] === ']' || subject[digitsEnd] === ')')) at = digitsEnd + 1;
  } else if (open === '^' || open === '*') at = skipDigits(subject, at + 1);
  else at = skipDigits(subject, at);
  if (at - end > 6) return -1;
  let blanks = 0;
  while ((subject[at] === ' ' || subject[at] === '\u00a0') && blanks < 2) {
    at += 1;
    blanks += 1;
  }
  return subject[at] === ':' || subject[at] === '：' ? at + 1 : -1;
}

const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (
    (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code !== 0x3000 && code !== 0xff1a)
  );
};

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] as string)) at += 1;
  return at;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at;
}

/** RFC 5256 2.1 (5): some programs put "(fwd)" behind. */
const withoutForwardTail = (subject: string): string => {
  let base = subject;
  while (base.toLowerCase().endsWith('(fwd)')) base = base.slice(0, -5).trimEnd();
  return base;
};
