// What the switch shows, and what each choice would come to; worked out as the engine does, so that it follows the clock at once.
import { saidIn } from '../../../main/contract/settings.ts';
import { availabilityWords } from '../../../main/contract/text/availability-words.ts';
import {
  availabilityAt,
  endedAt,
  sayAvailability,
  type Availability,
  type AvailabilityWish,
} from '../../../main/domain/office-hours/availability.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { officeHoursOf } from '../../../main/domain/office-hours/holidays.ts';
import { createOpenTime, type OpenTime } from '../../../main/domain/office-hours/open-time.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage, useNow, useZone } from '../../state/use-desk.tsx';

export type AvailabilityHand = {
  readonly availability: Availability;
  readonly words: string;
  /** Without what runs now: what a new choice is measured by. */
  readonly hours: OpenTime;
  /** When it would end, were it chosen now. */
  readonly endOf: (wish: 'open' | 'closed') => Instant | null;
  readonly say: (wish: AvailabilityWish, until?: Instant) => void;
};

export function useAvailability(): AvailabilityHand {
  const desk = useDesk();
  const settings = useFacts((facts) => facts.settings);
  const now = useNow();
  const language = useLanguage();
  const zone = useZone();
  const said = saidIn(settings);
  const openTime = createOpenTime(officeHoursOf(settings.officeHours, now));
  const absences = endedAt(now, said.absences);
  const hours = createOpenTime(officeHoursOf({ ...settings.officeHours, absences: [...absences] }, now));
  const availability = availabilityAt(now, said, openTime);
  const set = async (wish: AvailabilityWish, until: Instant | null): Promise<void> => {
    const done = await desk.client.call('availability.set', { wish, until });
    if (!done.ok) desk.tellFailure(done.error);
    await desk.refresh.settings();
  };
  return {
    availability,
    words: availabilityWords(language, availability, now, zone),
    hours,
    endOf: (wish) => {
      const chosen = sayAvailability(wish, null, now, said, hours);
      return wish === 'open' ? (chosen?.openUntil ?? null) : (chosen?.absences.at(-1)?.until ?? null);
    },
    say: (wish, until) => background(set(wish, until ?? null)),
  };
}
