// A real SMTP server on loopback (smtp-server) whose answers a test can script, and a raw one that hangs or cuts off at any step.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
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

export const HANG_STEPS = ['banner', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'dot'] as const;
export type HangStep = (typeof HANG_STEPS)[number];

export type RawSmtp = {
  readonly port: number;
  /** Messages whose final dot was seen. */
  readonly taken: () => number;
  readonly stop: () => Promise<void>;
};

/** Follows the protocol up to `at`; there it does what `how` says: nothing more, the line cut, or an answer of its own. */
export async function startRawSmtp(at: HangStep, how: 'hang' | 'cut' | { readonly say: string }): Promise<RawSmtp> {
  const sockets = new Set<Socket>();
  let taken = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    const stopHere = (step: HangStep): boolean => {
      if (step !== at) return false;
      if (how === 'cut') socket.destroy();
      else if (how !== 'hang') socket.write(`${how.say}\r\n`);
      return true;
    };
    let pending = '';
    let isInBody = false;
    let isStuck = stopHere('banner');
    if (!isStuck) socket.write('220 test.example ESMTP\r\n');
    const answers: readonly (readonly [RegExp, HangStep | null, string])[] = [
      [/^EHLO/i, 'EHLO', '250-test.example\r\n250-STARTTLS\r\n250-SIZE 1000000\r\n250 AUTH PLAIN LOGIN'],
      [/^STARTTLS/i, 'STARTTLS', '454 4.7.0 TLS not available'],
      [/^AUTH/i, 'AUTH', '235 2.7.0 welcome'],
      [/^MAIL/i, 'MAIL', '250 2.1.0 ok'],
      [/^RCPT/i, 'RCPT', '250 2.1.5 ok'],
      [/^DATA/i, 'DATA', '354 go on'],
      [/^QUIT/i, null, '221 bye'],
    ];
    socket.on('data', (chunk) => {
      pending += chunk.toString('utf8');
      for (;;) {
        const end = pending.indexOf('\r\n');
        if (end === -1 || isStuck) return;
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (isInBody) {
          if (line !== '.') continue;
          isInBody = false;
          taken += 1;
          isStuck = stopHere('dot');
          if (!isStuck) socket.write('250 2.0.0 taken\r\n');
          continue;
        }
        const [, step, answer] = answers.find(([pattern]) => pattern.test(line)) ?? [null, null, '500 what?'];
        isStuck = step !== null && stopHere(step);
        if (isStuck) return;
        isInBody = step === 'DATA';
        socket.write(`${answer}\r\n`);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    taken: () => taken,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
