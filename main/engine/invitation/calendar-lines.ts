// A calendar object of whatever make, brought down to the lines that an invitation is read from: one event, its time zones, and no
// line longer than anybody reads. What is broken or superfluous never reaches the parser.

/** More is no invitation: a year of a busy agenda stays below. */
const MOST_CHARACTERS = 2_000_000;
/** Of one line, unfolded. A description may be an agenda; more of it nobody reads in a card. */
const LONGEST_LINE = 20_000;
/** Guests of the largest honest meeting. */
const MOST_LINES = 12_000;

/** An alarm stands in an event in a calendar; the change of a clock as deep. */
const DEEPEST = 8;

const OF_CALENDAR: ReadonlySet<string> = new Set(['VERSION', 'METHOD']);
const OF_ZONE: ReadonlySet<string> = new Set(['TZID', 'TZOFFSETFROM', 'TZOFFSETTO', 'DTSTART', 'RRULE']);
const OF_EVENT: ReadonlySet<string> = new Set([
  'UID',
  'DTSTAMP',
  'SEQUENCE',
  'RECURRENCE-ID',
  'STATUS',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'ORGANIZER',
  'ATTENDEE',
]);

/** In lines of CR LF; null where no event is in it. */
export function calendarLines(text: string): string | null {
  if (text.length > MOST_CHARACTERS) return null;
  const kept: string[] = [];
  const open: string[] = [];
  let events = 0;
  for (const line of unfolded(text)) {
    const name = /^[A-Za-z0-9-]{1,40}(?=[;:])/.exec(line)?.[0].toUpperCase();
    if (name === undefined) continue;
    const what = line
      .slice(name.length + 1)
      .trim()
      .toUpperCase();
    if (name === 'BEGIN') {
      open.push(what);
      if (open.length > DEEPEST) return null;
      if (what === 'VEVENT') events += 1;
    }
    if (keeps(name, line, open, events)) kept.push(line.slice(0, LONGEST_LINE));
    if (name === 'END' && open.at(-1) === what) open.pop();
    if (kept.length > MOST_LINES) return null;
  }
  // What a cut file leaves open is closed here.
  while (open.length > 0) {
    const left = open.pop() ?? '';
    if (isKept(open, left, events)) kept.push(`END:${left}`);
  }
  return events === 0 ? null : kept.map((line) => `${line}\r\n`).join('');
}

/** The first event speaks for all: further ones of the same mail are its exceptions. */
function keeps(name: string, line: string, open: readonly string[], events: number): boolean {
  const inside = open.at(-1);
  if (inside === undefined || !isKept(open.slice(0, -1), inside, events)) return false;
  if (name === 'BEGIN' || name === 'END') return true;
  if (inside === 'VCALENDAR') return OF_CALENDAR.has(name);
  if (inside === 'VEVENT') return OF_EVENT.has(name);
  // Zones change once or twice a year; what repeats faster exists to be counted out for ever.
  return OF_ZONE.has(name) && (name !== 'RRULE' || /FREQ=YEARLY/i.test(line));
}

function isKept(around: readonly string[], what: string, events: number): boolean {
  const path = [...around, what].join(' ');
  if (path === 'VCALENDAR VEVENT') return events === 1;
  return (
    path === 'VCALENDAR' ||
    path === 'VCALENDAR VTIMEZONE' ||
    path === 'VCALENDAR VTIMEZONE STANDARD' ||
    path === 'VCALENDAR VTIMEZONE DAYLIGHT'
  );
}

/** RFC 5545 3.1. A line without a name is the rest of a text that was not folded. */
const unfolded = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
