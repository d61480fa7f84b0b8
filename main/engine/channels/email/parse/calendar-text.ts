// An invitation that carries no text of its own, said in lines: what, when, where, and what the sender added (RFC 5545). Only for
// reading; nothing is put in a calendar, and no answer is sent by itself.

const SHOWN = ['SUMMARY', 'DTSTART', 'LOCATION', 'DESCRIPTION'] as const;
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
  const found = SHOWN.flatMap((name) => {
    const line = event.find((one) => one.toUpperCase().startsWith(name) && /^[:;]/.test(one.slice(name.length)));
    const value = line === undefined ? '' : valueOf(line).trim();
    return value === '' ? [] : [name === 'DTSTART' ? momentOf(value) : value];
  });
  return found.join('\n');
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
  value.replace(
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}Z?)?$/,
    (_, year, month, day, hour, minute) =>
      `${String(day)}-${String(month)}-${String(year)}${hour === undefined ? '' : ` ${String(hour)}:${String(minute)}`}`,
  );
