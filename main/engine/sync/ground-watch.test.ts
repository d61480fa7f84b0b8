import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../domain/instant.ts';
import { createFakePorts, type FakePorts } from '../ports/fake-ports.ts';
import { createGroundWatch, type GroundWatch } from './ground-watch.ts';

describe('the ground under our connections', () => {
  let ports: FakePorts;
  let here: string;
  let moves: number;
  let watch: GroundWatch;
  beforeEach(() => {
    ports = createFakePorts(Date.parse('2026-11-10T09:00:00Z'));
    here = 'wifi at the shop';
    moves = 0;
    watch = createGroundWatch({
      clock: ports.clock,
      timers: ports.timers,
      net: { whereabouts: () => here },
      onMoved: () => (moves += 1),
    });
    watch.start();
  });

  it('does not move in an ordinary working day', async () => {
    await ports.pass(8 * HOUR_MS);
    expect(moves).toBe(0);
  });

  it('moved when a look comes more than a minute late: the machine slept', async () => {
    await ports.sleep(61 * SECOND_MS);
    await ports.pass(10 * SECOND_MS);
    expect(moves).toBe(1);
  });

  it('moved when the wall clock leapt while the other stood still, forward or back', async () => {
    ports.jumpTo(ports.clock.now() + 3 * HOUR_MS);
    await ports.pass(10 * SECOND_MS);
    expect(moves).toBe(1);
    ports.jumpTo(ports.clock.now() - 2 * DAY_MS);
    await ports.pass(10 * SECOND_MS);
    expect(moves).toBe(2);
    await ports.pass(5 * MINUTE_MS);
    expect(moves).toBe(2);
  });

  it('does not move for the few seconds by which a clock is put right', async () => {
    ports.jumpTo(ports.clock.now() + 5 * SECOND_MS);
    await ports.pass(MINUTE_MS);
    expect(moves).toBe(0);
  });

  it('moved onto another network, and not yet when there is none', async () => {
    here = '';
    await ports.pass(MINUTE_MS);
    expect(moves).toBe(0);
    here = 'phone';
    await ports.pass(10 * SECOND_MS);
    expect(moves).toBe(1);
  });

  it('is told of a waking once, whoever sees it first', async () => {
    watch.told();
    await ports.pass(MINUTE_MS);
    expect(moves).toBe(1);
    await ports.sleep(10 * MINUTE_MS);
    await ports.pass(SECOND_MS);
    watch.told();
    expect(moves).toBe(2);
    await ports.pass(MINUTE_MS);
    watch.told();
    expect(moves).toBe(3);
  });

  it('is not looked at any more once stopped', async () => {
    watch.stop();
    expect(ports.pendingTimers()).toBe(0);
  });
});
