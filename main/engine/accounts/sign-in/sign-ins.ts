// Who may sign in with what: passwords as they are kept, access tokens as long as they last. A refresh token lies where a password
// would, in the Secrets port and nowhere else; access tokens live in this memory only.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { EngineEvent } from '../../../contract/events.ts';
import type { AccountId, OAuthProvider } from '../../../contract/views.ts';
import type { UiLanguage } from '../../../domain/conversation/message.ts';
import { MINUTE_MS } from '../../../domain/instant.ts';
import { readPassword } from '../../channels/email/password.ts';
import type { SignIns } from '../../channels/email/sign-in.ts';
import type { OAuthClient, Ports } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import { signInByBrowser } from './browser-sign-in.ts';
import { oauthPlace, PROVIDER_NAMES } from './oauth-providers.ts';
import { readTokenAnswer, type Tokens } from './token-answer.ts';
import { TOKEN_LIMIT } from './token-limit.ts';

export type SignInDeps = {
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'secrets' | 'net' | 'oauthClients' | 'hide' | 'log'>;
  readonly emit: (event: EngineEvent) => void;
  readonly language: () => UiLanguage;
  /** A rotated refresh token could be kept there only. */
  readonly onKept: (account: AccountId, where: 'session' | 'keychain') => void;
};

/** What the owner granted in his browser. Leaves this room only to sign in with, and into the Secrets port. */
export type Grant = Tokens & { readonly provider: OAuthProvider; readonly refresh: string };

export type BrowserRequest = {
  /** Under which the page to open is told, and the waiting can be stopped. */
  readonly testId: string;
  readonly provider: OAuthProvider;
  readonly email: string;
};

export type SignInDesk = SignIns & {
  /** Shows the provider's page and waits for the owner. Granted a short while ago for the same address: no second page. */
  readonly grant: (request: BrowserRequest) => Promise<Result<Grant>>;
  readonly cancel: (testId: string) => void;
  /** Answers where the refresh token is kept. */
  readonly keep: (account: AccountRow, grant: Grant, where: 'session' | 'keychain') => Promise<'session' | 'keychain'>;
  /** Forgets what is kept, and tells the provider so where it wants to know. Never fails: at worst the grant ends by itself. */
  readonly forget: (account: AccountRow) => Promise<void>;
};

/** Refreshed this long before its time is up, so that no sign-in begins with a token that ends on the way. */
const SPARE_MS = 2 * MINUTE_MS;
/** Trying again after a failed test should not mean the browser again. */
const GRANT_LASTS_MS = 15 * MINUTE_MS;

type Access = { readonly token: string; readonly expiresAt: number };

export function createSignIns(deps: SignInDeps): SignInDesk {
  const { ports } = deps;
  const { clock } = ports;
  const accesses = new Map<AccountId, Access>();
  const refreshing = new Map<AccountId, Promise<Result<string>>>();
  const waiting = new Map<string, AbortController>();
  const grants = new Map<string, { readonly grant: Grant; readonly until: number }>();

  const clientOf = async (provider: OAuthProvider): Promise<Result<OAuthClient>> => {
    const { clients, trouble } = await ports.oauthClients();
    const client = clients[provider];
    if (client !== null) return ok(client);
    return failed('sign-in-not-set-up', 'user', trouble ?? 'no client id', { provider: PROVIDER_NAMES[provider] });
  };
  const hide = (tokens: Tokens): void => {
    ports.hide(tokens.access);
    if (tokens.refresh !== null) ports.hide(tokens.refresh);
  };

  const refresh = async (account: AccountRow, provider: OAuthProvider): Promise<Result<string>> => {
    const client = await clientOf(provider);
    if (!client.ok) return client;
    const kept = await readPassword(ports.secrets, account.id);
    if (!kept.ok) return asTokenTrouble(kept, account, provider);
    const place = oauthPlace(provider, client.value);
    const posted = await ports.net.postForm(
      place.token,
      {
        grant_type: 'refresh_token',
        refresh_token: kept.value,
        client_id: client.value.clientId,
        ...(client.value.clientSecret === null ? {} : { client_secret: client.value.clientSecret }),
      },
      TOKEN_LIMIT,
    );
    const read = readTokenAnswer(posted, {
      provider,
      host: new URL(place.token).hostname,
      now: clock.now(),
      email: account.email,
      scopes: place.scopes,
    });
    if (!read.ok) {
      ports.log('info', 'token not renewed', { code: read.error.code });
      return read;
    }
    hide(read.value);
    const { access, expiresAt } = read.value;
    if (read.value.refresh !== null && read.value.refresh !== kept.value) {
      // The old one may be worth nothing from now on: the new one is kept before anything is done with what came along.
      const where = await ports.secrets.keep(account.id, read.value.refresh, account.keep);
      if (where !== account.keep) deps.onKept(account.id, where);
    }
    accesses.set(account.id, { token: access, expiresAt });
    return ok(access);
  };
  /** Several connections of one account that need a token at once share one question. */
  const refreshOnce = (account: AccountRow, provider: OAuthProvider): Promise<Result<string>> => {
    const running = refreshing.get(account.id);
    if (running !== undefined) return running;
    const asked = refresh(account, provider).finally(() => refreshing.delete(account.id));
    refreshing.set(account.id, asked);
    return asked;
  };

  return {
    secretFor: async (account) => {
      const provider = account.oauthProvider;
      if (provider === null) return readPassword(ports.secrets, account.id);
      const known = accesses.get(account.id);
      if (known !== undefined && known.expiresAt - clock.now() > SPARE_MS) return ok(known.token);
      const renewed = await refreshOnce(account, provider);
      // A provider that cannot be reached now is no reason to leave a token unused that still has a minute.
      if (!renewed.ok && renewed.error.retry !== 'user' && known !== undefined && known.expiresAt > clock.now()) {
        return ok(known.token);
      }
      return renewed;
    },
    renew: async (account, refused) => {
      const provider = account.oauthProvider;
      if (provider === null) return readPassword(ports.secrets, account.id);
      const known = accesses.get(account.id);
      // Another connection was refused before us, and has a new one already.
      if (known !== undefined && known.token !== refused) return ok(known.token);
      accesses.delete(account.id);
      return refreshOnce(account, provider);
    },
    grant: async ({ testId, provider, email }) => {
      const key = `${provider} ${email.toLowerCase()}`;
      const recent = grants.get(key);
      if (recent !== undefined && recent.until > clock.now() && recent.grant.expiresAt > clock.now() + SPARE_MS) {
        return ok(recent.grant);
      }
      grants.delete(key);
      const client = await clientOf(provider);
      if (!client.ok) return client;
      const stopping = new AbortController();
      waiting.get(testId)?.abort();
      waiting.set(testId, stopping);
      const signedIn = await signInByBrowser(ports, {
        provider,
        client: client.value,
        email,
        language: deps.language(),
        openBrowser: (url) => deps.emit({ kind: 'open-browser', testId, provider, url }),
        signal: stopping.signal,
      });
      if (waiting.get(testId) === stopping) waiting.delete(testId);
      if (!signedIn.ok) return signedIn;
      hide(signedIn.value);
      const grant = { ...signedIn.value, provider };
      grants.set(key, { grant, until: clock.now() + GRANT_LASTS_MS });
      return ok(grant);
    },
    cancel: (testId) => waiting.get(testId)?.abort(),
    keep: async (account, grant, where) => {
      const kept = await ports.secrets.keep(account.id, grant.refresh, where);
      accesses.set(account.id, { token: grant.access, expiresAt: grant.expiresAt });
      grants.delete(`${grant.provider} ${account.email.toLowerCase()}`);
      return kept;
    },
    forget: async (account) => {
      accesses.delete(account.id);
      const provider = account.oauthProvider;
      if (provider !== null) await revoke(account, provider);
      await ports.secrets.forget(account.id);
    },
  };

  async function revoke(account: AccountRow, provider: OAuthProvider): Promise<void> {
    const client = await clientOf(provider);
    const kept = await ports.secrets.read(account.id);
    if (!client.ok || kept.kind !== 'found') return;
    const { revoke: url } = oauthPlace(provider, client.value);
    if (url === null) return;
    // RFC 7009: taking back the refresh token ends the access tokens that came of it.
    const told = await ports.net.postForm(
      url,
      { token: kept.secret, token_type_hint: 'refresh_token', client_id: client.value.clientId },
      TOKEN_LIMIT,
    );
    ports.log('info', 'access withdrawn', { status: told.kind === 'answer' ? told.status : told.code });
  }
}

/** "No password at hand" is said in other words to somebody who never had one. */
function asTokenTrouble(kept: Result<string>, account: AccountRow, provider: OAuthProvider): Result<string> {
  if (kept.ok || kept.error.code !== 'password-missing') return kept;
  return failed('sign-in-missing', 'user', 'no refresh token at hand for this account', {
    email: account.email,
    provider: PROVIDER_NAMES[provider],
  });
}
