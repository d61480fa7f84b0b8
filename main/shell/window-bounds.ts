// Remembers where the owner left the window, and brings it back onto a screen that is still there.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

export type Bounds = { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number };
type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const SMALLEST = { width: 960, height: 640 } as const;
export const USUAL = { width: 1280, height: 800 } as const;
// So much of the window must lie on a screen that it can be taken hold of.
const HOLD = 80;

const saved = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() });

/** Never throws: a file that cannot be read is no reason not to open. */
export function readBounds(file: string, screens: readonly Area[]): Bounds {
  try {
    const bounds = saved.parse(JSON.parse(readFileSync(file, 'utf8')));
    return boundsOn(bounds, screens);
  } catch {
    return USUAL;
  }
}

export function writeBounds(file: string, bounds: Area): void {
  try {
    writeFileSync(file, JSON.stringify(saved.parse(bounds)), { mode: 0o600 });
  } catch {
    // The next start opens at the usual size.
  }
}

/** The size kept within reason; the place only if a screen shows enough of it. */
export function boundsOn(bounds: Area, screens: readonly Area[]): Bounds {
  const width = Math.max(SMALLEST.width, bounds.width);
  const height = Math.max(SMALLEST.height, bounds.height);
  const isInReach = screens.some(
    (screen) =>
      Math.min(bounds.x + width, screen.x + screen.width) - Math.max(bounds.x, screen.x) >= HOLD &&
      bounds.y >= screen.y &&
      bounds.y <= screen.y + screen.height - HOLD,
  );
  return isInReach ? { x: bounds.x, y: bounds.y, width, height } : { width, height };
}
