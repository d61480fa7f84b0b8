import { array, assert, boolean, constant, integer, oneof, property, record, constantFrom } from 'fast-check';
import { expect, it } from 'vitest';
import { FACTOR_NAMES, type FactorName } from '../../domain/queue/factor.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { SECTIONS } from '../../domain/queue/sections.ts';
import { createQueueOrder, type QueueEntry } from './queue-order.ts';
import { NO_FACTS } from './settle.ts';

const NOW = Date.parse('2026-05-12T08:00:00Z');
const weights = Object.fromEntries(FACTOR_NAMES.map((name) => [name, 1])) as Record<FactorName, number>;
const moment = (now: number) => ({ now, todayEndsAt: now - (now % DAY_MS) + DAY_MS - 1 });

const entry = record({
  id: integer({ min: 1, max: 40 }),
  hours: integer({ min: -90, max: 90 }),
  isVip: boolean(),
  turn: constantFrom('ours' as const, 'ours' as const, 'theirs' as const, 'nobody' as const),
  snoozed: oneof(constant(null), integer({ min: 1, max: 30 })),
  watched: oneof(constant(null), integer({ min: -90, max: 90 })),
  closes: oneof(constant(null), integer({ min: -20, max: 40 })),
}).map(({ id, hours, isVip, turn, snoozed, watched, closes }): QueueEntry => ({
  id,
  lastAt: NOW + hours,
  address: `${id}@x`,
  facts: {
    ...NO_FACTS,
    turn,
    isVip,
    isFyi: turn === 'nobody',
    isDone: false,
    snoozedUntil: snoozed === null ? null : NOW + snoozed * HOUR_MS,
    replyBy: turn === 'ours' ? NOW + hours * HOUR_MS : null,
    waitingSince: turn === 'ours' ? NOW - HOUR_MS : null,
    followUp: watched === null ? null : { at: NOW + watched * HOUR_MS, since: NOW, isByHand: false, words: null },
    windowClosesAt: closes === null || turn !== 'ours' ? null : NOW + closes * HOUR_MS,
  },
}));
const step = oneof(
  entry.map((changed) => ({ kind: 'change' as const, changed })),
  integer({ min: 1, max: 40 }).map((id) => ({ kind: 'remove' as const, id })),
  integer({ min: 1, max: 600 }).map((minutes) => ({ kind: 'pass' as const, minutes })),
);

it('changes one by one and the passing of time give the order that sorting everything anew gives', () => {
  assert(
    property(array(entry, { maxLength: 40 }), array(step, { maxLength: 40 }), (begin, steps) => {
      const all = new Map(begin.map((one) => [one.id, one]));
      const order = createQueueOrder();
      order.load([...all.values()], moment(NOW), weights);
      let now = NOW;
      for (const one of steps) {
        if (one.kind === 'change') {
          all.set(one.changed.id, one.changed);
          order.change(new Map([[one.changed.id, one.changed]]));
        } else if (one.kind === 'remove') {
          all.delete(one.id);
          order.change(new Map([[one.id, null]]));
        } else {
          now += one.minutes * MINUTE_MS;
          order.moveTo(moment(now), weights);
        }
      }
      const fresh = createQueueOrder();
      fresh.load([...all.values()], moment(now), weights);
      for (const section of SECTIONS) {
        const ids = order.section(section).map(({ id }) => id);
        expect(ids).toEqual(fresh.section(section).map(({ id }) => id));
        expect(order.sectionAt(section, moment(now)).map(({ id }) => id)).toEqual(ids);
      }
    }),
    { numRuns: 300 },
  );
});
