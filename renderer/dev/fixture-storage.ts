// A week of copies on the fixture's disk, and in the scene "trouble" the news of one that was put back.
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import type { BackupView, DeskNews } from '../../main/contract/storage.ts';
import { DAY_MS, HOUR_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

export const NEWS: DeskNews = {
  kind: 'restored',
  because: 'damaged',
  at: FIXTURE_NOW,
  from: FIXTURE_NOW - 20 * HOUR_MS,
  messages: 4_790,
  kept: 'balie-damaged-2026-11-22-081500.db',
  outbox: { saved: 1, doubtful: 2, isWhole: true },
};

const MB = 1_000_000;
const copy = (kind: BackupView['kind'], days: number, messages: number | null): BackupView => ({
  name: `balie-${kind}-${days}.db`,
  kind,
  at: FIXTURE_NOW - days * DAY_MS - 3 * HOUR_MS,
  bytes: (47 - days) * MB,
  messages,
});

type StorageCommand = 'storage.state' | 'storage.backUp' | 'storage.outlook' | 'storage.news' | 'storage.readNews';
type Handlers = {
  readonly [Name in CommandName & StorageCommand]: (args: CommandArgs<Name>) => Result<CommandValue<Name>>;
};

export function createFixtureStorage(): Handlers {
  let backups: readonly BackupView[] = [
    copy('day', 0, 4_790),
    copy('day', 1, 4_752),
    copy('update', 2, 4_711),
    copy('day', 3, 4_690),
    copy('damaged', 4, null),
  ];
  return {
    'storage.state': () =>
      ok({
        databaseBytes: 52 * MB,
        attachmentBytes: 11 * MB,
        backupBytes: 221 * MB,
        logBytes: 0.4 * MB,
        freeBytes: 48_200 * MB,
        backups,
        lastBackupAt: backups[0]?.at ?? null,
        backupTrouble: null,
        lastCheckAt: FIXTURE_NOW - 2 * DAY_MS,
        isBackingUp: false,
      }),
    'storage.backUp': () => {
      const made: BackupView = { ...copy('asked', 0, 4_812), name: 'balie-asked.db', at: FIXTURE_NOW };
      backups = [made, ...backups];
      return ok(made);
    },
    'storage.outlook': ({ years }) =>
      ok(
        years > 5
          ? { conversations: 0, messages: 0, bytes: 0 }
          : { conversations: 1_204, messages: 3_410, bytes: 31 * MB },
      ),
    'storage.news': () => ok(null),
    'storage.readNews': () => ok(null),
  };
}
