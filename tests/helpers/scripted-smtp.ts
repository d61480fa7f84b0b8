// An SMTP server that says what a test wants, line by line, and can begin TLS in the middle. Honest where the script says nothing.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { TestCertificate } from './test-ca.ts';

/** 'hang' says nothing for ever; 'close' cuts the line; null answers honestly; other text is sent as it is. */
export type SmtpLineScript = (command: {
  readonly verb: string;
  readonly line: string;
  readonly before: number;
}) => string | null;

export type ScriptedSmtp = {
  readonly port: number;
  /** Every line a client sent, the message's own lines left out. */
  readonly lines: readonly string[];
  readonly connections: () => number;
  /** Messages whose final dot was seen. */
  readonly taken: () => number;
  readonly script: (script: SmtpLineScript) => void;
  readonly stop: () => Promise<void>;
};

export async function startScriptedSmtp(
  options: {
    /** As it is sent; '' says nothing, 'close' cuts the line. */
    readonly greeting?: string;
    readonly extensions?: readonly string[];
    /** TLS from the first byte. */
    readonly certificate?: TestCertificate;
    readonly tls?: { readonly maxVersion?: 'TLSv1.1'; readonly minVersion?: 'TLSv1'; readonly ciphers?: string };
    /** Offers STARTTLS with this certificate; `after` is sent in clear right behind the 220, `later` into the handshake. */
    readonly starttls?: { readonly certificate: TestCertificate; readonly after?: string; readonly later?: string };
  } = {},
): Promise<ScriptedSmtp> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const counts = new Map<string, number>();
  let script: SmtpLineScript = () => null;
  let connections = 0;
  let taken = 0;

  const serve = (connection: Socket): void => {
    connections += 1;
    sockets.add(connection);
    connection.on('close', () => sockets.delete(connection));
    connection.on('error', () => {});
    let socket = connection;
    let isSecure = options.certificate !== undefined;
    let isInBody = false;
    let buffered = '';
    if (options.greeting === 'close') socket.destroy();
    else socket.write(options.greeting ?? '220 test.example ESMTP\r\n');

    const honest = (verb: string): string => {
      switch (verb) {
        case 'EHLO': {
          const offered = [...(options.extensions ?? ['SIZE 1000000', 'AUTH PLAIN LOGIN'])];
          if (options.starttls !== undefined && !isSecure) offered.unshift('STARTTLS');
          const all = ['test.example', ...offered];
          return all.map((word, index) => `250${index === all.length - 1 ? ' ' : '-'}${word}\r\n`).join('');
        }
        case 'AUTH':
          return '235 2.7.0 welcome\r\n';
        case 'DATA':
          isInBody = true;
          return '354 go on\r\n';
        case 'STARTTLS':
          return '454 4.7.0 TLS not available\r\n';
        case 'QUIT':
          return '221 2.0.0 bye\r\n';
        default:
          return '250 2.0.0 ok\r\n';
      }
    };
    const secure = (starttls: NonNullable<typeof options.starttls>): void => {
      connection.removeAllListeners('data');
      connection.write(`220 2.0.0 go\r\n${starttls.after ?? ''}`);
      if (starttls.later !== undefined) setTimeout(() => connection.write(starttls.later ?? ''), 0);
      socket = new TLSSocket(connection, { isServer: true, secureContext: createSecureContext(starttls.certificate) });
      socket.on('error', () => connection.destroy());
      socket.on('data', hear);
      isSecure = true;
      buffered = '';
    };
    const handle = (line: string): void => {
      if (isInBody) {
        if (line !== '.') return;
        isInBody = false;
        taken += 1;
        answer('.', line);
        return;
      }
      lines.push(line);
      answer(/^[A-Za-z]+/.exec(line)?.[0].toUpperCase() ?? '', line);
    };
    const answer = (verb: string, line: string): void => {
      const before = counts.get(verb) ?? 0;
      counts.set(verb, before + 1);
      const reply = script({ verb, line, before });
      if (reply === 'hang') return;
      if (reply === 'close') socket.destroy();
      else if (reply !== null) socket.write(reply);
      else if (verb === 'STARTTLS' && options.starttls !== undefined) secure(options.starttls);
      else socket.write(honest(verb));
    };
    const hear = (chunk: Buffer): void => {
      buffered += chunk.toString('latin1');
      for (let end = buffered.indexOf('\r\n'); end >= 0; end = buffered.indexOf('\r\n')) {
        const line = buffered.slice(0, end);
        buffered = buffered.slice(end + 2);
        handle(line);
      }
    };
    socket.on('data', hear);
  };

  const server =
    options.certificate === undefined
      ? createServer(serve)
      : createTlsServer({ ...options.certificate, ...options.tls }, serve);
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    connections: () => connections,
    taken: () => taken,
    script: (next) => {
      script = next;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Where a server can fail, in the order in which a message meets it. */
export const HANG_STEPS = ['banner', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'dot'] as const;
export type HangStep = (typeof HANG_STEPS)[number];

/** Follows the protocol up to `at`; there it does what `how` says: nothing more, the line cut, or an answer of its own and then nothing. */
export async function startFailingSmtp(
  at: HangStep,
  how: 'hang' | 'cut' | { readonly say: string },
): Promise<ScriptedSmtp> {
  const failing = how === 'hang' ? 'hang' : how === 'cut' ? 'close' : `${how.say}\r\n`;
  const server = await startScriptedSmtp({
    extensions: ['STARTTLS', 'SIZE 1000000', 'AUTH PLAIN LOGIN'],
    ...(at === 'banner' ? { greeting: failing === 'hang' ? '' : failing } : {}),
  });
  let isStuck = at === 'banner';
  server.script(({ verb }) => {
    if (isStuck) return 'hang';
    isStuck = verb === (at === 'dot' ? '.' : at);
    return isStuck ? failing : null;
  });
  return server;
}
