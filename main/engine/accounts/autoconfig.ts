// Reads the settings file that a domain may publish about its own mail (the format Thunderbird reads, "config-v1.1.xml").
// Only what we need, with a bound on everything: the file comes from the network.
import type { ServerAddress } from '../../contract/views.ts';
import type { ProviderServer } from './provider-data.ts';

export type PublishedSettings = {
  readonly name: string;
  readonly incoming: ProviderServer;
  readonly outgoing: ProviderServer;
};

const MAX_CHARS = 200_000;

/** null when it names no IMAP or no SMTP server with encryption. */
export function readAutoconfig(xml: string): PublishedSettings | null {
  const text = xml.slice(0, MAX_CHARS).replace(/<!--[\s\S]*?-->/g, '');
  const incoming = serversIn(text, 'incomingServer').find(({ type }) => type === 'imap');
  const outgoing = serversIn(text, 'outgoingServer').find(({ type }) => type === 'smtp');
  if (incoming === undefined || outgoing === undefined) return null;
  return { name: valueIn(text, 'displayName'), incoming, outgoing };
}

function serversIn(text: string, element: string): readonly ProviderServer[] {
  const found: ProviderServer[] = [];
  for (const [, attributes = '', content = ''] of text.matchAll(
    new RegExp(`<${element}([^>]{0,200})>([\\s\\S]{0,4000}?)</${element}>`, 'g'),
  )) {
    const host = valueIn(content, 'hostname');
    const port = Number(valueIn(content, 'port'));
    const socket = valueIn(content, 'socketType');
    if (!isHost(host) || !Number.isInteger(port) || port < 1 || port > 65_535) continue;
    // A password is never sent in the clear because a file said so.
    if (securityOf(socket) === null) continue;
    found.push({
      type: /type\s*=\s*["'](\w+)["']/.exec(attributes)?.[1] ?? '',
      host,
      port,
      socket,
      user: valueIn(content, 'username'),
      auth: [...content.matchAll(/<authentication[^>]{0,200}>([^<]{0,100})</g)].map(([, kind = '']) => kind.trim()),
    });
  }
  return found;
}

export function securityOf(socket: string): Exclude<ServerAddress['security'], 'plain'> | null {
  if (socket === 'SSL') return 'tls';
  return socket === 'STARTTLS' ? 'starttls' : null;
}

const valueIn = (text: string, element: string): string =>
  decode(new RegExp(`<${element}(?:\\s[^>]{0,200})?>([^<]{0,253})<`).exec(text)?.[1]?.trim() ?? '');

const decode = (value: string): string =>
  value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const isHost = (host: string): boolean => /^[A-Za-z0-9%]([A-Za-z0-9.%-]{0,251}[A-Za-z0-9%])?$/.test(host);
