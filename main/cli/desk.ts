// Opens the desk for one command. A command that only reads or decides works beside the app; one that syncs or sends keeps the
// desk while it does, and leaves the work to the app when that keeps it already.
import type { CommandArgs, CommandName, CommandValue } from '../contract/commands.ts';
import type { Result } from '../contract/errors.ts';
import type { Engine } from '../engine/host/engine.ts';
import { openInProcess } from '../engine/host/in-process.ts';
import { createKeychainSecrets } from '../engine/ports/keychain-secrets.ts';
import { withEnvironment } from './secrets-environment.ts';
import { loadKeychain } from './secrets-keychain.ts';

export type DeskOptions = {
  readonly dataFolder: string;
  readonly assetsFolder: string;
  readonly version: string;
  readonly systemLanguage: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onKeychainHang: () => void;
};

/** Reads and decides; keeps the desk for what it asks (`keep`); or keeps it and goes on by itself (`watch`). */
export type DeskUse = 'beside' | 'keep' | 'watch' | 'demo';

export function openDesk(options: DeskOptions, use: DeskUse): Promise<Result<Engine>> {
  const { env, onKeychainHang: onHang, ...desk } = options;
  return openInProcess({
    ...desk,
    isDemo: use === 'demo',
    watch: use === 'watch',
    remindsNobody: true,
    keep: use === 'keep' || use === 'watch' || use === 'demo',
    // Each process its own file: two never write one log.
    logName: `cli-${use}`,
    secrets: (learn, timers) =>
      withEnvironment(createKeychainSecrets({ load: loadKeychain, timers, learn, onHang }), env, learn),
  });
}

export type Call = <Name extends CommandName>(
  name: Name,
  args: CommandArgs<Name>,
) => Promise<Result<CommandValue<Name>>>;
