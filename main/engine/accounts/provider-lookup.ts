// From an address to its servers: the lists we ship, where the domain's mail is delivered, what the domain itself publishes, and a
// guess at last. Never asks a parent domain (whoever owns that would get the password), and never by anything but https.
import { domainToASCII } from 'node:url';
import type { ServerAddress, ServerSuggestion } from '../../contract/views.ts';
import type { Net, Ports } from '../ports/ports.ts';
import { readAutoconfig, securityOf } from './autoconfig.ts';
import { oauthProviderOf } from './sign-in/oauth-providers.ts';
import { readProviderData, type Provider, type ProviderData, type ProviderServer } from './provider-data.ts';

export type ProviderLookupDeps = {
  readonly net: Net;
  /** The folder with ispdb.json and nl-be-extra.json. */
  readonly providerFolder: string;
  readonly oauthClients: Ports['oauthClients'];
};
export type ProviderLookup = {
  /** null: the domain takes no mail as far as we can see. Nothing is sent to the servers found. */
  readonly suggest: (email: string) => Promise<ServerSuggestion | null>;
};

/** A slow or silent answer must not keep the owner waiting: he can type the servers himself. */
const PAGE_LIMIT = { timeoutMs: 5_000, maxBytes: 100_000 };

/** Password sign-in is off there (since 2026 for personal accounts too); only sign-in by browser works. */
const BROWSER_ONLY: ReadonlySet<string> = new Set(['hotmail.com', 'office365.com']);
/** Providers that take a password only for one program, made in their own settings, and where they explain that. */
const APP_PASSWORD_HELP: Readonly<Record<string, string>> = {
  'googlemail.com': 'https://support.google.com/accounts/answer/185833',
  'umich.edu': 'https://support.google.com/accounts/answer/185833',
  'me.com': 'https://support.apple.com/102654',
  'yahoo.com': 'https://help.yahoo.com/kb/SLN15241.html',
  'aol.com': 'https://help.aol.com/articles/Create-and-manage-app-password',
  MessagingEngine: 'https://www.fastmail.help/hc/en-us/articles/360058752854',
};
const BROWSER_HELP =
  'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online';

export function createProviderLookup({ net, providerFolder, oauthClients }: ProviderLookupDeps): ProviderLookup {
  let reading: Promise<ProviderData> | null = null;
  /** Whose page could let the owner in, and whether this computer is set up for that. */
  const withOAuth = async (found: Found): Promise<ServerSuggestion> => {
    const provider = oauthProviderOf(found.imap.host);
    if (provider === null) return { ...found, oauth: null };
    const { clients } = await oauthClients();
    return { ...found, oauth: { provider, isSetUp: clients[provider] !== null } };
  };
  return {
    suggest: async (email) => {
      const found = await lookUp(email);
      return found === null ? null : withOAuth(found);
    },
  };

  async function lookUp(email: string): Promise<Found | null> {
    const at = email.lastIndexOf('@');
    const domain = domainToASCII(email.slice(at + 1).toLowerCase());
    if (at < 1 || domain === '') return null;
    reading ??= readProviderData(providerFolder);
    const data = await reading;
    const person = { email, local: email.slice(0, at), domain };

    const known = byDomain(data, domain);
    if (known !== null) {
      const suggestion = fromProvider(known.provider, known.source, person);
      if (suggestion !== null) return suggestion;
    }
    const exchanges = await mailHosts(net, domain);
    for (const exchange of exchanges) {
      const provider = byMailHost(data, exchange);
      const suggestion = provider === null ? null : fromProvider(provider, 'mx', person);
      if (suggestion !== null) return suggestion;
    }
    return (
      (await fromSrv(net, person)) ??
      (await fromAutoconfig(net, person)) ??
      (exchanges.length > 0 ? guess(exchanges, person) : null)
    );
  }
}

type Found = Omit<ServerSuggestion, 'oauth'>;

type Person = { readonly email: string; readonly local: string; readonly domain: string };

function byDomain(
  data: ProviderData,
  domain: string,
): { readonly provider: Provider; readonly source: 'ispdb' | 'nl-be-extra' } | null {
  const listed = data.ispdb.find(({ domains }) => domains.includes(domain));
  if (listed !== undefined) return { provider: listed, source: 'ispdb' };
  const own = data.extra.find(({ domains }) => domains.includes(domain));
  return own === undefined ? null : { provider: own, source: 'nl-be-extra' };
}

function byMailHost(data: ProviderData, exchange: string): Provider | null {
  const endsIn = (suffix: string): boolean => exchange === suffix || exchange.endsWith(`.${suffix}`);
  for (const [suffix, id] of Object.entries(data.mxSuffixToIspdb)) {
    if (endsIn(suffix)) return data.ispdb.find((provider) => provider.id === id) ?? null;
  }
  return (
    data.extra.find(({ mxSuffix = [] }) => mxSuffix.some(endsIn)) ??
    data.ispdb.find(({ domains }) => domains.some(endsIn)) ??
    null
  );
}

function fromProvider(provider: Provider, source: ServerSuggestion['source'], person: Person): Found | null {
  const incoming = best(provider.incoming, 'imap');
  const outgoing = best(provider.outgoing, 'smtp');
  if (incoming === null) return null;
  const imap = addressOf(incoming, person);
  // Some hosts are known by their IMAP server alone; the owner fills in the other half.
  const smtp = outgoing === null ? { host: '', port: 465, security: 'tls' as const } : addressOf(outgoing, person);
  const signIn = signInOf(provider, incoming);
  return {
    provider: provider.name,
    source,
    imap,
    smtp,
    user: fill(incoming.user ?? '%EMAILADDRESS%', person),
    signIn,
    helpUrl: helpFor(provider, signIn),
  };
}

/** Encrypted from the first byte rather than from STARTTLS on; never unencrypted. */
function best(servers: readonly ProviderServer[], type: string): ProviderServer | null {
  const usable = servers.filter((server) => server.type === type && securityOf(server.socket) !== null);
  return usable.find(({ socket }) => socket === 'SSL') ?? usable[0] ?? null;
}

const addressOf = (server: ProviderServer, person: Person): ServerAddress => ({
  host: fill(server.host, person),
  port: server.port,
  security: securityOf(server.socket) ?? 'tls',
});

const fill = (pattern: string, { email, local, domain }: Person): string =>
  pattern.replaceAll('%EMAILADDRESS%', email).replaceAll('%EMAILLOCALPART%', local).replaceAll('%EMAILDOMAIN%', domain);

function signInOf(provider: Provider, incoming: ProviderServer): ServerSuggestion['signIn'] {
  const takesPassword = incoming.auth.some((kind) => kind.startsWith('password') || kind === 'plain');
  if (BROWSER_ONLY.has(provider.id) || (!takesPassword && incoming.auth.includes('OAuth2'))) return 'browser-only';
  return provider.id in APP_PASSWORD_HELP ? 'app-password' : 'password';
}

function helpFor(provider: Provider, signIn: ServerSuggestion['signIn']): string | null {
  if (signIn === 'app-password') return APP_PASSWORD_HELP[provider.id] ?? null;
  if (signIn === 'browser-only' && BROWSER_ONLY.has(provider.id)) return BROWSER_HELP;
  const pages = [...(provider.enable ?? []).map(({ url }) => url), ...(provider.docs ?? [])];
  return pages.find((page) => page?.startsWith('https://')) ?? null;
}

/** Where the domain's mail is delivered, the preferred host first. Empty: none, or no answer. */
async function mailHosts(net: Net, domain: string): Promise<readonly string[]> {
  try {
    const found = await net.resolveMx(domain);
    return found
      .toSorted((a, b) => a.priority - b.priority)
      .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''))
      .filter((exchange) => exchange !== '');
  } catch {
    return [];
  }
}

/** RFC 6186: what the domain names for mail programs, in its own DNS. */
async function fromSrv(net: Net, person: Person): Promise<Found | null> {
  const imap =
    (await firstSrv(net, `_imaps._tcp.${person.domain}`, 'tls')) ??
    (await firstSrv(net, `_imap._tcp.${person.domain}`, 'starttls'));
  if (imap === null) return null;
  const smtp =
    (await firstSrv(net, `_submissions._tcp.${person.domain}`, 'tls')) ??
    (await firstSrv(net, `_submission._tcp.${person.domain}`, 'starttls'));
  if (smtp === null) return null;
  return { provider: person.domain, source: 'srv', imap, smtp, user: person.email, signIn: 'password', helpUrl: null };
}

async function firstSrv(net: Net, name: string, security: 'tls' | 'starttls'): Promise<ServerAddress | null> {
  try {
    const found = await net.resolveSrv(name);
    const [first] = found.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
    const host = first?.name.replace(/\.$/, '') ?? '';
    // A target of "." says: this service is not offered (RFC 2782).
    return first === undefined || host === '' ? null : { host, port: first.port, security };
  } catch {
    return null;
  }
}

async function fromAutoconfig(net: Net, person: Person): Promise<Found | null> {
  const pages = [
    `https://autoconfig.${person.domain}/mail/config-v1.1.xml`,
    `https://${person.domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  ];
  for (const page of pages) {
    const xml = await net.fetchText(page, PAGE_LIMIT);
    const settings = xml === null ? null : readAutoconfig(xml);
    if (settings === null) continue;
    return {
      provider: settings.name === '' ? person.domain : settings.name,
      source: 'autoconfig',
      imap: addressOf(settings.incoming, person),
      smtp: addressOf(settings.outgoing, person),
      user: fill(settings.incoming.user === '' ? '%EMAILADDRESS%' : (settings.incoming.user ?? ''), person),
      signIn: 'password',
      helpUrl: null,
    };
  }
  return null;
}

/** Only names within the own domain: a guess that points elsewhere would hand the password to a stranger. */
function guess(exchanges: readonly string[], person: Person): Found {
  const own = exchanges.find((exchange) => exchange.endsWith(`.${person.domain}`));
  return {
    provider: person.domain,
    source: 'guess',
    imap: { host: own ?? `imap.${person.domain}`, port: 993, security: 'tls' },
    smtp: { host: own ?? `smtp.${person.domain}`, port: 465, security: 'tls' },
    user: person.email,
    signIn: 'password',
    helpUrl: null,
  };
}
