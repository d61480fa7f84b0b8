import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../contract/events.ts';
import type { AccountState } from '../../contract/views.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, TUESDAY_TEN } from '../ingest/fake-desk.ts';
import { createQuietWatch } from './quiet-watch.ts';

const WEEKS = 4 * 7;

function watchedDesk(state: AccountState) {
  const desk = createFakeDesk({ queueFrom: TUESDAY_TEN - 60 * DAY_MS });
  for (let day = WEEKS; day > 0; day -= 1) desk.receive({ messageId: `d${day}@x`, at: TUESDAY_TEN - day * DAY_MS });
  const told: EngineEvent[] = [];
  const watch = createQuietWatch({
    store: desk.store,
    clock: desk.ports.clock,
    timers: desk.ports.timers,
    officeHours: desk.settings.officeHours,
    stateOf: () => state,
    emit: (event) => void told.push(event),
  });
  watch.start();
  return { desk, watch, told };
}

describe('an account that brings mail every day', () => {
  const live: AccountState = { kind: 'live', since: 0 };
  it('and then none for a week says so, once, and not any more when mail comes', async () => {
    const { desk, watch, told } = watchedDesk(live);
    await desk.ports.pass(2 * MINUTE_MS);
    expect([watch.quietOf('mertens'), told]).toEqual([null, []]);
    await desk.ports.pass(8 * DAY_MS);
    expect(watch.quietOf('mertens')?.since).toBe(TUESDAY_TEN - DAY_MS);
    expect(told).toEqual([{ kind: 'accounts-changed' }]);
    desk.receive({ messageId: 'nieuw@x' });
    await desk.ports.pass(HOUR_MS);
    expect(watch.quietOf('mertens')).toBeNull();
    expect(told).toHaveLength(2);
  });
  it('and cannot be reached says that instead', async () => {
    const { desk, watch } = watchedDesk({ kind: 'connecting' });
    await desk.ports.pass(8 * DAY_MS);
    expect(watch.quietOf('mertens')).toBeNull();
  });
  it('is not looked at any more once stopped', async () => {
    const { desk, watch, told } = watchedDesk(live);
    watch.stop();
    await desk.ports.pass(8 * DAY_MS);
    expect(told).toEqual([]);
  });
});
