// Which clock a TZID means. Google and Apple name zones of the IANA database, Outlook those of Windows, old programs put a folder
// before the name; only for the rest the rules that the mail itself brings are believed.
import type { ZoneName } from '../../domain/instant.ts';
import { NAMED_ZONES } from './windows-zones.ts';

/** IANA name, or null. */
export function zoneMeant(tzid: string): ZoneName | null {
  const plain = tzid.trim().replace(/^"|"$/g, '').slice(0, 200);
  // "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "(GMT+01.00) ..." of older ones, "Romance Standard Time 1" of a copied one.
  const named = plain
    .replace(/^\((?:UTC|GMT)[^)]{0,8}\)\s*/i, '')
    .replace(/\s+\d$/, '')
    .toLowerCase();
  // "/mozilla.org/20050126_1/Europe/Brussels".
  const ending = /([A-Z][A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(plain)?.[1] ?? plain;
  return NAMED_ZONES.get(named) ?? [plain, ending].find((name) => name.includes('/') && isZone(name)) ?? null;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
