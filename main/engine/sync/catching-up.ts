// Whether what happened while the app was away may still be unknown: an account has not told its state since.
import type { AccountState } from '../../contract/views.ts';
import type { Store } from '../store/store.ts';
import type { SyncSupervisor } from './supervisor.ts';

export const catchingUp =
  (store: Pick<Store, 'accounts'>, { stateOf }: Pick<SyncSupervisor, 'stateOf'>) =>
  (): boolean =>
    store.accounts.list().some((account) => isAskingServer(stateOf(account)));

const isAskingServer = ({ kind }: AccountState): boolean =>
  kind === 'new' || kind === 'connecting' || kind === 'first-sync';
