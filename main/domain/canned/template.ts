// Reads a canned reply's text: words, fields ({{contact.first_name | "daar"}}) and questions ({{?Wanneer past het}}). Values
// come in fill.ts.

/** Languages that a canned reply may have a text in. */
export const CANNED_LANGUAGES = ['nl', 'en', 'fr'] as const;
export type CannedLanguage = (typeof CANNED_LANGUAGES)[number];

export const FIELDS = [
  'contact.first_name',
  'contact.last_name',
  'contact.salutation',
  'contact.company',
  'my.name',
  'my.phone',
  'thread.subject',
  'thread.received',
  'hours.next_open',
  'commitment.date',
  'channel.name',
  'reply.by',
  'away.until',
] as const;
export type FieldName = (typeof FIELDS)[number];

export type TemplatePiece =
  | { readonly kind: 'words'; readonly text: string }
  /** `field` null: no such field, a slip of the pen that must not go out. `written` is the whole, braces and all. */
  | {
      readonly kind: 'field';
      readonly field: FieldName | null;
      readonly name: string;
      readonly fallback: string | null;
      readonly written: string;
    }
  | {
      readonly kind: 'question';
      readonly question: string;
      readonly fallback: string | null;
      readonly written: string;
    };

/** Dutch names for the fields; what stands before and after the dot may be mixed with the English. */
const GROUPS: Readonly<Record<string, string>> = {
  klant: 'contact',
  ik: 'my',
  mijn: 'my',
  gesprek: 'thread',
  uren: 'hours',
  openingsuren: 'hours',
  belofte: 'commitment',
  kanaal: 'channel',
  antwoord: 'reply',
  afwezig: 'away',
};
const NAMES: Readonly<Record<string, string>> = {
  voornaam: 'first_name',
  achternaam: 'last_name',
  aanhef: 'salutation',
  aanspreking: 'salutation',
  bedrijf: 'company',
  naam: 'name',
  telefoon: 'phone',
  onderwerp: 'subject',
  ontvangen: 'received',
  volgende_opening: 'next_open',
  datum: 'date',
  voor: 'by',
  tot: 'until',
};

export function readTemplate(template: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let from = 0;
  for (const found of template.matchAll(/\{\{([^{}]{1,400})\}\}/g)) {
    if (found.index > from) pieces.push({ kind: 'words', text: template.slice(from, found.index) });
    pieces.push(readPlaceholder(found[1] ?? '', found[0]));
    from = found.index + found[0].length;
  }
  if (from < template.length) pieces.push({ kind: 'words', text: template.slice(from) });
  return pieces;
}

/** What must not be sent: every placeholder still in the text, as its writer named it. */
export const openPlaceholders = (text: string): readonly string[] => [
  ...new Set(
    readTemplate(text).flatMap((piece) => {
      if (piece.kind === 'words') return [];
      return piece.kind === 'field' ? piece.name : piece.question;
    }),
  ),
];

/** Null for a name that is none. */
export function fieldNamed(name: string): FieldName | null {
  const [group = '', rest = '', ...more] = name.toLowerCase().split('.');
  if (more.length > 0) return null;
  const full = `${GROUPS[group] ?? group}.${NAMES[rest] ?? rest}`;
  return FIELDS.find((field) => field === full) ?? null;
}

function readPlaceholder(inside: string, written: string): TemplatePiece {
  const bar = inside.indexOf('|');
  const name = (bar === -1 ? inside : inside.slice(0, bar)).trim();
  const fallback = bar === -1 ? null : unquoted(inside.slice(bar + 1).trim());
  return name.startsWith('?')
    ? { kind: 'question', question: name.slice(1).trim(), fallback, written }
    : { kind: 'field', field: fieldNamed(name), name, fallback, written };
}

/** Word processors make curly quotes of straight ones. */
const unquoted = (text: string): string => /^["“”'‘’](.*)["“”'‘’]$/.exec(text)?.[1] ?? text;
