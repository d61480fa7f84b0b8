// Which connector carries an account, and what it signs in with.
import { ok, type Result } from '../../contract/errors.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { createSignIns, type SignInDesk } from '../accounts/sign-in/sign-ins.ts';
import type { Connector } from '../channels/connector.ts';
import { createDemoConnector } from '../channels/demo/demo-connector.ts';
import { createEmailConnector, type EmailConnectorDeps } from '../channels/email/email-connector.ts';
import { manualConnector } from '../channels/manual/manual-connector.ts';
import type { Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';

export type Connections = {
  readonly signIns: SignInDesk;
  readonly connectorFor: (account: AccountRow) => Connector;
  /** '' where nothing is signed in to. */
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
};

type ConnectionsDeps = Omit<EmailConnectorDeps, 'signIns' | 'store' | 'ports'> & {
  readonly store: Store;
  readonly ports: Ports;
  readonly language: () => UiLanguage;
};

export function createConnections(deps: ConnectionsDeps): Connections {
  const { store, ports, emit, language } = deps;
  const signIns = createSignIns({
    ports,
    emit,
    language,
    onKept: (id, keep) => {
      const account = store.accounts.get(id);
      if (account !== null) store.accounts.update({ ...account, keep });
    },
  });
  const connectors = {
    email: createEmailConnector({ ...deps, signIns }),
    demo: createDemoConnector(ports.clock),
    manual: manualConnector,
  };
  return {
    signIns,
    connectorFor: (account) => connectors[account.connector],
    passwordFor: async (account) => (account.connector === 'email' ? signIns.secretFor(account) : ok('')),
  };
}
