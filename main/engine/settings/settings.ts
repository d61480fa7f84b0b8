// The owner's settings: read once, each part with its house default where the store has none or a bad one, and kept until set.
// Office hours come out ready to count with. What a changed setting means for the queue is the listeners' business.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../contract/settings.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import { dateOf } from '../../domain/office-hours/calendar.ts';
import { officeHoursOf } from '../../domain/office-hours/holidays.ts';
import { createOpenTime, type OpenTime } from '../../domain/office-hours/open-time.ts';
import type { Store } from '../store/store.ts';

export type SettingsDesk = {
  readonly get: () => Settings;
  /** Each part given replaces the whole part. Fails with invalid-argument, and then changes nothing. */
  readonly set: (part: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }) => Result<Settings>;
  /** After another process wrote in the store. Tells when something is different. */
  readonly reread: () => void;
  /** With the holidays of the years around `now`; the same object until hours or year change, so its calendar is kept. */
  readonly officeHours: (now: Instant) => OpenTime;
};

export type SettingsDeps = {
  readonly store: Pick<Store, 'settings' | 'transaction'>;
  readonly emit: (event: EngineEvent) => void;
};

const KEYS = Object.keys(settingsSchema.shape) as readonly (keyof Settings)[];

export function createSettings({ store, emit }: SettingsDeps): SettingsDesk {
  let current = readAll(store.settings.all());
  let opened: { readonly from: Settings['officeHours']; readonly year: number; readonly openTime: OpenTime } | null =
    null;

  return {
    get: () => current,
    set: (part) => {
      const checked = settingsSchema.partial().safeParse(part);
      if (!checked.success) {
        const issue = checked.error.issues[0];
        return failed('invalid-argument', 'user', `settings: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
      }
      const next = { ...current, ...withoutUndefined(checked.data) };
      const changed = KEYS.filter((key) => JSON.stringify(next[key]) !== JSON.stringify(current[key]));
      if (changed.length === 0) return ok(current);
      store.transaction(() => {
        for (const key of changed) store.settings.put(key, next[key]);
      });
      current = next;
      emit({ kind: 'settings-changed' });
      return ok(current);
    },
    reread: () => {
      const stored = readAll(store.settings.all());
      if (JSON.stringify(stored) === JSON.stringify(current)) return;
      current = stored;
      emit({ kind: 'settings-changed' });
    },
    officeHours: (now) => {
      const { year } = dateOf(Math.floor(now / DAY_MS));
      if (opened === null || opened.from !== current.officeHours || opened.year !== year) {
        const openTime = createOpenTime(officeHoursOf(current.officeHours, now));
        opened = { from: current.officeHours, year, openTime };
      }
      return opened.openTime;
    },
  };
}

function readAll(stored: ReadonlyMap<string, unknown>): Settings {
  let settings = DEFAULT_SETTINGS;
  for (const key of KEYS) {
    if (stored.has(key)) settings = withPart(settings, key, stored.get(key));
  }
  return settings;
}

/**
 * Takes what can be taken: the whole part, else each field of it that is good by itself. So a channel that a newer version
 * knows, or one wrong closure, does not cost the owner his opening hours.
 */
function withPart(settings: Settings, key: keyof Settings, stored: unknown): Settings {
  const house = settings[key];
  if (!isRecord(house) || !isRecord(stored)) return accept(settings, key, stored) ?? settings;
  const whole = accept(settings, key, { ...house, ...stored });
  if (whole !== null) return whole;
  const good: Record<string, unknown> = { ...house };
  for (const [field, value] of Object.entries(stored)) {
    if (accept(settings, key, { ...good, [field]: value }) !== null) good[field] = value;
  }
  return accept(settings, key, good) ?? settings;
}

function accept(settings: Settings, key: keyof Settings, value: unknown): Settings | null {
  const checked = settingsSchema.safeParse({ ...settings, [key]: value });
  return checked.success ? checked.data : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An absent part and one that is undefined both mean: leave it. */
const withoutUndefined = (part: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
