// The demo desk's clock: at the moment of filling it stands on the latest Tuesday, 10:40 in the office's zone, and runs on from
// there. Some customers are late then, some have an hour left, and the shop is open. Pure; the offset is kept in the store.
import { tz } from '@date-fns/tz';
import { isTuesday, previousTuesday, set } from 'date-fns';
import type { Instant, ZoneName } from '../../domain/instant.ts';

const MORNING = { hours: 10, minutes: 40, seconds: 0, milliseconds: 0 } as const;

/** The latest such Tuesday morning that is not in the future. */
export function demoMorning(now: Instant, zone: ZoneName): Instant {
  const inZone = { in: tz(zone) };
  const onDay = (day: Date): Instant => set(day, MORNING, inZone).getTime();
  const today = tz(zone)(now);
  if (isTuesday(today, inZone) && onDay(today) <= now) return onDay(today);
  return onDay(previousTuesday(today, inZone));
}

/** What must be added to the machine's clock. */
export const demoClockOffset = (now: Instant, zone: ZoneName): number => demoMorning(now, zone) - now;
