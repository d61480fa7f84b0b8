// Importing, exporting and erasing in the fixture: one customer with two messages, of which one lies on the server still.
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { ExportReport, ImportReport } from '../../main/contract/own-data.ts';
import { DAY_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

type DataCommand = 'data.import' | 'data.export' | 'data.lookAtPerson' | 'data.erase' | 'data.stop';
type Handlers = {
  readonly [Name in CommandName & DataCommand]: (args: CommandArgs<Name>) => Result<CommandValue<Name>>;
};

export const FIXTURE_IMPORT: ImportReport = {
  added: 1_204,
  known: 31,
  skipped: 2,
  passedOver: [{ why: 'deleted', count: 2, examples: ['Inbox'] }],
  isStopped: false,
  ms: 8_200,
};

export const fixtureExport = (contact: string | null): ExportReport => ({
  folder: '/home/tom/Documenten/balie-export-2026-05-12',
  messages: contact === null ? 4_812 : 2,
  conversations: contact === null ? 1_890 : 1,
  attachments: contact === null ? 612 : 1,
  missingAttachments: contact === null ? 3 : 0,
  bytes: 1_000_000,
  isStopped: false,
  ms: 5_000,
});

export function createFixtureOwnData(): Handlers {
  return {
    // The window may name no path; the shell asks for it.
    'data.import': () => failed('invalid-argument', 'never', 'not from the window'),
    'data.export': () => failed('invalid-argument', 'never', 'not from the window'),
    'data.stop': () => ok(null),
    'data.lookAtPerson': ({ address }) =>
      ok({
        address,
        addresses: [address],
        names: ['Els Willems'],
        conversations: 1,
        messages: 2,
        others: 1,
        oldestAt: FIXTURE_NOW - 40 * DAY_MS,
        newestAt: FIXTURE_NOW - DAY_MS,
        onServer: 1,
      }),
    'data.erase': ({ onServer }) =>
      ok({
        conversations: 1,
        messages: 2,
        others: 1,
        leftOnServer: onServer ? 0 : 1,
        removedFromServer: onServer ? 1 : 0,
        backupsRemoved: ['balie-day-2026-05-11.db'],
        leftIn: [],
        ms: 900,
      }),
  };
}
