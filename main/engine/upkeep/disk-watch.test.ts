import { expect, it } from 'vitest';
import type { EngineEvent } from '../../contract/events.ts';
import { createFakePorts } from '../ports/fake-ports.ts';
import { createDiskWatch } from './disk-watch.ts';
import { guardTimers } from './guarded-timers.ts';

const storeError = (code: string): Error => Object.assign(new Error(code), { code });

function watchDisk() {
  const ports = createFakePorts(0);
  const events: EngineEvent[] = [];
  const told: string[] = [];
  let isFull = true;
  const watch = createDiskWatch({
    store: {
      upkeep: {
        tryWriting: () => {
          if (isFull) throw storeError('SQLITE_FULL');
        },
      },
    },
    timers: ports.timers,
    emit: (event) => void events.push(event),
    onRoom: () => void told.push('room'),
    onBroken: () => void told.push('broken'),
  });
  return {
    ports,
    events,
    told,
    watch,
    makeRoom: () => {
      isFull = false;
    },
  };
}

it('a full disk is said once, and over once a row can be written', async () => {
  const { watch, events, told, ports, makeRoom } = watchDisk();
  for (let attempt = 0; attempt < 5; attempt += 1) expect(watch.met(storeError('SQLITE_FULL'))).toBe(true);
  expect(events).toMatchObject([{ kind: 'trouble', error: { code: 'disk-full' } }]);
  await ports.pass(60_000);
  expect(events).toHaveLength(1);
  makeRoom();
  await ports.pass(5_000);
  expect(events.slice(1)).toEqual([{ kind: 'trouble-over', code: 'disk-full' }]);
  expect(told).toEqual(['room']);
  watch.met(storeError('ENOSPC'));
  expect(events).toHaveLength(3);
});
it.each(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_CORRUPT'])(
  'after %s nothing is believed: the desk is opened anew, once',
  (code) => {
    const { watch, told } = watchDisk();
    watch.met(storeError(code));
    watch.met(storeError(code));
    expect(told).toEqual(['broken']);
  },
);
it('an error that is not the store’s is none of its business', () => {
  const { watch, events } = watchDisk();
  expect(watch.met(new TypeError('a bug'))).toBe(false);
  expect(events).toEqual([]);
});
it('work on a timer that met a full disk is done once there is room', async () => {
  const { watch, ports } = watchDisk();
  let isFull = true;
  const done: string[] = [];
  guardTimers(ports.timers, watch.met).after(1_000, () => {
    if (isFull) throw storeError('SQLITE_FULL');
    done.push('reminded');
  });
  await ports.pass(20_000);
  expect(done).toEqual([]);
  isFull = false;
  await ports.pass(5_000);
  expect(done).toEqual(['reminded']);
});
it('a bug on a timer stays a bug', async () => {
  const { watch, ports } = watchDisk();
  guardTimers(ports.timers, watch.met).after(1, () => {
    throw new TypeError('a bug');
  });
  await expect(ports.pass(10)).rejects.toThrow('a bug');
});
