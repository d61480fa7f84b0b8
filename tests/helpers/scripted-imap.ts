// An IMAP server that says what a test wants: honest by default about the few messages it is given, and a liar, a mute or a
// tease where the script says so. Only as much of RFC 3501 as imapflow asks for.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { TestCertificate } from './test-ca.ts';

export type ScriptedMail = {
  readonly uid: number;
  readonly raw: string;
  readonly flags?: readonly string[];
  readonly at?: string;
  /** X-GM-MSGID, where it is asked for. */
  readonly emailId?: string;
};

/**
 * What to do with a command instead of answering honestly. Text is sent as it is, with `$TAG` filled in; 'hang' says nothing for
 * ever; 'close' cuts the line; null answers honestly.
 */
export type ScriptedReply = string | null;
export type ImapScript = (command: {
  readonly name: string;
  readonly args: string;
  readonly line: string;
  /** How often this command has been given before, over all connections. */
  readonly before: number;
  readonly socket: Socket;
}) => ScriptedReply;

export type ScriptedImap = {
  readonly port: number;
  readonly mails: ScriptedMail[];
  /** Every line a client sent. Literals are not told apart. */
  readonly lines: readonly string[];
  readonly connections: () => number;
  readonly open: () => number;
  readonly script: (script: ImapScript) => void;
  /** To all clients, unasked. */
  readonly say: (text: string) => void;
  readonly setUidValidity: (value: number) => void;
  readonly stop: () => Promise<void>;
};

export async function startScriptedImap(
  options: {
    readonly mails?: readonly ScriptedMail[];
    readonly capabilities?: string;
    readonly greeting?: string;
    readonly mailboxes?: readonly string[];
    /** What lies in other mailboxes than the inbox, by path. */
    readonly elsewhere?: Readonly<Record<string, readonly ScriptedMail[]>>;
    /** TLS from the first byte. */
    readonly certificate?: TestCertificate;
    /** Offers STARTTLS with this certificate; `after` is sent in clear right behind the OK, `later` into the handshake. */
    readonly starttls?: { readonly certificate: TestCertificate; readonly after?: string; readonly later?: string };
  } = {},
): Promise<ScriptedImap> {
  const capabilities = options.capabilities ?? 'IMAP4rev1 IDLE';
  const before = options.starttls === undefined ? capabilities : `${capabilities} STARTTLS`;
  const mails: ScriptedMail[] = [...(options.mails ?? [])];
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const counts = new Map<string, number>();
  let script: ImapScript = () => null;
  let connections = 0;
  let uidValidity = 7;

  const serve = (connection: Socket): void => {
    let socket = connection;
    let isSecure = false;
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    const greeting = options.greeting ?? `* OK [CAPABILITY ${before}] ready`;
    if (greeting === 'close') {
      socket.destroy();
      return;
    }
    if (greeting !== 'hang') socket.write(`${greeting}\r\n`);
    let selected = 'INBOX';
    let idleTag = '';
    let buffered = '';

    const honest = (tag: string, name: string, args: string): string => {
      const done = (text = ''): string => `${text}${tag} OK done\r\n`;
      const mailsIn = (path: string): readonly ScriptedMail[] =>
        path === 'INBOX' ? mails : (options.elsewhere?.[path] ?? []);
      const here = mailsIn(selected);
      switch (name) {
        case 'CAPABILITY':
          return done(`* CAPABILITY ${isSecure ? capabilities : before}\r\n`);
        case 'NAMESPACE':
          return done('* NAMESPACE (("" "/")) NIL NIL\r\n');
        case 'LIST':
        case 'LSUB': {
          // Asks for the delimiter only (RFC 3501, 6.3.8).
          if (args === '"" ""') return done('* LIST (\\Noselect) "/" ""\r\n');
          const names = options.mailboxes ?? ['INBOX', '(\\Sent) Sent'];
          return done(
            names
              .map((entry) => {
                const [, flags = '', path = entry] = /^\(([^)]*)\) (.*)$/.exec(entry) ?? [];
                return `* ${name} (${flags}) "/" "${path}"\r\n`;
              })
              .join(''),
          );
        }
        case 'SELECT':
        case 'EXAMINE': {
          selected = /^"([^"]*)"/.exec(args)?.[1] ?? args.split(' ')[0] ?? '';
          const shown = mailsIn(selected);
          const next = Math.max(0, ...shown.map(({ uid }) => uid)) + 1;
          return `* ${shown.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Answered)\r\n* OK [UIDVALIDITY ${uidValidity}] ok\r\n* OK [UIDNEXT ${next}] ok\r\n${tag} OK [READ-WRITE] selected\r\n`;
        }
        case 'STATUS': {
          const path = /^"([^"]*)"/.exec(args)?.[1] ?? args.split(' ')[0] ?? '';
          const shown = mailsIn(path);
          const next = Math.max(0, ...shown.map(({ uid }) => uid)) + 1;
          return done(`* STATUS "${path}" (MESSAGES ${shown.length} UIDNEXT ${next} UIDVALIDITY ${uidValidity})\r\n`);
        }
        case 'UID SEARCH': {
          const set = /UID ([\d:,*]+)/.exec(args)?.[1];
          const larger = Number(/LARGER (\d+)/.exec(args)?.[1] ?? -1);
          const found = here.filter(
            ({ uid, raw }) => (set === undefined || inSet(uid, set, here)) && raw.length > larger,
          );
          return done(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}\r\n`);
        }
        case 'UID FETCH': {
          const [, set = '', items = ''] = /^(\S+) (.*)$/.exec(args) ?? [];
          return done(
            here.map((mail, index) => (inSet(mail.uid, set, here) ? fetched(index + 1, mail, items) : '')).join(''),
          );
        }
        case 'IDLE':
          idleTag = tag;
          return '+ idling\r\n';
        case 'LOGOUT':
          // Who has said goodbye is no longer counted as there.
          sockets.delete(socket);
          setTimeout(() => socket.destroy(), 5);
          return `* BYE\r\n${done()}`;
        default:
          return done();
      }
    };

    const handle = (line: string): void => {
      lines.push(line);
      if (line === 'DONE') {
        socket.write(`${idleTag} OK done\r\n`);
        return;
      }
      const [, tag = '', rest = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
      const [, name = rest, args = ''] = /^((?:UID )?\S+)(?: (.*))?$/i.exec(rest) ?? [];
      const upper = name.toUpperCase();
      const given = counts.get(upper) ?? 0;
      counts.set(upper, given + 1);
      const reply = script({ name: upper, args, line, before: given, socket });
      if (reply === 'hang') return;
      if (reply === 'close') {
        socket.destroy();
        return;
      }
      if (upper === 'STARTTLS' && options.starttls !== undefined && reply === null) {
        secure(options.starttls, tag);
        return;
      }
      socket.write(reply === null ? honest(tag, upper, args) : reply.replaceAll('$TAG', tag));
    };

    const secure = (starttls: NonNullable<typeof options.starttls>, tag: string): void => {
      connection.removeAllListeners('data');
      connection.write(`${tag} OK begin\r\n${starttls.after ?? ''}`);
      if (starttls.later !== undefined) setTimeout(() => connection.write(starttls.later ?? ''), 0);
      socket = new TLSSocket(connection, {
        isServer: true,
        secureContext: createSecureContext(starttls.certificate),
      });
      socket.on('error', () => connection.destroy());
      isSecure = true;
      buffered = '';
      socket.on('data', hear);
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
    options.certificate === undefined ? createServer(serve) : createTlsServer({ ...options.certificate }, serve);
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    lines,
    connections: () => connections,
    open: () => sockets.size,
    script: (next) => {
      script = next;
    },
    say: (text) => {
      for (const socket of sockets) socket.write(text);
    },
    setUidValidity: (value) => {
      uidValidity = value;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One honest FETCH answer, for scripts that lie about the others. */
export function fetched(seq: number, mail: ScriptedMail, items: string): string {
  const parts = [`UID ${mail.uid}`];
  const raw = mail.raw.replace(/\r?\n/g, '\r\n');
  const literal = (text: string): string => `{${Buffer.byteLength(text)}}\r\n${text}`;
  const header = `${raw.split('\r\n\r\n')[0] ?? ''}\r\n\r\n`;
  if (items.includes('FLAGS')) parts.push(`FLAGS (${(mail.flags ?? []).join(' ')})`);
  if (items.includes('X-GM-MSGID') && mail.emailId !== undefined) parts.push(`X-GM-MSGID ${mail.emailId}`);
  if (items.includes('INTERNALDATE')) parts.push(`INTERNALDATE "${mail.at ?? '10-Nov-2026 10:00:00 +0100'}"`);
  if (items.includes('RFC822.SIZE')) parts.push(`RFC822.SIZE ${Buffer.byteLength(raw)}`);
  if (items.includes('HEADER.FIELDS')) {
    const id = /^message-id:.*$/im.exec(header)?.[0] ?? '';
    parts.push(`BODY[HEADER.FIELDS (Message-ID)] ${literal(`${id}\r\n\r\n`)}`);
  } else if (items.includes('[HEADER]')) parts.push(`BODY[HEADER] ${literal(header)}`);
  const partial = /BODY\.PEEK\[\]<0\.(\d+)>/.exec(items);
  if (partial !== null) parts.push(`BODY[]<0> ${literal(raw.slice(0, Number(partial[1])))}`);
  return `* ${seq} FETCH (${parts.join(' ')})\r\n`;
}

function inSet(uid: number, set: string, mails: readonly ScriptedMail[]): boolean {
  const highest = Math.max(0, ...mails.map((mail) => mail.uid));
  return set.split(',').some((range) => {
    const [first = 0, last = first] = range.split(':').map((end) => (end === '*' ? highest : Number(end)));
    return uid >= Math.min(first, last) && uid <= Math.max(first, last);
  });
}
