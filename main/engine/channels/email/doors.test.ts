import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../../contract/errors.ts';
import { SECOND_MS } from '../../../domain/instant.ts';
import { createFakePorts } from '../../ports/fake-ports.ts';
import { createDoors } from './doors.ts';

describe('the door of an account', () => {
  const open = () => {
    const ports = createFakePorts(0);
    const doors = createDoors(ports.clock, ports.net);
    let answer: Result<string> = ok('in');
    let knocks = 0;
    return {
      ports,
      knocks: () => knocks,
      says: (next: Result<string>) => (answer = next),
      knock: (account = 'a1') =>
        doors.through(account, async () => {
          knocks += 1;
          return answer;
        }),
    };
  };
  const busy = failed('server-busy', 'after', 'slow down');

  it('stays shut for half a minute once the server asked for peace', async () => {
    const door = open();
    door.says(busy);
    expect(await door.knock()).toEqual(busy);
    await door.ports.pass(29 * SECOND_MS);
    door.says(ok('in'));
    expect(await door.knock()).toEqual(busy);
    expect(door.knocks()).toBe(1);
    await door.ports.pass(SECOND_MS);
    expect(await door.knock()).toEqual(ok('in'));
  });

  it('is open again after a night in which the machine slept and one of its clocks stood still', async () => {
    const door = open();
    door.says(busy);
    await door.knock();
    door.says(ok('in'));
    door.ports.jumpTo(door.ports.clock.now() + 8 * 3_600 * SECOND_MS);
    expect(await door.knock()).toEqual(ok('in'));
  });

  it('stays shut for as long as the server named', async () => {
    const door = open();
    door.says({ ok: false, error: { ...busy.error, afterMs: 90 * SECOND_MS } });
    await door.knock();
    await door.ports.pass(89 * SECOND_MS);
    await door.knock();
    expect(door.knocks()).toBe(1);
    await door.ports.pass(SECOND_MS);
    await door.knock();
    expect(door.knocks()).toBe(2);
  });

  it('shuts behind who was let in and shown out', async () => {
    const ports = createFakePorts(0);
    const doors = createDoors(ports.clock, ports.net);
    doors.shownOut('a1', busy.error);
    expect(await doors.through('a1', async () => ok('in'))).toEqual(busy);
    doors.shownOut('a2', failed('timeout', 'auto', '').error);
    expect(await doors.through('a2', async () => ok('in'))).toEqual(ok('in'));
  });

  it('a name that nobody knows where there is no network is no wrong name', async () => {
    const ports = createFakePorts(0);
    const unknown = failed('host-unknown', 'auto', 'ENOTFOUND');
    expect(await createDoors(ports.clock, ports.net).through('a1', async () => unknown)).toEqual(unknown);
    const nowhere = createDoors(ports.clock, { whereabouts: () => '' });
    expect(await nowhere.through('a1', async () => unknown)).toMatchObject({ error: { code: 'offline' } });
  });

  it('is the account’s own, and does not shut for a line that broke', async () => {
    const door = open();
    door.says(busy);
    await door.knock('a1');
    await door.knock('a2');
    expect(door.knocks()).toBe(2);
    door.says(failed('connection-lost', 'auto', ''));
    await door.knock('a3');
    await door.knock('a3');
    expect(door.knocks()).toBe(4);
  });
});
