// What a process took of time and memory, and how long its thread kept others waiting. Imports nothing heavy, or it would measure that.
import { readFileSync } from 'node:fs';

export type Spent = { readonly wallMs: number; readonly cpuMs: number; readonly peakMb: number };

/** Of this process, since it began; the wall time since `startedAt`. */
export function spentSince(startedAt: number): Spent {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  // Not maxRSS: that of the process which started this one is counted in.
  const peakKb = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  return {
    wallMs: Math.round(performance.now() - startedAt),
    cpuMs: Math.round((userCPUTime + systemCPUTime) / 1000),
    peakMb: Math.round(peakKb / 1024),
  };
}

/** A stall of so many ms is a wait of up to so many, for whoever comes while it lasts. What 99 of 100 would wait at most. */
export function waitP99(stalls: readonly number[], overMs: number): number {
  const longer = (than: number): number => stalls.reduce((sum, ms) => sum + Math.max(0, ms - than), 0);
  let ms = 0;
  while (longer(ms) > overMs / 100) ms += 1;
  return ms;
}

/** How long the thread did not answer, each time, until stopped. */
export function watchStalls(): { readonly stop: () => readonly number[] } {
  let lastBeat = performance.now();
  const stalls: number[] = [];
  const beat = setInterval(() => {
    const now = performance.now();
    stalls.push(Math.max(0, now - lastBeat - 5));
    lastBeat = now;
  }, 5);
  return {
    stop: () => {
      clearInterval(beat);
      return stalls;
    },
  };
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
