// The desk that is open: the owner's own, or the demo. Switching stops one engine before it starts the other, so that two never
// stand on one data folder.
import type { CommandArgs, CommandName, CommandValue } from '../contract/commands.ts';
import type { Result } from '../contract/errors.ts';
import type { NumberedEvent } from '../contract/events.ts';
import { demoFolder } from '../engine/host/desk-files.ts';
import {
  createWorkerClient,
  type EngineThreadState,
  type WorkerClient,
  type WorkerClientDeps,
} from '../engine/host/worker-client.ts';

export type EngineHostDeps = Pick<WorkerClientDeps, 'entry' | 'secrets' | 'timers' | 'monotonicMs' | 'log' | 'env'> & {
  readonly dataFolder: string;
  readonly assetsFolder: string;
  readonly version: string;
  readonly systemLanguage: string;
  readonly onEvent: (numbered: NumberedEvent) => void;
  readonly onState: (state: EngineThreadState) => void;
};

export type EngineHost = {
  readonly call: <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => Promise<Result<CommandValue<Name>>>;
  readonly isDemo: () => boolean;
  /** Resolves when the other desk's engine has been started; calls wait for it to be ready. */
  readonly switchTo: (desk: 'own' | 'demo') => Promise<void>;
  /** Puts that copy in the place of the open desk; the engine is away meanwhile. */
  readonly restore: (name: string) => Promise<Result<null>>;
  readonly dataFolder: () => string;
  readonly stop: () => Promise<void>;
};

export function createEngineHost(deps: EngineHostDeps): EngineHost {
  const folderOf = (isDemo: boolean): string => (isDemo ? demoFolder(deps.dataFolder) : deps.dataFolder);
  const start = (isDemo: boolean, restoreFrom?: string): WorkerClient =>
    createWorkerClient({
      ...deps,
      desk: {
        dataFolder: folderOf(isDemo),
        assetsFolder: deps.assetsFolder,
        version: deps.version,
        systemLanguage: deps.systemLanguage,
        isDemo,
        ...(restoreFrom === undefined ? {} : { restoreFrom }),
      },
    });
  let isDemo = false;
  let client = start(isDemo);
  // Two quick clicks must not start two engines.
  let switching: Promise<void> = Promise.resolve();

  return {
    call: async (name, args) => {
      await switching;
      return client.call(name, args);
    },
    isDemo: () => isDemo,
    switchTo: (desk) => {
      const change = async (): Promise<void> => {
        if (isDemo === (desk === 'demo')) return;
        await client.stop();
        isDemo = desk === 'demo';
        client = start(isDemo);
      };
      switching = switching.then(change);
      return switching;
    },
    restore: async (name) => {
      const change = async (): Promise<void> => {
        await client.stop();
        client = start(isDemo, name);
      };
      switching = switching.then(change);
      await switching;
      return client.restored();
    },
    dataFolder: () => folderOf(isDemo),
    stop: async () => {
      await switching;
      await client.stop();
    },
  };
}
