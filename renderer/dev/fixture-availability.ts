// The availability switch of the fixture: as the desk has it, on the invented clock.
import type { CommandArgs, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import { saidIn, type Settings } from '../../main/contract/settings.ts';
import { availabilityAt, endedAt, sayAvailability } from '../../main/domain/office-hours/availability.ts';
import { officeHoursOf } from '../../main/domain/office-hours/holidays.ts';
import { createOpenTime } from '../../main/domain/office-hours/open-time.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

type Said = Result<CommandValue<'availability.get'>>;

export function createFixtureAvailability(get: () => Settings, set: (part: Partial<Settings>) => void) {
  const shown = (): Said => {
    const openTime = createOpenTime(officeHoursOf(get().officeHours, FIXTURE_NOW));
    return ok(availabilityAt(FIXTURE_NOW, saidIn(get()), openTime));
  };
  return {
    'availability.get': shown,
    'availability.set': ({ wish, until }: CommandArgs<'availability.set'>): Said => {
      const { officeHours } = get();
      const before = saidIn(get());
      const hours = officeHoursOf({ ...officeHours, absences: endedAt(FIXTURE_NOW, before.absences) }, FIXTURE_NOW);
      const said = sayAvailability(wish, until, FIXTURE_NOW, before, createOpenTime(hours));
      if (said === null) return failed('invalid-argument', 'user', 'fixture');
      set({
        officeHours: { ...officeHours, absences: [...said.absences] },
        availability: { openUntil: said.openUntil },
      });
      return shown();
    },
  };
}
