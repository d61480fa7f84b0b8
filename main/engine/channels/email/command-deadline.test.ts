import { beforeEach, describe, expect, it } from 'vitest';
import { ok, type Result } from '../../../contract/errors.ts';
import { createFakePorts, type FakePorts } from '../../ports/fake-ports.ts';
import { withinLimit } from './command-deadline.ts';

describe('a command under watch', () => {
  let ports: FakePorts;
  let received: number;
  let isClosed: boolean;
  let outcome: Result<string> | null;
  beforeEach(() => {
    ports = createFakePorts(0);
    received = 0;
    isClosed = false;
    outcome = null;
  });
  const run = (totalMs: number | null, work: Promise<Result<string>> = new Promise(() => {})): Promise<unknown> =>
    withinLimit(
      {
        clock: ports.clock,
        timers: ports.timers,
        received: () => received,
        close: () => {
          isClosed = true;
        },
      },
      { silentMs: 30_000, totalMs },
      'FETCH',
      () => work,
    ).then(
      (result) => {
        outcome = result;
      },
      () => {},
    );

  it('that is never answered ends after the silence, and the line is closed', async () => {
    void run(60_000);
    await ports.pass(29_000);
    expect(outcome).toBeNull();
    await ports.pass(2_000);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'timeout', retry: 'auto' } });
    expect(isClosed).toBe(true);
  });

  it('may take long on a slow line while bytes keep coming', async () => {
    void run(null);
    for (let second = 0; second < 300; second += 1) {
      received += 4_000;
      await ports.pass(1_000);
    }
    expect(outcome).toBeNull();
    expect(isClosed).toBe(false);
  });

  it('is not kept alive by a drip of bytes', async () => {
    void run(null);
    for (let second = 0; second < 45; second += 1) {
      received += 20;
      await ports.pass(1_000);
    }
    expect(isClosed).toBe(true);
  });

  it('whose answer is small ends at its whole time, however much comes in', async () => {
    void run(60_000);
    for (let second = 0; second < 61; second += 1) {
      received += 100_000;
      await ports.pass(1_000);
    }
    expect(isClosed).toBe(true);
  });

  it('that is answered leaves no timer behind', async () => {
    await run(60_000, Promise.resolve(ok('done')));
    expect(outcome).toEqual(ok('done'));
    expect(ports.pendingTimers()).toBe(0);
  });

  it('that throws passes it on and leaves no timer behind', async () => {
    await run(60_000, Promise.reject(new Error('our bug')));
    expect(outcome).toBeNull();
    expect(ports.pendingTimers()).toBe(0);
  });
});
