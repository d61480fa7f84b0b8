import { describe, expect, it } from 'vitest';
import { zoneMeant } from './event-zone.ts';
import { NAMED_ZONES } from './windows-zones.ts';

describe('the clock that a calendar means', () => {
  it.each([
    ['Europe/Brussels', 'Europe/Brussels'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['"Romance Standard Time"', 'Europe/Brussels'],
    ['Romance Standard Time 1', 'Europe/Brussels'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
    ['(GMT+01.00) Brussel, Kopenhagen, Madrid, Parijs', 'Europe/Brussels'],
    ['/mozilla.org/20050126_1/Europe/Amsterdam', 'Europe/Amsterdam'],
    ['/softwarestudio.org/Olson_20011030_5/America/New_York', 'America/New_York'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['CET', 'Europe/Brussels'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['UTC+12', 'Etc/GMT-12'],
  ])('%s', (tzid, zone) => expect(zoneMeant(tzid)).toBe(zone));

  it('is not guessed', () => {
    for (const tzid of ['', 'Customized Time Zone', 'Onze klok', 'Europe/Nergens', '../../etc/passwd']) {
      expect(zoneMeant(tzid)).toBeNull();
    }
  });

  it('is one that this computer knows, for every name', () => {
    expect(NAMED_ZONES.size).toBeGreaterThan(150);
    for (const zone of NAMED_ZONES.values())
      expect(() => new Intl.DateTimeFormat('nl', { timeZone: zone })).not.toThrow();
  });
});
