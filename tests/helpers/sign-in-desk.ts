// A whole desk in front of real servers that take access tokens: Dovecot that asks our authorisation server about each token, SMTP that
// does the same, and an engine with its own data folder, log and a keychain in memory.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../main/contract/errors.ts';
import type { EngineEvent } from '../../main/contract/events.ts';
import type { AccountView } from '../../main/contract/views.ts';
import type { Engine } from '../../main/engine/host/engine.ts';
import { openEngine } from '../../main/engine/host/open-engine.ts';
import { createKeychainSecrets } from '../../main/engine/ports/keychain-secrets.ts';
import { SIGN_IN_FILE } from '../../main/engine/ports/oauth-clients.ts';
import { createSystemPorts } from '../../main/engine/ports/system-ports.ts';
import { CLIENT_ID, startAuthorisationServer, type AuthorisationServer } from './authorisation-server.ts';
import { DOVECOT_USER, startDovecot, type Dovecot } from './dovecot.ts';
import { startSmtp, type SmtpDesk } from './smtp.ts';

export type SignInDesk = {
  readonly authority: AuthorisationServer;
  readonly dovecot: Dovecot;
  readonly smtp: SmtpDesk;
  readonly engine: Engine;
  readonly events: readonly EngineEvent[];
  readonly keychain: ReadonlyMap<string, string>;
  /** Adds the account; the owner does that at the page that is shown. */
  readonly add: (owner?: 'allows' | 'denies') => Promise<Result<AccountView>>;
  /** The owner at the next page that is shown. */
  readonly atNextPage: (owner: 'allows' | 'denies' | 'stops') => void;
  /** As after closing the app and starting it again: only what is kept is still known. */
  readonly restart: () => Promise<void>;
  /** Every byte under the data folder, for looking whether a secret lies there. */
  readonly bytesOnDisk: () => Buffer;
  readonly stop: () => Promise<void>;
};

export type TokenServers = Pick<SignInDesk, 'authority' | 'dovecot' | 'smtp' | 'stop'> & {
  /** A folder of their own, gone when they stop. */
  readonly folder: string;
};

/** The authorisation server, and Dovecot and SMTP that ask it about every token. */
export async function startTokenServers(): Promise<TokenServers> {
  const authority = await startAuthorisationServer(DOVECOT_USER);
  const folder = mkdtempSync(join(tmpdir(), 'balie-sign-in-'));
  const config = join(folder, 'oauth2.conf.ext');
  writeFileSync(
    config,
    `introspection_url = ${authority.introspection}
introspection_mode = get
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
`,
    { mode: 0o644 },
  );
  const dovecot = await startDovecot({
    extra: `auth_mechanisms = plain oauthbearer xoauth2
passdb {
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = ${config}
}
`,
  });
  const smtp = await startSmtp({
    security: 'plain',
    server: {
      authMethods: ['XOAUTH2'],
      onAuth: ({ username, accessToken }, _session, done) => {
        if (authority.isGood(accessToken ?? '', username)) done(null, { user: username });
        else done(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } });
      },
    },
  });
  return {
    authority,
    dovecot,
    smtp,
    folder,
    stop: async () => {
      await Promise.all([smtp.stop(), dovecot.stop(), authority.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openSignInDesk(smtpPort: number | null = null): Promise<SignInDesk> {
  const servers = await startTokenServers();
  const { authority, dovecot, smtp } = servers;
  const dataFolder = join(servers.folder, 'desk');
  const keychain = new Map<string, string>();
  const events: EngineEvent[] = [];
  let waitingOwner: 'allows' | 'denies' | 'stops' = 'allows';
  let engine: Engine;

  const open = async (): Promise<void> => {
    const ports = createSystemPorts({
      dataFolder,
      logName: 'engine',
      secrets: (learn, timers) =>
        createKeychainSecrets({
          timers,
          learn,
          load: async () => ({
            getPassword: async (_service, account) => keychain.get(account) ?? null,
            setPassword: async (_service, account, password) => void keychain.set(account, password),
            deletePassword: async (_service, account) => keychain.delete(account),
          }),
        }),
    });
    const opened = await openEngine({
      dataFolder,
      assetsFolder: join(import.meta.dirname, '../../assets'),
      ports,
      version: '0.0.0',
      systemLanguage: 'nl',
      isDemo: false,
      watch: false,
      keep: true,
    });
    if (!opened.ok) throw new Error(opened.error.detail);
    engine = opened.value;
    engine.onEvent(({ event }) => {
      events.push(event);
      if (event.kind !== 'open-browser') return;
      const owner = waitingOwner;
      if (owner === 'stops') void engine.call('accounts.stopSignIn', { testId: event.testId });
      else void authority.browse(event.url, owner);
    });
  };
  await open();
  writeFileSync(
    join(dataFolder, SIGN_IN_FILE),
    JSON.stringify({ google: { clientId: CLIENT_ID, issuer: authority.issuer } }),
  );

  return {
    authority,
    dovecot,
    smtp,
    get engine() {
      return engine;
    },
    events,
    keychain,
    atNextPage: (owner) => {
      waitingOwner = owner;
    },
    add: (owner = 'allows') => {
      waitingOwner = owner;
      return engine.call('accounts.add', {
        testId: 't1',
        draft: {
          email: DOVECOT_USER,
          name: 'De Winkel',
          user: DOVECOT_USER,
          password: '',
          oauth: 'google',
          imap: { host: '127.0.0.1', port: dovecot.port, security: 'plain' },
          smtp: { host: '127.0.0.1', port: smtpPort ?? smtp.port, security: 'plain' },
          ca: null,
          keep: 'keychain',
          plainAllowed: false,
        },
      });
    },
    restart: async () => {
      await engine.stop();
      await open();
    },
    bytesOnDisk: () =>
      Buffer.concat(
        readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
          .map((name) => join(dataFolder, name))
          .filter((path) => statSync(path).isFile())
          .map((path) => readFileSync(path)),
      ),
    stop: async () => {
      await engine.stop();
      await servers.stop();
    },
  };
}
