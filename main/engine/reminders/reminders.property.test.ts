// Whatever the owner, his clock and his computer do: nothing is told twice, and in the end nothing that is due stays untold.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { NO_DECISIONS } from '../../domain/queue/decisions.ts';
import { createFakeDesk, TUESDAY_TEN } from '../ingest/fake-desk.ts';
import { createReminders, type Reminders } from './reminders.ts';

/** Each is some weeks of a desk; 300 of them were run when this was written. */
const RUNS = 8;
const who = fc.integer({ min: 0, max: 3 });
const hours = fc.integer({ min: -30, max: 24 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 1_000 }) }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('jump' as const), hours }),
  fc.record({ kind: fc.constant('reply-by' as const), who, hours }),
  fc.record({ kind: fc.constant('snooze' as const), who, hours: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('pause' as const), hours: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ kind: fc.constant('look' as const), who }),
  fc.record({ kind: fc.constant('outside' as const), isOn: fc.boolean() }),
);

it(
  'each moment is told once, through restarts, a clock that is set, silence and a changing mind',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const desk = createFakeDesk({ queueFrom: TUESDAY_TEN - 90 * DAY_MS });
        const { store, ports, settings } = desk;
        const conversations = ['jan', 'an', 'bo', 'ce'].map((name) =>
          desk.conversationOf(desk.receive({ from: [{ name, address: `${name}@x.be` }], subject: name })),
        );
        const conversation = (nr: number): number => conversations[nr] ?? 0;
        let told = 0;
        const start = (): Reminders => {
          const started = createReminders({
            store,
            clock: ports.clock,
            timers: ports.timers,
            settings,
            isCatchingUp: () => false,
            emit: (event) => {
              if (event.kind === 'reminders') told += event.reminders.length;
            },
          });
          started.start();
          return started;
        };
        let reminders = start();
        const decide = (id: number, decisions: object): void => {
          const before = store.conversations.get(id)?.decisions ?? NO_DECISIONS;
          store.conversations.decide(id, { ...before, ...decisions });
          desk.settle([id]);
          reminders.hear({ kind: 'conversations-changed', conversations: [id] });
        };
        for (const one of steps) {
          const now = ports.clock.now();
          switch (one.kind) {
            case 'pass':
              await ports.pass(one.minutes * MINUTE_MS);
              break;
            case 'restart':
              reminders.stop();
              reminders = start();
              break;
            case 'jump':
              ports.jumpTo(now + one.hours * HOUR_MS);
              reminders.resumed();
              break;
            case 'reply-by':
              decide(conversation(one.who), { replyByHand: now + one.hours * HOUR_MS });
              break;
            case 'snooze':
              decide(conversation(one.who), { snoozedUntil: now + one.hours * HOUR_MS });
              break;
            case 'pause':
              settings.set({ pausedUntil: now + one.hours * HOUR_MS });
              reminders.hear({ kind: 'settings-changed' });
              break;
            case 'look':
              reminders.looking(conversation(one.who));
              break;
            case 'outside':
              settings.set({ notifications: { ...settings.get().notifications, outsideOfficeHours: one.isOn } });
              reminders.hear({ kind: 'settings-changed' });
          }
        }
        // All of it within the month that the log keeps.
        await ports.pass(7 * DAY_MS);

        const logged = store.reminderLog.recent(500).flatMap((bundle) => bundle.reminders);
        const moments = logged.map((one) => `${one.conversation} ${one.threshold} ${one.dueAt}`);
        expect(new Set(moments).size).toBe(moments.length);
        expect(logged.filter(({ isShown }) => isShown)).toHaveLength(told);
        expect(store.reminders.due(ports.clock.now() - 31 * DAY_MS, ports.clock.now(), 10)).toEqual([]);
        reminders.stop();
        store.close();
      }),
      { numRuns: RUNS },
    );
  },
);
