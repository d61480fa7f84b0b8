// Patterns of words that read as lists. A template holds one phrase a line, or a few that belong together with `|`
// between them; each phrase is regular expression as in a literal. Blank lines and lines that begin with `#` are left
// out. A blank or a `#` at the edge of a line is written `[ ]` or `[#]`. What comes out is one plain RegExp, the same
// as the phrases joined on one line.

type Flags = '' | 'i' | 'u' | 'iu' | 'im';
type Template<Result> = (lines: TemplateStringsArray, ...parts: readonly string[]) => Result;

/** The phrases as they stand inside a group: `a|b|c`. For building in: `(?:${DAY})`. */
export const oneOf: Template<string> = (lines, ...parts) => linesOf(lines, parts).join('|');

/** Between the edges of words: "prijs" is found in "De prijs?", not in "prijzen". */
export const wholeWords = (flags: Flags): Template<RegExp> => pattern('\\b(?:', ')\\b', flags);

/** At the beginning of the text, blanks before it aside, whatever follows. */
export const atStart = (flags: Flags): Template<RegExp> => pattern('^\\s*(?:', ')', flags);

/** The whole text, and nothing beside it. */
export const wholeText = (flags: Flags): Template<RegExp> => pattern('^(?:', ')$', flags);

/** Anywhere, also inside a word; a phrase that minds its edges says so itself. */
export const anywhere = (flags: Flags): Template<RegExp> => pattern('', '', flags);

/** Words with white space between them, over as many lines as they need. */
export const wordList: Template<readonly string[]> = (lines, ...parts) => linesOf(lines, parts).join(' ').split(/\s+/);

export const wordSet: Template<ReadonlySet<string>> = (lines, ...parts) => new Set(wordList(lines, ...parts));

const pattern =
  (before: string, after: string, flags: Flags): Template<RegExp> =>
  (lines, ...parts) =>
    new RegExp(`${before}${oneOf(lines, ...parts)}${after}`, flags);

const linesOf = (lines: TemplateStringsArray, parts: readonly string[]): readonly string[] =>
  String.raw(lines, ...parts)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
