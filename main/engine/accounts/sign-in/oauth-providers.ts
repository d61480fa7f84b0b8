// What we know of the providers whose page grants access: where it is, what to ask for, where the answers come from. Everything that
// differs between them is here; the flow itself (RFC 6749 with RFC 7636 and RFC 8252) is the same.
import type { OAuthProvider } from '../../../contract/views.ts';
import type { OAuthClient, OAuthClients } from '../../ports/ports.ts';

export type OAuthPlace = {
  readonly authorise: string;
  readonly token: string;
  /** null: the provider has no such thing (Microsoft); the owner ends the access on its own page. */
  readonly revoke: string | null;
  /** All are needed; without mail access the rest is worth nothing. */
  readonly scopes: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
  /**
   * How the redirect names this machine; we listen on 127.0.0.1 either way. Microsoft lets a registered "http://localhost" have any
   * port, and takes 127.0.0.1 only from those who edit the registration's manifest by hand.
   */
  readonly redirectHost: '127.0.0.1' | 'localhost';
};

export const PROVIDER_NAMES: Readonly<Record<OAuthProvider, string>> = { google: 'Google', microsoft: 'Microsoft' };

export function oauthPlace(provider: OAuthProvider, client: OAuthClient): OAuthPlace {
  const own = client.issuer?.replace(/\/$/, '') ?? null;
  switch (provider) {
    case 'google': {
      const base =
        own === null ? null : { authorise: `${own}/authorize`, token: `${own}/token`, revoke: `${own}/revoke` };
      return {
        authorise: base?.authorise ?? 'https://accounts.google.com/o/oauth2/v2/auth',
        token: base?.token ?? 'https://oauth2.googleapis.com/token',
        revoke: base?.revoke ?? 'https://oauth2.googleapis.com/revoke',
        scopes: ['https://mail.google.com/'],
        // Without these a second sign-in of the same owner gets no refresh token.
        extra: { access_type: 'offline', prompt: 'consent' },
        redirectHost: '127.0.0.1',
      };
    }
    case 'microsoft': {
      const base = own ?? `https://login.microsoftonline.com/${client.tenant}/oauth2/v2.0`;
      return {
        authorise: `${base}/authorize`,
        token: `${base}/token`,
        revoke: null,
        scopes: [
          'https://outlook.office.com/IMAP.AccessAsUser.All',
          'https://outlook.office.com/SMTP.Send',
          'offline_access',
        ],
        // Who has several accounts there chooses, instead of getting the one that happens to be signed in.
        extra: { prompt: 'select_account' },
        redirectHost: 'localhost',
      };
    }
  }
}

/** Whose page signs in to this mail server, or null. Looks at the name alone. */
export function oauthProviderOf(imapHost: string): OAuthProvider | null {
  if (/(^|\.)(gmail|googlemail|google)\.com$/i.test(imapHost)) return 'google';
  return /(^|\.)(outlook|office365|hotmail|live)\.com$/i.test(imapHost) ? 'microsoft' : null;
}

/** The one gate for what the shell opens unasked: the sign-in page of a provider that is configured, and nothing beside it. */
export function isSignInPage(url: string, { clients }: Pick<OAuthClients, 'clients'>): boolean {
  if (!URL.canParse(url)) return false;
  const asked = new URL(url);
  if (asked.username !== '' || asked.password !== '') return false;
  return (Object.keys(clients) as OAuthProvider[]).some((provider) => {
    const client = clients[provider];
    if (client === null) return false;
    const page = new URL(oauthPlace(provider, client).authorise);
    return page.origin === asked.origin && page.pathname === asked.pathname;
  });
}
