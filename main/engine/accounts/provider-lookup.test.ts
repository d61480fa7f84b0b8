import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Net } from '../ports/ports.ts';
import { NO_OAUTH_CLIENTS } from '../ports/oauth-clients.ts';
import { createProviderLookup } from './provider-lookup.ts';

const PROVIDERS = join(import.meta.dirname, '..', '..', '..', 'assets', 'mail-providers');

/** A network in which only what is given exists; remembers what was asked. */
function network(
  answers: {
    readonly mx?: Readonly<Record<string, string>>;
    readonly srv?: Readonly<Record<string, { readonly name: string; readonly port: number }>>;
    readonly pages?: Readonly<Record<string, string>>;
  } = {},
): { readonly net: Net; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const look = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T => {
    asked.push(name);
    const found = table?.[name];
    if (found === undefined) throw new Error('ENOTFOUND');
    return found;
  };
  return {
    asked,
    net: {
      resolveMx: async (domain) => [{ exchange: look(answers.mx, domain), priority: 10 }],
      resolveSrv: async (name) => [{ ...look(answers.srv, name), priority: 0, weight: 0 }],
      postForm: async () => ({ kind: 'no-answer', code: 'ENOTFOUND' }),
      whereabouts: () => 'here',
      fetchText: async (url) => {
        asked.push(url);
        return answers.pages?.[url] ?? null;
      },
    },
  };
}
const noClients = async () => NO_OAUTH_CLIENTS;
const suggest = (email: string, answers: Parameters<typeof network>[0] = {}) =>
  createProviderLookup({ net: network(answers).net, providerFolder: PROVIDERS, oauthClients: noClients }).suggest(
    email,
  );

describe('the servers of an address', () => {
  it('of a Dutch provider are known without asking anybody', async () => {
    const { net, asked } = network();
    const found = await createProviderLookup({ net, providerFolder: PROVIDERS, oauthClients: noClients }).suggest(
      'jan@ziggo.nl',
    );
    expect(found).toMatchObject({
      source: 'ispdb',
      imap: { host: 'imap.ziggo.nl', port: 993, security: 'tls' },
      smtp: { host: 'smtp.ziggo.nl', port: 587, security: 'starttls' },
      user: 'jan@ziggo.nl',
      signIn: 'password',
    });
    expect(asked).toEqual([]);
  });

  it('of Telenet come from our own list', async () => {
    expect(await suggest('jan@telenet.be')).toMatchObject({ source: 'nl-be-extra', imap: { host: 'imap.telenet.be' } });
  });

  it.each([
    ['gmail.com', 'app-password'],
    ['icloud.com', 'app-password'],
    ['yahoo.com', 'app-password'],
    ['outlook.com', 'browser-only'],
    ['hotmail.nl', 'browser-only'],
  ])('%s wants %s, and a page explains it', async (domain, signIn) => {
    const found = await suggest(`jan@${domain}`);
    expect(found).toMatchObject({ signIn });
    expect(found?.helpUrl).toMatch(/^https:\/\//);
  });

  it.each([
    ['jan@gmail.com', 'google'],
    ['jan@outlook.com', 'microsoft'],
  ])('%s may sign in at %s, and only where a client id was configured', async (email, provider) => {
    expect(await suggest(email)).toMatchObject({ oauth: { provider, isSetUp: false } });
    const client = { clientId: 'c', clientSecret: null, tenant: 'common', issuer: null };
    const lookup = createProviderLookup({
      net: network().net,
      providerFolder: PROVIDERS,
      oauthClients: async () => ({ clients: { google: client, microsoft: client }, trouble: null }),
    });
    expect(await lookup.suggest(email)).toMatchObject({ oauth: { provider, isSetUp: true } });
  });

  it('a firm that signs in with a password has no page for it', async () => {
    expect(await suggest('jan@ziggo.nl')).toMatchObject({ oauth: null });
  });

  it("of a firm's own domain are found by where its mail is delivered", async () => {
    const google = await suggest('info@dewinkel.example', { mx: { 'dewinkel.example': 'aspmx.l.google.com' } });
    expect(google).toMatchObject({ source: 'mx', signIn: 'app-password', imap: { host: 'imap.gmail.com' } });
    const microsoft = await suggest('info@dewinkel.example', {
      mx: { 'dewinkel.example': 'dewinkel-example.mail.protection.outlook.com.' },
    });
    expect(microsoft).toMatchObject({ signIn: 'browser-only', imap: { host: 'outlook.office365.com' } });
  });

  it('a host that only looks like a provider is none', async () => {
    const found = await suggest('info@dewinkel.example', { mx: { 'dewinkel.example': 'mail.notgoogle.com' } });
    expect(found).toMatchObject({ source: 'guess', imap: { host: 'imap.dewinkel.example' } });
  });

  it('are what the domain names in its DNS', async () => {
    const found = await suggest('info@dewinkel.example', {
      srv: {
        '_imaps._tcp.dewinkel.example': { name: 'post.dewinkel.example', port: 993 },
        '_submission._tcp.dewinkel.example': { name: 'post.dewinkel.example', port: 587 },
      },
    });
    expect(found).toMatchObject({
      source: 'srv',
      imap: { host: 'post.dewinkel.example', security: 'tls' },
      smtp: { port: 587, security: 'starttls' },
    });
  });

  it('a domain that names its service for STARTTLS alone gets that, and never one without', async () => {
    const found = await suggest('info@dewinkel.example', {
      srv: {
        '_imap._tcp.dewinkel.example': { name: 'post.dewinkel.example', port: 143 },
        '_submissions._tcp.dewinkel.example': { name: 'post.dewinkel.example', port: 465 },
      },
    });
    expect(found).toMatchObject({ source: 'srv', imap: { security: 'starttls' }, smtp: { security: 'tls' } });
  });

  it('a target of "." says that the service is not there', async () => {
    expect(
      await suggest('info@dewinkel.example', { srv: { '_imaps._tcp.dewinkel.example': { name: '.', port: 0 } } }),
    ).toBeNull();
  });

  it('are what the domain publishes, asked of itself alone and by https', async () => {
    const page = 'https://autoconfig.post.dewinkel.example/mail/config-v1.1.xml';
    const xml = `<clientConfig><emailProvider><displayName>De &amp; Winkel</displayName>
      <incomingServer type="pop3"><hostname>pop.dewinkel.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
      <incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
        <authentication>password-cleartext</authentication><username>%EMAILLOCALPART%</username></incomingServer>
      <outgoingServer type="smtp"><hostname>smtp.dewinkel.example</hostname><port>465</port><socketType>SSL</socketType></outgoingServer>
      </emailProvider></clientConfig>`;
    const { net, asked } = network({ pages: { [page]: xml } });
    const found = await createProviderLookup({ net, providerFolder: PROVIDERS, oauthClients: noClients }).suggest(
      'jan@post.dewinkel.example',
    );
    expect(found).toMatchObject({
      provider: 'De & Winkel',
      source: 'autoconfig',
      imap: { host: 'imap.post.dewinkel.example' },
      user: 'jan',
    });
    expect(asked.filter((name) => name.includes('dewinkel') && !name.includes('post.dewinkel'))).toEqual([]);
    expect(asked.filter((name) => name.startsWith('http:'))).toEqual([]);
  });

  it('a published server without encryption is not taken', async () => {
    const page = 'https://autoconfig.dewinkel.example/mail/config-v1.1.xml';
    const xml = `<incomingServer type="imap"><hostname>a.example</hostname><port>143</port><socketType>plain</socketType></incomingServer>
      <outgoingServer type="smtp"><hostname>a.example</hostname><port>25</port><socketType>plain</socketType></outgoingServer>`;
    expect(await suggest('info@dewinkel.example', { pages: { [page]: xml } })).toBeNull();
  });

  it('a domain that takes no mail has none', async () => {
    expect(await suggest('info@bestaatniet.example')).toBeNull();
    expect(await suggest('geen adres')).toBeNull();
  });
});
