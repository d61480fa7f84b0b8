// One at a time comes in or goes out of a desk: the last look of who leaves must not meet the first write of who enters.
import { takeDeskLock } from './desk-lock.ts';

/** A desk after a crash is looked through at the door: some seconds a gigabyte. */
const WAIT_MS = 20_000;

/** null: somebody else stands in it, and for too long. */
export function withDoor<T>(file: string, pass: () => T): T | null {
  const door = takeDeskLock(`${file}-door`, WAIT_MS);
  if (door === null) return null;
  try {
    return pass();
  } finally {
    door.release();
  }
}
