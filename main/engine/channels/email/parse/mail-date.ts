// The Date header (RFC 5322 3.3 and 4.3) and what old and odd programs write instead. Nonsense gives null and never "now":
// a mail with a broken date must not jump the queue.
import type { Instant } from '../../../../domain/instant.ts';

export function parseMailDate(header: string): Instant | null {
  const text = header
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  if (text === '') return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?/i.exec(text);
  if (iso !== null) {
    return instantOf(
      iso.slice(1, 7).map((part) => Number(part ?? 0)),
      zoneMinutes((iso[7] ?? 'Z').replace(':', '')),
    );
  }
  const tokens = text.replace(/,/g, ' ').split(/\s+/).filter(Boolean);
  let day = -1;
  let month = -1;
  let year = -1;
  let time: readonly number[] | null = null;
  let zone = 0;
  for (const token of tokens) {
    const clock: RegExpExecArray | null =
      time === null ? /^(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?(am|pm)?$/i.exec(token) : null;
    const dashed = /^(\d{1,2})-([A-Za-z]{3,9})-(\d{2,4})$/.exec(token);
    if (dashed !== null) {
      day = Number(dashed[1]);
      month = monthOf(dashed[2] ?? '');
      year = fullYear(dashed[3] ?? '');
    } else if (clock !== null) {
      const hours: number = Number(clock[1]);
      const half: string | undefined = clock[4]?.toLowerCase();
      time = [
        half === 'pm' && hours < 12 ? hours + 12 : half === 'am' && hours === 12 ? 0 : hours,
        Number(clock[2]),
        Number(clock[3] ?? 0),
      ];
    } else if (/^\d+$/.test(token)) {
      if (day < 0 && token.length <= 2) day = Number(token);
      else if (year < 0 && token.length >= 2 && token.length <= 4) year = fullYear(token);
    } else if (month < 0 && monthOf(token) >= 0) {
      month = monthOf(token);
    } else if (time !== null) {
      zone = zoneMinutes(token) || zone;
    }
  }
  if (day < 0 || month < 0 || year < 0) return null;
  return instantOf([year, month + 1, day, ...(time ?? [0, 0, 0])], zone);
}

function instantOf(parts: readonly number[], zone: number): Instant | null {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  if (year < 1900 || year > 2100 || hours > 24 || minutes > 59 || seconds > 60) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // The 31st of February is nonsense too; Date.UTC would carry it over.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  return Date.UTC(year, month - 1, day, hours, minutes, Math.min(seconds, 59)) - zone * 60_000;
}

/** RFC 5322 4.3: two digits below 50 are of this century, three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 2 ? year + (year < 50 ? 2000 : 1900) : digits.length === 3 ? year + 1900 : year;
}

// Dutch, French and German short names too: some shop systems write the date in their own language.
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fév', 'fev'],
  ['mar', 'maa', 'mrt', 'mär'],
  ['apr', 'avr'],
  ['may', 'mei', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aoû', 'aou'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'déc', 'dez'],
];

function monthOf(word: string): number {
  const name = word.toLowerCase();
  if (name.length < 3 || name.length > 10 || !/^\p{L}+\.?$/u.test(name)) return -1;
  return MONTHS.findIndex((names) => names.some((start) => name.startsWith(start)));
}

const ZONES: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
  MET: 60,
  MEST: 120,
  WEST: 60,
  BST: 60,
  EET: 120,
  EEST: 180,
  JST: 540,
};

/** Minutes east of UTC. Unknown names are UTC (RFC 5322 4.3), and so are offsets of a day or more. */
function zoneMinutes(zone: string): number {
  const offset = /^(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return ZONES[zone.toUpperCase()] ?? 0;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return minutes >= 24 * 60 ? 0 : offset[1] === '-' ? -minutes : minutes;
}
