// What a mail server wrote down about who sent a mail (Authentication-Results, RFC 8601). Anybody can write such a field into
// his own mail: which of them may be believed is server-habit.ts.

export type MethodResult = {
  /** Lower case: spf, dkim, dmarc ... */
  readonly method: string;
  /** Lower case: pass, fail, none ... */
  readonly result: string;
  /** Lower-case names such as "header.d" to values as written. */
  readonly properties: Readonly<Record<string, string>>;
};

export type AuthenticationResults = {
  /** The authserv-id in lower case; '' where the server leaves it out, as Microsoft's do (against RFC 8601 2.2). */
  readonly server: string;
  readonly results: readonly MethodResult[];
};

/** Microsoft's are the longest seen, at some 600 characters. */
const LONGEST = 4_000;
const MOST_RESULTS = 40;

/** Reads what it can: a field that is no such thing at all has neither server nor results. */
export function parseAuthenticationResults(field: string): AuthenticationResults {
  const pieces = splitOutsideQuotes(withoutComments(field.slice(0, LONGEST)));
  const first = pieces[0]?.trim() ?? '';
  const hasServer = !first.includes('=');
  // The version may follow the authserv-id (RFC 8601 2.2).
  const server = hasServer ? unquoted(first.split(/\s+/)[0] ?? '').toLowerCase() : '';
  const results = (hasServer ? pieces.slice(1) : pieces).slice(0, MOST_RESULTS).flatMap(readResult);
  return { server, results };
}

function readResult(piece: string): readonly MethodResult[] {
  const words = wordsOf(piece);
  const [method, result] = pairOf(words[0] ?? '');
  if (method === '' || result === '') return [];
  const properties: [string, string][] = [];
  for (const word of words.slice(1)) {
    const [name, value] = pairOf(word);
    // The first one counts: a value with a blank in it must not add a second header.d.
    if (name.includes('.') && !properties.some(([known]) => known === name)) properties.push([name, value]);
  }
  // "dkim/1=pass" names the version of the method.
  const [bare = ''] = method.split('/');
  return [{ method: bare, result: result.toLowerCase(), properties: Object.fromEntries(properties) }];
}

function pairOf(word: string): readonly [name: string, value: string] {
  const at = word.indexOf('=');
  return at < 0 ? ['', ''] : [word.slice(0, at).toLowerCase(), unquoted(word.slice(at + 1))];
}

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : text;

/** Blanks around "=" are allowed; a quoted value may hold any. */
const wordsOf = (piece: string): readonly string[] =>
  piece.replace(/\s*=\s*/g, '=').match(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g) ?? [];

/** Comments may be nested (RFC 5322 3.2.2). What an unclosed one swallows is not believed. */
function withoutComments(field: string): string {
  let kept = '';
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < field.length; at += 1) {
    const letter = field.charAt(at);
    if (letter === '\\' && (depth > 0 || isQuoted)) {
      if (depth === 0) kept += field.slice(at, at + 2);
      at += 1;
    } else if (letter === '"' && depth === 0) {
      isQuoted = !isQuoted;
      kept += letter;
    } else if (letter === '(' && !isQuoted) depth += 1;
    else if (letter === ')' && !isQuoted && depth > 0) depth -= 1;
    else if (depth === 0) kept += letter;
    if (letter === ')' && depth === 0 && !isQuoted) kept += ' ';
  }
  return kept;
}

function splitOutsideQuotes(field: string): readonly string[] {
  const pieces: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < field.length; at += 1) {
    const letter = field.charAt(at);
    if (letter === '\\' && isQuoted) at += 1;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ';' && !isQuoted) {
      pieces.push(field.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(field.slice(from));
  return pieces;
}
