// After hours a letter leaves at the next opening, unless the owner says otherwise.
import { useMemo } from 'react';
import type { Instant } from '../../main/domain/instant.ts';
import { officeHoursOf } from '../../main/domain/office-hours/holidays.ts';
import { createOpenTime } from '../../main/domain/office-hours/open-time.ts';
import { MINUTE_MS } from '../../main/domain/instant.ts';
import { useFacts, useNow } from '../state/use-desk.tsx';

/** null: it is open now, or never. */
export function useOpeningAhead(): Instant | null {
  const setting = useFacts(({ settings }) => settings.officeHours);
  // By the minute: reckoning holidays at each tick would cost more than it tells.
  const minute = Math.floor(useNow() / MINUTE_MS);
  return useMemo(() => {
    const now = minute * MINUTE_MS;
    const time = createOpenTime(officeHoursOf(setting, now));
    return time.isOpenAt(now) ? null : time.nextOpening(now);
  }, [setting, minute]);
}
