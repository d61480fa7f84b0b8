// An invitation that carries no text of its own, said in lines: what, when, where, who asks, and what the sender added (RFC 5545).
// Only for reading: nothing is put in a calendar, no answer is sent by itself, no file it names is fetched, and what repeats is
// never counted out.

/** Of a calendar of years only the beginning is looked at. */
const LOOKED_AT = 100_000;

export function calendarText(calendar: string): string {
  // A line that begins with a blank goes on from the one above (3.1).
  const lines = calendar
    .slice(0, LOOKED_AT)
    .replace(/\n[ \t]/g, '')
    .split('\n');
  const start = lines.findIndex((line) => line.trim().toUpperCase() === 'BEGIN:VEVENT');
  if (start < 0) return '';
  const end = lines.findIndex((line, index) => index > start && line.trim().toUpperCase() === 'END:VEVENT');
  const event = lines.slice(start, end < 0 ? undefined : end);
  const property = (name: string): string =>
    event.find((one) => one.toUpperCase().startsWith(name) && /^[:;]/.test(one.slice(name.length))) ?? '';
  const from = momentOf(valueOf(property('DTSTART')));
  const until = momentOf(valueOf(property('DTEND')));
  const said = [
    valueOf(property('SUMMARY')),
    until === '' ? from : `${from} – ${sameDay(from, until)}`,
    valueOf(property('LOCATION')),
    organizerIn(property('ORGANIZER')),
    valueOf(property('DESCRIPTION')),
  ];
  return said
    .map((line) => line.trim().slice(0, LONGEST))
    .filter((line) => line !== '')
    .join('\n');
}

/** Of one of them; a description may be an agenda. */
const LONGEST = 20_000;

/** Of the end only the time, where it is on the day of the beginning. */
const sameDay = (from: string, until: string): string => {
  const day = from.slice(0, 11);
  return day.length === 11 && until.startsWith(day) ? until.slice(11) : until;
};

/** His name and address, as far as they are there. */
function organizerIn(line: string): string {
  const address = valueOf(line).replace(/^mailto:/i, '');
  const name = /;CN=(?:"([^"]{1,200})"|([^;:"]{1,200}))/i.exec(line);
  const shown = (name?.[1] ?? name?.[2] ?? '').trim();
  if (!address.includes('@')) return shown;
  return shown === '' || shown === address ? address : `${shown} <${address}>`;
}

/** After the colon that ends the parameters; one inside quotes does not. */
function valueOf(line: string): string {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) {
      return line
        .slice(at + 1)
        .replace(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));
    }
  }
  return '';
}

/** "20250331T090000" as people write it; what it does not know stays as it is. */
const momentOf = (value: string): string =>
  value
    .trim()
    .replace(
      /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/,
      (_, year: string, month: string, day: string, hour: string | undefined, minute: string, zone: string) =>
        `${day}-${month}-${year}${hour === undefined ? '' : ` ${hour}:${minute}${zone === 'Z' ? ' UTC' : ''}`}`,
    );
