// The questions about the desk itself: what it is, and whether all of it is there.
import { ok } from '../../contract/errors.ts';
import type { DeskStatus } from '../../contract/views.ts';
import { BY_HAND } from '../channels/manual/manual-account.ts';
import type { Ports } from '../ports/ports.ts';
import type { IndexMender } from '../search/index-mender.ts';
import { readDeskNews } from '../store/desk-news.ts';
import type { Store } from '../store/store.ts';
import { checkDesk } from './check-desk.ts';
import type { Connections } from './connections.ts';
import type { Handlers } from './engine.ts';

type AnswerDeskDeps = Pick<Connections, 'connectorFor' | 'passwordFor'> & {
  readonly store: Store;
  readonly secrets: Pick<Ports['secrets'], 'status'>;
  readonly about: Pick<DeskStatus, 'version' | 'dataFolder' | 'isDemo' | 'clockOffsetMs'>;
  readonly lastSeq: () => number;
  readonly mender: Pick<IndexMender, 'lookClosely' | 'mendAll'>;
  /** A desk that runs mends itself in the background. */
  readonly isStarted: () => boolean;
};

export function answerDesk(deps: AnswerDeskDeps): Pick<Handlers, 'desk.status' | 'desk.check'> {
  const { store, mender, connectorFor, passwordFor } = deps;
  return {
    'desk.status': async () => {
      const secrets = await deps.secrets.status();
      return ok({
        ...deps.about,
        secrets: secrets.where,
        secretsTrouble: secrets.trouble,
        lastEventSeq: deps.lastSeq(),
        hasNotes: store.accounts.get(BY_HAND) !== null,
        news: readDeskNews(store.settings),
      });
    },
    'desk.check': ({ remote }) => {
      if (deps.isStarted()) mender.lookClosely();
      else mender.mendAll();
      return checkDesk({ store, connectorFor, passwordFor }, remote);
    },
  };
}
