// The owner's switch: open, closed, away until, or as his office hours say. It is kept with the settings and ends by itself; that
// clocks are reckoned anew for it is engine/queue/reclock.ts, which sees changed office hours.
import { failed, ok, type Result } from '../../contract/errors.ts';
import { saidIn } from '../../contract/settings.ts';
import type { Instant } from '../../domain/instant.ts';
import {
  availabilityAt,
  endedAt,
  sayAvailability,
  type Availability,
  type AvailabilityWish,
} from '../../domain/office-hours/availability.ts';
import { officeHoursOf } from '../../domain/office-hours/holidays.ts';
import { createOpenTime } from '../../domain/office-hours/open-time.ts';
import type { Clock } from '../ports/ports.ts';
import type { SettingsDesk } from './settings.ts';

type AvailabilitySwitch = {
  readonly 'availability.get': () => Result<Availability>;
  /** Fails with invalid-argument for a moment that is past or years away. */
  readonly 'availability.set': (wanted: {
    readonly wish: AvailabilityWish;
    readonly until: Instant | null;
  }) => Result<Availability>;
};

export function createAvailabilitySwitch({
  settings,
  clock,
}: {
  readonly settings: Pick<SettingsDesk, 'get' | 'set' | 'officeHours'>;
  readonly clock: Pick<Clock, 'now'>;
}): AvailabilitySwitch {
  return {
    'availability.get': () => ok(availabilityNow(settings, clock.now())),
    'availability.set': ({ wish, until }) => {
      const now = clock.now();
      const { officeHours } = settings.get();
      const before = saidIn(settings.get());
      const withoutIt = { ...officeHours, absences: endedAt(now, before.absences) };
      const said = sayAvailability(wish, until, now, before, createOpenTime(officeHoursOf(withoutIt, now)));
      if (said === null) return failed('invalid-argument', 'user', 'away until a moment to come, within two years');
      const isSame = said.absences.length === 0 && officeHours.absences === undefined;
      const set = settings.set({
        availability: { openUntil: said.openUntil },
        ...(isSame ? {} : { officeHours: { ...officeHours, absences: [...said.absences] } }),
      });
      return set.ok ? ok(availabilityNow(settings, now)) : set;
    },
  };
}

/** As every room sees it. */
export const availabilityNow = (settings: Pick<SettingsDesk, 'get' | 'officeHours'>, now: Instant): Availability =>
  availabilityAt(now, saidIn(settings.get()), settings.officeHours(now));
