// The world as the engine meets it outside tests. Secrets come from the host: only it reaches the keychain.
import { join } from 'node:path';
import type { Ports, Secrets, Timers } from './ports.ts';
import { createFileLog } from './file-log.ts';
import { readOAuthClients } from './oauth-clients.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import { createSystemClock, createSystemRandom, createSystemTimers } from './system-clock.ts';
import { createSystemNet } from './system-net.ts';
import { createSystemOutside } from './system-outside.ts';

export type SystemPortsOptions = {
  readonly dataFolder: string;
  /** Name of the log in `<data folder>/logs`; two threads or processes never share one. */
  readonly logName: string;
  /** `learn` keeps a secret out of the log from then on. */
  readonly secrets: (learn: Redactor['learn'], timers: Timers) => Secrets;
};

export function createSystemPorts({ dataFolder, logName, secrets }: SystemPortsOptions): Ports {
  const redactor = createRedactor();
  const clock = createSystemClock();
  const timers = createSystemTimers();
  return {
    clock,
    timers,
    random: createSystemRandom(),
    secrets: secrets(redactor.learn, timers),
    log: createFileLog(join(dataFolder, 'logs', `${logName}.log`), redactor, clock.now),
    net: createSystemNet(),
    outside: createSystemOutside(),
    oauthClients: () => readOAuthClients(dataFolder, process.env),
    hide: redactor.learn,
  };
}
