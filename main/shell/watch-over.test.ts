import { beforeEach, expect, it } from 'vitest';
import type { CommandName } from '../contract/commands.ts';
import { failed, ok } from '../contract/errors.ts';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import { HOUR_MS, MINUTE_MS } from '../domain/instant.ts';
import { createFakePorts, type FakePorts } from '../engine/ports/fake-ports.ts';
import { createWatchOver, type WatchOver, type WatchOverDeps } from './watch-over.ts';

let ports: FakePorts;
let asked: CommandName[];
let drawn: number;
let staysMs: number;
let isThere: boolean;
let watch: WatchOver;
const answers: Partial<Record<CommandName, unknown>> = {
  'queue.tray': { overdue: 0, now: 0, late: [], next: [] },
  'evening.state': {},
  'desk.status': { clockOffsetMs: 0 },
  'settings.get': DEFAULT_SETTINGS,
};
/** Lets the settings come in, too. */
const refresh = (): Promise<void> => {
  watch.refresh();
  return ports.pass(0);
};
const looks = (): number => asked.filter((name) => name === 'queue.tray').length;

beforeEach(() => {
  ports = createFakePorts(0);
  asked = [];
  drawn = 0;
  staysMs = HOUR_MS;
  isThere = true;
  const engine = (async (name: CommandName) => {
    asked.push(name);
    return isThere ? ok(answers[name]) : failed('internal', 'auto', 'restarting');
  }) as WatchOverDeps['engine'];
  watch = createWatchOver({
    engine,
    timers: ports.timers,
    background: (_name, work) => void work,
    onSettings: () => {},
    onDesk: () => {
      drawn += 1;
      return staysMs;
    },
  });
});

it('looks when the desk is there, and sleeps while nothing happens', async () => {
  await refresh();
  await ports.pass(MINUTE_MS);
  expect([looks(), drawn]).toEqual([1, 1]);
  await ports.pass(20 * MINUTE_MS);
  expect(looks()).toBe(1);
});
it('looks once for a burst of changes', async () => {
  for (let nr = 0; nr < 50; nr += 1) watch.hear({ kind: 'conversations-changed', conversations: [nr] });
  watch.hear({ kind: 'queue-changed' });
  await ports.pass(1_000);
  expect(looks()).toBe(1);
});
it('looks again when the words would change by themselves, and in half an hour at the latest', async () => {
  staysMs = 10 * MINUTE_MS;
  await refresh();
  await ports.pass(9 * MINUTE_MS);
  expect(looks()).toBe(1);
  staysMs = Number.POSITIVE_INFINITY;
  await ports.pass(2 * MINUTE_MS);
  expect(looks()).toBe(2);
  await ports.pass(31 * MINUTE_MS);
  expect(looks()).toBe(3);
});
it('keeps what it showed while the engine is away, and asks when it is back', async () => {
  isThere = false;
  await refresh();
  await ports.pass(MINUTE_MS);
  expect(drawn).toBe(0);
  isThere = true;
  await refresh();
  await ports.pass(MINUTE_MS);
  expect(drawn).toBe(1);
});
