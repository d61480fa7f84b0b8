// A calendar object of whatever make, brought down to the lines that an invitation is read from: its events, its time zones, and no
// line longer than anybody reads. What is broken or superfluous never reaches the parser.

/** More is no invitation: a year of a busy agenda stays below. */
const MOST_CHARACTERS = 2_000_000;
/** Of one line, unfolded. A description may be an agenda; more of it nobody reads in a card. */
const LONGEST_LINE = 20_000;
/** Guests of the largest honest meeting. */
const MOST_LINES = 12_000;
/** A weekly series of years of which each one was moved. */
const MOST_EVENTS = 400;

/** Days that a series leaves out or adds, all lines together: some four hundred. The parser takes seconds for a hundred thousand. */
const MOST_OF_DAYS = 8_000;

/** An alarm stands in an event in a calendar; the change of a clock as deep. */
const DEEPEST = 8;

const EVENT = 'VCALENDAR VEVENT';
const ZONE = 'VCALENDAR VTIMEZONE';
const OF_CALENDAR: ReadonlySet<string> = new Set(['VERSION', 'METHOD']);
const OF_ZONE: ReadonlySet<string> = new Set([
  'BEGIN',
  'END',
  'TZID',
  'X-LIC-LOCATION',
  'TZOFFSETFROM',
  'TZOFFSETTO',
  'DTSTART',
  'RRULE',
]);
const OF_EXCEPTION: ReadonlySet<string> = new Set([
  'UID',
  'DTSTAMP',
  'SEQUENCE',
  'RECURRENCE-ID',
  'STATUS',
  'SUMMARY',
  'LOCATION',
  'DTSTART',
  'DTEND',
  'DURATION',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
]);
const OF_EVENT: ReadonlySet<string> = new Set([
  ...OF_EXCEPTION,
  'DESCRIPTION',
  'COMMENT',
  'RRULE',
  'RDATE',
  'EXDATE',
  'ORGANIZER',
  'ATTENDEE',
  'X-MICROSOFT-DISALLOW-COUNTER',
]);

const OF_DAYS: ReadonlySet<string> = new Set(['RDATE', 'EXDATE']);

type Line = { readonly name: string; readonly line: string };

/**
 * In lines of CR LF; null where no event is in it. The event that speaks for all comes first: the series itself, or what stands
 * first where it is not there. Of the others, its exceptions, only what makes them one.
 */
export function calendarLines(text: string): string | null {
  const { ofCalendar, zones, events } = partsOf(text);
  const speaker = events.findIndex((event) => event.every(({ name }) => name !== 'RECURRENCE-ID'));
  const first = events[Math.max(0, speaker)];
  if (first === undefined) return null;
  const exceptions = events.filter((event) => event !== first).slice(0, MOST_EVENTS);
  const kept = [
    'BEGIN:VCALENDAR',
    ...ofCalendar,
    ...zones.flat(),
    ...asEvent(first),
    ...exceptions.flatMap((event) => asEvent(event.filter(({ name }) => OF_EXCEPTION.has(name)))),
    'END:VCALENDAR',
  ];
  return kept.length > MOST_LINES ? null : kept.map((line) => `${line}\r\n`).join('');
}

const asEvent = (lines: readonly Line[]): readonly string[] => [
  'BEGIN:VEVENT',
  ...lines.map(({ line }) => line),
  'END:VEVENT',
];

type Parts = {
  readonly ofCalendar: readonly string[];
  /** Whole ones; what a cut file leaves open explains nothing. */
  readonly zones: readonly (readonly string[])[];
  readonly events: readonly (readonly Line[])[];
};
const NOTHING: Parts = { ofCalendar: [], zones: [], events: [] };

function partsOf(text: string): Parts {
  if (text.length > MOST_CHARACTERS) return NOTHING;
  const ofCalendar: string[] = [];
  const zones: string[][] = [];
  const events: Line[][] = [];
  const open: string[] = [];
  let zone: string[] = [];
  let ofDays = 0;
  for (const whole of unfolded(text)) {
    const name = /^[A-Za-z0-9-]{1,40}(?=[;:])/.exec(whole)?.[0].toUpperCase();
    if (name === undefined) continue;
    const line = whole.slice(0, LONGEST_LINE);
    const what = line
      .slice(name.length + 1)
      .trim()
      .toUpperCase();
    if (name === 'BEGIN') {
      open.push(what);
      if (open.length > DEEPEST) return NOTHING;
    }
    const path = open.join(' ');
    if (name === 'BEGIN' && path === EVENT) events.push([]);
    if (name === 'BEGIN' && path === ZONE) zone = [];
    if (path === 'VCALENDAR' && OF_CALENDAR.has(name)) ofCalendar.push(line);
    if (path === EVENT && OF_EVENT.has(name)) {
      const kept = OF_DAYS.has(name) ? wholeValues(line, MOST_OF_DAYS - ofDays) : line;
      if (OF_DAYS.has(name)) ofDays += kept.length;
      if (kept !== '') events.at(-1)?.push({ name, line: kept });
    }
    if (isOfZone(path) && OF_ZONE.has(name) && isHarmless(name, line)) zone.push(line);
    if (name === 'END' && open.at(-1) === what) {
      if (path === ZONE) zones.push(zone);
      open.pop();
    }
  }
  return { ofCalendar, zones, events };
}

/** As many of its values as fit; '' where none does. */
function wholeValues(line: string, most: number): string {
  if (line.length <= most) return line;
  const last = line.lastIndexOf(',', Math.max(0, most));
  return last < line.indexOf(':') ? '' : line.slice(0, last);
}

const isOfZone = (path: string): boolean => path === ZONE || path === `${ZONE} STANDARD` || path === `${ZONE} DAYLIGHT`;

/** Zones change once or twice a year; what repeats faster exists to be counted out for ever. */
const isHarmless = (name: string, line: string): boolean => name !== 'RRULE' || /FREQ=YEARLY/i.test(line);

/** RFC 5545 3.1. A line without a name is the rest of a text that was not folded. */
const unfolded = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
