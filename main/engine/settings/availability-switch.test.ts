import { describe, expect, it } from 'vitest';
import type { AvailabilityWish } from '../../domain/office-hours/availability.ts';
import { HOUR_MS } from '../../domain/instant.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createReclock } from '../queue/reclock.ts';
import { createCanned } from '../canned/canned.ts';
import { createAvailabilitySwitch } from './availability-switch.ts';

const TOMORROW_NINE = Date.parse('2026-05-13T07:00:00Z');
const NEXT_MONDAY_NINE = Date.parse('2026-05-18T07:00:00Z');

/** A desk with its clocks kept, as the app has it. */
function desk() {
  const fake = createFakeDesk();
  const { store, ports, settings, settle } = fake;
  const reclock = createReclock({
    ...fake,
    clock: ports.clock,
    timers: ports.timers,
    store,
    settings,
    settle,
    emit: () => {},
  });
  reclock.start();
  const availability = createAvailabilitySwitch({ settings, clock: ports.clock });
  const say = async (wish: AvailabilityWish, until: number | null = null) => {
    const said = availability['availability.set']({ wish, until });
    reclock.hear({ kind: 'settings-changed' });
    await ports.pass(0);
    return said;
  };
  return { ...fake, availability, say };
}
const pass = (fake: FakeDesk, ms: number) => fake.ports.pass(ms);

describe('the availability switch', () => {
  it('closed for today carries what is open over to tomorrow, with the hour that was used kept', async () => {
    const fake = desk();
    const row = fake.receive({});
    const before = fake.item(row).replyBy;
    await pass(fake, HOUR_MS);
    expect(await fake.say('closed')).toMatchObject({
      ok: true,
      value: { kind: 'closed', by: 'owner', until: TOMORROW_NINE },
    });
    // 8 working hours, of which one is gone: 7 are left from tomorrow at nine, less an hour of lunch.
    expect(fake.item(row).replyBy).toBe(TOMORROW_NINE + 8 * HOUR_MS);
    expect(before).toBeLessThan(TOMORROW_NINE + 8 * HOUR_MS);
  });

  it('away counts as a closing up to that moment, and ends by itself', async () => {
    const fake = desk();
    const row = fake.receive({});
    await fake.say('away', NEXT_MONDAY_NINE);
    expect(fake.item(row).replyBy).toBe(NEXT_MONDAY_NINE + 24 * HOUR_MS + 0.5 * HOUR_MS);
    await pass(fake, NEXT_MONDAY_NINE - TUESDAY_TEN);
    expect(fake.availability['availability.get']()).toMatchObject({ ok: true, value: { kind: 'open', by: 'hours' } });
    expect(fake.settings.officeHours(NEXT_MONDAY_NINE).isOpenAt(NEXT_MONDAY_NINE)).toBe(true);
  });

  it('back sooner than said: the clock goes on, and the days away were no working time', async () => {
    const fake = desk();
    const row = fake.receive({});
    await fake.say('away', NEXT_MONDAY_NINE);
    await pass(fake, TOMORROW_NINE - TUESDAY_TEN);
    await fake.say('by-hours');
    expect(fake.item(row).replyBy).toBe(TOMORROW_NINE + 24 * HOUR_MS + 0.5 * HOUR_MS);
  });

  it('open on a Sunday lets things through and moves no deadline', async () => {
    const fake = desk();
    const row = fake.receive({});
    const { replyBy } = fake.item(row);
    await pass(fake, 5 * 24 * HOUR_MS);
    expect(await fake.say('open')).toMatchObject({ ok: true, value: { kind: 'open', by: 'owner' } });
    expect(fake.item(row).replyBy).toBe(replyBy);
  });

  it('a canned reply names the opening after the absence', async () => {
    const fake = desk();
    const row = fake.receive({});
    const { store, settings, ports } = fake;
    const facts = {
      language: 'nl',
      contact: { name: '', address: '' },
      subject: '',
      receivedAt: null,
      commitmentAt: null,
      replyBy: null,
      channel: 'email',
    } as const;
    const canned = createCanned({ store, settings, clock: ports.clock, factsFor: () => facts, onChanged: () => {} });
    const saved = canned.save({
      id: null,
      code: 'weer',
      title: 'Weer',
      tags: [],
      texts: { nl: 'Vanaf {{uren.volgende_opening}}.' },
    });
    await fake.say('away', NEXT_MONDAY_NINE);
    const asked = { id: saved.ok ? saved.value.id : 0, conversation: fake.conversationOf(row), answers: {} };
    // eslint-disable-next-line unicorn/no-array-fill-with-reference-type -- not an array's
    const written = canned.fill(asked);
    expect(written).toMatchObject({ ok: true, value: { text: 'Vanaf maandag 18 mei om 9.00 uur.' } });
  });

  it('refuses to be away until yesterday', async () => {
    expect(await desk().say('away', TUESDAY_TEN - 1)).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
  });
});
