// The engine in the caller's own thread, for the command line and for tests: the same rooms, no messages in between.
import type { Result } from '../../contract/errors.ts';
import type { Secrets, Timers } from '../ports/ports.ts';
import { createSystemPorts } from '../ports/system-ports.ts';
import type { Engine } from './engine.ts';
import { openEngine } from './open-engine.ts';

export type InProcessOptions = {
  readonly dataFolder: string;
  readonly assetsFolder: string;
  readonly version: string;
  readonly systemLanguage: string;
  readonly isDemo: boolean;
  /** false: nothing is watched or sent by itself. */
  readonly watch: boolean;
  readonly remindsNobody?: boolean;
  /** Keeps the desk, so that what is asked for may sync and send. */
  readonly keep: boolean;
  readonly logName: string;
  readonly secrets: (learn: (secret: string) => void, timers: Timers) => Secrets;
};

export function openInProcess({ logName, secrets, ...desk }: InProcessOptions): Promise<Result<Engine>> {
  return openEngine({ ...desk, ports: createSystemPorts({ dataFolder: desk.dataFolder, logName, secrets }) });
}
