// The moments that are one key away, worked out from the office hours.
import { HOUR_MS, type Instant } from '../../main/domain/instant.ts';
import { afterWorkingDays } from '../../main/domain/follow-up/follow-up.ts';
import { createOpenTime } from '../../main/domain/office-hours/open-time.ts';
import type { OfficeHours } from '../../main/domain/office-hours/office-hours.ts';
import { weekdayIndex } from '../../main/domain/office-hours/calendar.ts';
import { UNTIL_THEY_WRITE } from '../../main/domain/queue/decisions.ts';
import { snoozePresets, type SnoozePreset } from '../../main/domain/reply-by/snooze-presets.ts';

export type PresetName =
  | SnoozePreset
  | 'in-an-hour'
  | 'end-of-day'
  | 'end-of-tomorrow'
  | 'wake-plus-hour'
  | 'in-two-weeks'
  | 'one-working-day'
  | 'three-working-days'
  | 'until-they-write'
  | 'end-of-wake-day'
  | 'as-planned'
  | 'first-slot'
  | 'slot';
export type Preset = { readonly name: PresetName; readonly at: Instant };

const present = (presets: readonly { readonly name: PresetName; readonly at: Instant | null }[], now: Instant) => {
  const seen = new Set<Instant>();
  return presets.filter((preset): preset is Preset => {
    // Two names for one moment is a choice without a difference.
    if (preset.at === null || preset.at <= now || seen.has(preset.at)) return false;
    seen.add(preset.at);
    return true;
  });
};

/** The desk's own choices for putting off, with an hour before them: the customer who "calls back in a bit"; and without an end. */
export const snoozeChoices = (now: Instant, hours: OfficeHours): readonly Preset[] =>
  present(
    [
      { name: 'in-an-hour', at: now + HOUR_MS },
      ...snoozePresets({ now, hours }).map(({ preset, until }) => ({ name: preset, at: until })),
      { name: 'until-they-write', at: UNTIL_THEY_WRITE },
    ],
    now,
  );

export function replyByPresets(now: Instant, hours: OfficeHours): readonly Preset[] {
  const time = createOpenTime(hours);
  const tomorrow = time.openingFrom(time.clock.at(now).day + 1);
  return present(
    [
      { name: 'in-an-hour', at: now + HOUR_MS },
      { name: 'end-of-day', at: time.endOfWorkingDay(now) },
      { name: 'tomorrow', at: tomorrow },
      { name: 'end-of-tomorrow', at: tomorrow === null ? null : time.endOfWorkingDay(tomorrow) },
    ],
    now,
  );
}

/** By when a customer should have answered us. */
export function followUpPresets(now: Instant, hours: OfficeHours): readonly Preset[] {
  const time = createOpenTime(hours);
  const { day } = time.clock.at(now);
  return present(
    [
      { name: 'one-working-day', at: afterWorkingDays(now, 1, time) },
      { name: 'three-working-days', at: afterWorkingDays(now, 3, time) },
      { name: 'next-week', at: time.openingFrom(day + 7) },
      { name: 'in-two-weeks', at: time.openingFrom(day + 14) },
    ],
    now,
  );
}

export function sendPresets(now: Instant, hours: OfficeHours): readonly Preset[] {
  const time = createOpenTime(hours);
  const { day } = time.clock.at(now);
  return present(
    [
      { name: 'next-opening', at: time.isOpenAt(now) ? null : time.nextOpening(now) },
      { name: 'in-an-hour', at: now + HOUR_MS },
      { name: 'tomorrow', at: time.openingFrom(day + 1) },
      { name: 'after-weekend', at: time.openingFrom(day + 7 - weekdayIndex(day)) },
    ],
    now,
  );
}

/** Until when one is away: always an opening, for that is when one is back. */
export function awayPresets(now: Instant, hours: OfficeHours): readonly Preset[] {
  const time = createOpenTime(hours);
  const { day } = time.clock.at(now);
  return present(
    [
      { name: 'tomorrow', at: time.openingFrom(day + 1) },
      { name: 'after-weekend', at: time.openingFrom(day + 7 - weekdayIndex(day)) },
      { name: 'next-week', at: time.openingFrom(day + 7) },
      { name: 'in-two-weeks', at: time.openingFrom(day + 14) },
    ],
    now,
  );
}

/** For a conversation that is asleep past the moment it should have been answered. */
export function afterWakePresets(wake: Instant, hours: OfficeHours): readonly Preset[] {
  const time = createOpenTime(hours);
  return present(
    [
      { name: 'wake-plus-hour', at: time.addMinutes(wake, 60) },
      { name: 'end-of-wake-day', at: time.endOfWorkingDay(wake) },
    ],
    wake,
  );
}
