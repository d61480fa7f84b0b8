// Which clock a TZID means. Google and Apple name zones of the IANA database, Outlook those of Windows, old programs put a folder
// before the name; only for the rest the rules that the mail itself brings are believed.
import type { ZoneName } from '../../domain/instant.ts';

/** Those of Europe and of the partners of its businesses (CLDR windowsZones). */
const WINDOWS: Readonly<Record<string, ZoneName>> = {
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Brussels',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kyiv',
  'gtb standard time': 'Europe/Bucharest',
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'morocco standard time': 'Africa/Casablanca',
  'israel standard time': 'Asia/Jerusalem',
  'arabian standard time': 'Asia/Dubai',
  'india standard time': 'Asia/Kolkata',
  'china standard time': 'Asia/Shanghai',
  'tokyo standard time': 'Asia/Tokyo',
  'singapore standard time': 'Asia/Singapore',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  'sa eastern standard time': 'America/Cayenne',
  'aus eastern standard time': 'Australia/Sydney',
  'amsterdam, berlin, bern, rome, stockholm, vienna': 'Europe/Berlin',
  'brussels, copenhagen, madrid, paris': 'Europe/Brussels',
  utc: 'UTC',
};

/** IANA name, or null. */
export function zoneMeant(tzid: string): ZoneName | null {
  const plain = tzid.trim().replace(/^"|"$/g, '').slice(0, 200);
  // "/mozilla.org/20050126_1/Europe/Brussels", "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris".
  const ending = /([A-Z][A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(plain)?.[1] ?? plain;
  return (
    WINDOWS[plain.replace(/^\(UTC[^)]{0,8}\)\s*/i, '').toLowerCase()] ??
    [plain, ending].find((name) => name.includes('/') && isZone(name)) ??
    null
  );
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
