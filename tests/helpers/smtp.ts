// A real SMTP server on loopback (smtp-server) whose answers a test can script. One that misbehaves line by line is in scripted-smtp.ts.
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { TestCertificate } from './test-ca.ts';

export type AcceptedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly messageId: string;
  readonly wasSecure: boolean;
};

/** A refusal as the server would word it; null accepts. */
export type SmtpReply = { readonly code: number; readonly words: string } | null;

export type SmtpScript = {
  readonly auth?: (user: string, password: string) => SmtpReply;
  readonly mail?: (sender: string) => SmtpReply;
  readonly rcpt?: (recipient: string) => SmtpReply;
  /** Called with the whole message. "vanish" accepts it and cuts the line before the answer. */
  readonly data?: (mail: AcceptedMail) => SmtpReply | 'vanish';
};

export type SmtpDesk = {
  readonly port: number;
  /** What the server took responsibility for, in order. */
  readonly accepted: readonly AcceptedMail[];
  /** How often anybody signed in, or tried. */
  readonly signIns: () => number;
  readonly script: (script: SmtpScript) => void;
  readonly stop: () => Promise<void>;
};

export const SMTP_USER = 'info@dewinkel.example';
export const SMTP_PASSWORD = 'geheim-Wachtw00rd!';

export async function startSmtp(options: {
  readonly security: 'tls' | 'starttls' | 'plain';
  readonly certificate?: TestCertificate;
  readonly server?: SMTPServerOptions;
  readonly onAccepted?: (mail: AcceptedMail) => void;
}): Promise<SmtpDesk> {
  let script: SmtpScript = {};
  let signIns = 0;
  const accepted: AcceptedMail[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    secure: options.security === 'tls',
    ...options.certificate,
    ...(options.security === 'plain' ? { disabledCommands: ['STARTTLS'], allowInsecureAuth: true } : {}),
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    size: 1_000_000,
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      signIns += 1;
      const isRight = username === SMTP_USER && password === SMTP_PASSWORD;
      const reply =
        script.auth === undefined
          ? isRight
            ? null
            : { code: 535, words: '5.7.8 Authentication credentials invalid' }
          : script.auth(username ?? '', password ?? '');
      if (reply === null) done(null, { user: username });
      else done(refusal(reply));
    },
    onMailFrom: ({ address }, _session, done) => done(refusal(script.mail?.(address) ?? null)),
    onRcptTo: ({ address }, _session, done) => done(refusal(script.rcpt?.(address) ?? null)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const mail: AcceptedMail = {
          from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          raw,
          messageId: /^message-id:\s*<([^>]+)>/im.exec(raw)?.[1] ?? '',
          wasSecure: session.secure,
        };
        const reply = script.data?.(mail) ?? null;
        if (reply !== null && reply !== 'vanish') {
          done(refusal(reply));
          return;
        }
        accepted.push(mail);
        options.onAccepted?.(mail);
        if (reply === 'vanish') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        done(null);
      });
    },
    ...options.server,
  });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: portOf(listening),
    accepted,
    signIns: () => signIns,
    script: (next) => {
      script = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A client that was killed may leave a line that nobody closes.
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function refusal(reply: SmtpReply): Error | null {
  return reply === null ? null : Object.assign(new Error(reply.words), { responseCode: reply.code });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
