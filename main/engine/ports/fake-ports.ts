// Ports for tests: a clock that only moves when told, timers that fire as it passes them, and secrets in memory.
import type { Instant } from '../../domain/instant.ts';
import { NO_OAUTH_CLIENTS } from './oauth-clients.ts';
import type { Cancel, Ports } from './ports.ts';

export type FakePorts = Ports & {
  /** Moves the clock forward and runs the timers that fall due, in order. Waits for what they start. */
  readonly pass: (ms: number) => Promise<void>;
  /** Sets the clock without running timers, as a jump of the machine's clock does. */
  readonly jumpTo: (now: Instant) => void;
  /** Both clocks go on and no timer runs, as while the machine sleeps; what fell due runs with the next `pass`. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly logged: readonly string[];
  readonly pendingTimers: () => number;
};

export function createFakePorts(start: Instant): FakePorts {
  let now = start;
  let elapsed = 0;
  let drawn = 0;
  let timers: { readonly due: number; readonly run: () => void }[] = [];
  const secrets = new Map<string, string>();
  const logged: string[] = [];

  const after = (delayMs: number, run: () => void): Cancel => {
    const timer = { due: elapsed + Math.max(0, delayMs), run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  return {
    clock: { now: () => now, monotonicMs: () => elapsed },
    timers: { after },
    random: {
      uuid: () => `00000000-0000-4000-8000-${String((drawn += 1)).padStart(12, '0')}`,
      fraction: () => 0.5,
    },
    secrets: {
      read: async (account) => {
        const secret = secrets.get(account);
        return secret === undefined ? { kind: 'unknown' } : { kind: 'found', secret };
      },
      keep: async (account, secret) => {
        secrets.set(account, secret);
        return 'session';
      },
      forget: async (account) => void secrets.delete(account),
      status: async () => ({ where: 'session', trouble: null }),
    },
    log: (level, what) => void logged.push(`${level} ${what}`),
    net: {
      resolveMx: async () => [],
      resolveSrv: async () => [],
      fetchText: async () => null,
      postForm: async () => ({ kind: 'no-answer', code: 'ENOTFOUND' }),
      whereabouts: () => 'here',
    },
    outside: {
      lookUp: async () => [],
      mayReach: () => false,
      get: async () => ({ kind: 'no-answer', code: 'ENOTFOUND' }),
    },
    oauthClients: async () => NO_OAUTH_CLIENTS,
    hide: () => {},
    pass: async (ms) => {
      const until = elapsed + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.due <= until).toSorted((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        now += Math.max(0, next.due - elapsed);
        elapsed = Math.max(elapsed, next.due);
        next.run();
        await settle();
      }
      now += until - elapsed;
      elapsed = until;
      await settle();
    },
    sleep: async (ms) => {
      now += ms;
      elapsed += ms;
    },
    jumpTo: (instant) => {
      now = instant;
    },
    logged,
    pendingTimers: () => timers.length,
  };
}

/** Lets what a timer started run on: a chain of awaits needs several turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
