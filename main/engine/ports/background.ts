// For work that nobody waits for: a rejection is our bug, and is logged under a name instead of taking the process down.
import type { Logger } from './ports.ts';

export type Background = (name: string, work: Promise<unknown>) => void;

export function createBackground(log: Logger): Background {
  return (name, work) => {
    work.catch((error: unknown) => {
      log('error', `background ${name}`, {
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    });
  };
}
