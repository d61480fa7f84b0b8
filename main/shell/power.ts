// Tells the engine when the ground under its connections moved: the machine woke, or it is on another network. A half-open
// connection looks sound for minutes; rebuilding at once brings the first new mail within seconds.
import { powerMonitor } from 'electron';
import { networkInterfaces } from 'node:os';
import type { Timers } from '../engine/ports/ports.ts';

// No event tells of a network change in Node; reading the interfaces takes 0.1 ms.
const LOOK_EVERY_MS = 10_000;

/** Answers a function that stops watching. */
export function watchPower(timers: Timers, onMoved: () => void): () => void {
  powerMonitor.on('resume', onMoved);
  let network = networkNow();
  let stop = (): void => {};
  const look = (): void => {
    const now = networkNow();
    if (now !== network && now !== '') onMoved();
    network = now;
    stop = timers.after(LOOK_EVERY_MS, look);
  };
  look();
  return () => {
    stop();
    powerMonitor.off('resume', onMoved);
  };
}

/** Our addresses on real networks, in a fixed order. */
function networkNow(): string {
  return (
    Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      // Link-local and temporary IPv6 addresses come and go by themselves.
      .filter((address) => !address.internal && address.family === 'IPv4')
      .map((address) => `${address.mac} ${address.cidr ?? ''}`)
      .toSorted()
      .join(', ')
  );
}
