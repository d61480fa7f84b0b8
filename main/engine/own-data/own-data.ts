// The data.* commands: what the owner does with his data as such. One at a time, as each goes through the whole desk; an import or an
// export can be stopped half-way, an erasure cannot: half an erased person is none.
import { join } from 'node:path';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import { homeCountry } from '../../domain/contact/phone-number.ts';
import { meantAddress } from '../../domain/contact/way.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { cleanDesk, erasePerson, lookAtPerson, type EraseDeps } from '../erasure/erase-person.ts';
import { exportDesk, type ExportDeps } from '../export/export-desk.ts';
import type { Handlers } from '../host/engine.ts';
import { importMail, type ImportDeps } from '../import/import-mail.ts';
import type { Connector } from '../channels/connector.ts';
import type { AccountRow } from '../store/account-table.ts';

export type OwnDataDeps = Omit<EraseDeps, 'connectorFor' | 'places'> &
  Omit<ImportDeps, 'emit'> &
  Pick<ExportDeps, 'passwordFor'> & {
    readonly connectorFor: (account: AccountRow) => Pick<Connector, 'fetchAttachments' | 'removeForGood'>;
    readonly settings: { readonly get: () => Settings };
    readonly language: () => UiLanguage;
    readonly dataFolder: string;
    readonly deskFile: string;
    readonly isDemo: boolean;
  };

type DataCommand = 'data.import' | 'data.export' | 'data.lookAtPerson' | 'data.erase' | 'data.stop';

export type OwnData = {
  readonly handlers: Pick<Handlers, DataCommand>;
  /** Finishes what an erasure that was cut short left behind. */
  readonly start: () => void;
  /** Resolves once nothing more is written. */
  readonly stop: () => Promise<void>;
};

const ARCHIVE_NAME: Readonly<Record<UiLanguage, string>> = { nl: 'Archief', en: 'Archive' };

export function createOwnData(deps: OwnDataDeps): OwnData {
  let running: { readonly stopping: AbortController; readonly ended: Promise<unknown> } | null = null;
  const places = {
    desk: join(deps.dataFolder, deps.deskFile),
    dataFolder: deps.dataFolder,
    logFolder: join(deps.dataFolder, 'logs'),
  };

  const meant = (address: string): string => meantAddress(address, homeCountry(deps.settings.get().officeHours));

  const alone = async <T>(work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> => {
    if (running !== null) return failed('not-possible-now', 'after', 'an import, export or erasure is running');
    const stopping = new AbortController();
    const ended = work(stopping.signal);
    running = { stopping, ended: ended.catch(() => {}) };
    try {
      return await ended;
    } finally {
      running = null;
    }
  };

  return {
    handlers: {
      'data.import': ({ path, account, ownAddresses }) => {
        // What is in the demo can leave the machine only by mistake; nothing real may get into it.
        if (deps.isDemo) return failed('demo-only', 'never', 'the demo desk takes no real mail');
        const own = ownAddresses.map((address) => address.toLowerCase());
        const archiveName = ARCHIVE_NAME[deps.language()];
        return alone((signal) => importMail(deps, { path, account, ownAddresses: own, archiveName }, signal));
      },
      'data.export': ({ folder, contact }) =>
        alone((signal) =>
          exportDesk(
            { ...deps, settings: deps.settings.get },
            { folder, contact: contact === null ? null : meant(contact), language: deps.language() },
            signal,
          ),
        ),
      'data.lookAtPerson': ({ address }) => lookAtPerson({ ...deps, places }, meant(address)),
      'data.erase': (request) =>
        alone(() => erasePerson({ ...deps, places }, { ...request, address: meant(request.address) })),
      'data.stop': async () => {
        running?.stopping.abort();
        await running?.ended;
        return ok(null);
      },
    },
    start: () => {
      if (deps.store.erasures.isUnfinished()) cleanDesk(deps.store);
    },
    stop: async () => {
      running?.stopping.abort();
      await running?.ended;
    },
  };
}
