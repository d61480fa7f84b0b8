// Is the machine somewhere else than the business? Opening hours stay where the business is until the owner says otherwise.
import { DAY_MS, type Instant, type ZoneName } from '../instant.ts';
import { wallTimeAt } from './wall-clock.ts';

/** Summer and winter time both: Lagos and Brussels agree half of the year. */
const HALF_A_YEAR_MS = 182 * DAY_MS;

/** False also for zones with another name and the same clock, and for a machine that is set to no place at all (UTC). */
export function isElsewhere(machine: ZoneName, business: ZoneName, now: Instant): boolean {
  if (machine === business || !isPlace(machine)) return false;
  return [now, now + HALF_A_YEAR_MS].some((at) => {
    const there = wallTimeAt(machine, at);
    const here = wallTimeAt(business, at);
    return there.day !== here.day || there.msOfDay !== here.msOfDay;
  });
}

const isPlace = (zone: ZoneName): boolean => zone.includes('/') && !zone.startsWith('Etc/');
