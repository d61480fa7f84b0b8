// A program to start, written as the Desktop Entry Specification wants it ("The Exec key", "Possible value types"), and read
// back. Which file, and when, is autostart.ts. Pure.

export type DesktopEntry = {
  readonly exec: readonly string[];
  /** Left in place by the desktop's own settings, which switched it off. */
  readonly isOff: boolean;
};

/** Characters for which an argument must be quoted. */
const RESERVED = /[\s"'\\><~|&;$*?#()`]/;

export function execLine(command: readonly string[]): string {
  const quoted = command.map((argument) => {
    const literal = argument.replaceAll('%', '%%');
    if (literal !== '' && !RESERVED.test(literal)) return literal;
    return `"${literal.replace(/["`$\\]/g, String.raw`\$&`)}"`;
  });
  return asString(quoted.join(' '));
}

export const desktopEntry = (name: string, comment: string, command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    `Name=${asString(name)}`,
    `Comment=${asString(comment)}`,
    `Exec=${execLine(command)}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/** null: no entry that starts a program. */
export function readDesktopEntry(text: string): DesktopEntry | null {
  const values = new Map<string, string>();
  let isMain = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) isMain = line.trim() === '[Desktop Entry]';
    const [, key, value] = /^([A-Za-z0-9-]+)\s*=\s*(.*)$/s.exec(line) ?? [];
    if (isMain && key !== undefined && value !== undefined) values.set(key, value);
  }
  const exec = values.get('Exec');
  if (exec === undefined || values.get('Type') !== 'Application') return null;
  const isOff = values.get('Hidden') === 'true' || values.get('X-GNOME-Autostart-enabled') === 'false';
  return { exec: execArguments(fromString(exec)), isOff };
}

function execArguments(line: string): readonly string[] {
  const found = line.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/gs) ?? [];
  return found.map((argument) => {
    const bare = argument.startsWith('"') ? argument.slice(1, -1).replace(/\\(["`$\\])/g, '$1') : argument;
    return bare.replaceAll('%%', '%');
  });
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', t: '\t', r: '\r', s: ' ' };
const asString = (text: string): string => text.replace(/[\\\n\t\r]/g, (character) => ESCAPES[character] ?? character);
const fromString = (text: string): string =>
  text.replace(/\\([\\ntrs])/g, (_, letter: string) => ESCAPED[letter] ?? '');
