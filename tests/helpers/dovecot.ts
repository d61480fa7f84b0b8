// A private Dovecot for tests: on loopback, on free ports, in a temp folder, with users and certificates of its own. Nothing of
// the machine's own mail set-up is read. Stopped by the pid that was started.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import type { TestCertificate } from './test-ca.ts';

export const DOVECOT_USER = 'info@dewinkel.example';
/** Another mailbox of the same owner, with the same password. */
export const OTHER_USER = 'jan@dewinkel.example';
export const DOVECOT_PASSWORD = 'geheim-Wachtw00rd!';

const BINARY = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/usr/bin/dovecot'].find((path) => existsSync(path));

const DELIVERY_AGENT = '/usr/lib/dovecot/dovecot-lda';
const FILTERS = ['/usr/lib/dovecot/modules/lib90_sieve_plugin.so', '/usr/lib/dovecot/lib90_sieve_plugin.so'];

/** Dovecot with Pigeonhole, whose filters answer for who is on holiday. */
export function hasFilters(): boolean {
  if (!hasDovecot()) return false;
  if (existsSync(DELIVERY_AGENT) && FILTERS.some((path) => existsSync(path))) return true;
  if (process.env['CI'] === 'true') throw new Error('Pigeonhole is not installed, and CI=true: install dovecot-sieve');
  console.warn('Skipped: tests against a holiday filter need Pigeonhole (Debian: apt install dovecot-sieve).');
  return false;
}

/** Without Dovecot these tests cannot say anything: they skip with one plain line, except on the build server, where that is a fault. */
export function hasDovecot(): boolean {
  if (BINARY !== undefined) return true;
  if (process.env['CI'] === 'true') throw new Error('Dovecot is not installed, and CI=true: install dovecot-imapd');
  console.warn('Skipped: tests against a real IMAP server need Dovecot (Debian: apt install dovecot-imapd).');
  return false;
}

export type Dovecot = {
  readonly port: number;
  readonly tlsPort: number;
  /** The Maildir of the only user. */
  readonly mailFolder: string;
  readonly owner: { readonly uid: number; readonly gid: number };
  /** Puts a message in a Maildir as a delivery agent does. Answers the file's name. */
  readonly deliver: (raw: string, options?: DeliverOptions) => string;
  /** As mail comes in from outside: through the server's own delivery agent, with its filters. */
  readonly deliverByAgent: (raw: string, envelope: { readonly from: string; readonly to: string }) => Promise<void>;
  readonly doveadm: (...args: readonly string[]) => Promise<string>;
  /** Another mail program of the same owner. */
  readonly otherProgram: () => Promise<ImapFlow>;
  readonly log: () => string;
  /** Kills the processes that serve sessions (or let clients in, or check passwords), as a crash does. Answers how many there were. */
  readonly killSessions: (service?: 'imap' | 'imap-login' | 'auth') => number;
  readonly stop: () => Promise<void>;
  /** Off the network until started again; the mail stays. */
  readonly goAway: () => Promise<void>;
  readonly start: () => Promise<void>;
};
export type DeliverOptions = {
  readonly mailbox?: string;
  readonly at?: number;
  /** Whose mailbox; the usual user's otherwise. */
  readonly user?: string;
  /** Maildir flag letters, such as "S" for seen and "R" for answered. */
  readonly flags?: string;
};

export async function startDovecot(
  options: {
    readonly certificate?: TestCertificate;
    /** Lines for the end of the configuration. */
    readonly extra?: string;
  } = {},
): Promise<Dovecot> {
  if (BINARY === undefined) throw new Error('Dovecot is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'balie-dovecot-'));
  chmodSync(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? numbersOf('nobody') : { uid: userInfo().uid, gid: userInfo().gid };
  const mailFolder = join(folder, 'mail');
  mkdirSync(mailFolder);
  chownSync(mailFolder, owner.uid, owner.gid);
  const [port, tlsPort] = [await freePort(), await freePort()];
  const config = join(folder, 'dovecot.conf');
  if (options.certificate !== undefined) {
    writeFileSync(join(folder, 'cert.pem'), options.certificate.cert);
    writeFileSync(join(folder, 'key.pem'), options.certificate.key);
  }
  writeFileSync(
    config,
    configuration({
      folder,
      mailFolder,
      port,
      tlsPort,
      owner,
      hasTls: options.certificate !== undefined,
      isRoot,
      extra: options.extra ?? '',
    }),
  );
  const users = [DOVECOT_USER, OTHER_USER].map((user) => `${user}:{PLAIN}${DOVECOT_PASSWORD}::::::\n`);
  writeFileSync(join(folder, 'users'), users.join(''));
  chmodSync(join(folder, 'users'), 0o644);

  let deliveries = 0;
  let server: ReturnType<typeof spawn> | null = null;
  const logFile = join(folder, 'dovecot.log');
  const readLog = (): string => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  const start = async (): Promise<void> => {
    server = spawn(BINARY, ['-F', '-c', config], { stdio: 'ignore' });
    for (let tries = 0; ; tries += 1) {
      if (await answers(port)) return;
      if (tries > 200 || server.exitCode !== null) throw new Error(`Dovecot did not start:\n${readLog()}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const halt = async (): Promise<void> => {
    const running = server;
    server = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    // A master that is busy starting processes can miss the request.
    const insist = setTimeout(() => running.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(insist);
  };
  await start();

  const maildir = (user: string, mailbox: string): string => {
    // Maildir++ writes the levels of a path with dots.
    const path = join(mailFolder, user, mailbox === 'INBOX' ? '' : `.${mailbox.replaceAll('/', '.')}`);
    if (mkdirSync(join(mailFolder, user), { recursive: true }) !== undefined)
      chownSync(join(mailFolder, user), owner.uid, owner.gid);
    for (const part of ['', 'cur', 'new', 'tmp']) {
      const made = mkdirSync(join(path, part), { recursive: true });
      if (made !== undefined || part !== '') chownSync(join(path, part), owner.uid, owner.gid);
    }
    return path;
  };

  return {
    port,
    tlsPort,
    mailFolder: join(mailFolder, DOVECOT_USER),
    owner,
    deliver: (raw, { mailbox = 'INBOX', at = Date.now(), flags, user = DOVECOT_USER } = {}) => {
      deliveries += 1;
      const path = maildir(user, mailbox);
      const name = `${Math.floor(at / 1000)}.M${deliveries}P${process.pid}.test`;
      const text = raw.replace(/\r?\n/g, '\n');
      // Made in tmp and moved, as the Maildir rules ask: a half-written message is never seen.
      const target = flags === undefined ? join(path, 'new', name) : join(path, 'cur', `${name}:2,${flags}`);
      deliverFile(join(path, 'tmp', name), target, text, at, owner);
      return name;
    },
    deliverByAgent: async (raw, envelope) => {
      const agent = spawn(DELIVERY_AGENT, ['-c', config, '-d', envelope.to, '-f', envelope.from, '-a', envelope.to], {
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      agent.stdin.end(raw);
      const [code] = await once(agent, 'exit');
      if (code !== 0) throw new Error(`the delivery agent left with ${String(code)}:\n${readLog()}`);
    },
    doveadm: async (...args) => {
      const { stdout } = await promisify(execFile)('doveadm', ['-c', config, ...args]);
      return stdout;
    },
    otherProgram: async () => {
      const client = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user: DOVECOT_USER, pass: DOVECOT_PASSWORD },
        logger: false,
        disableAutoIdle: true,
      });
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    log: readLog,
    goAway: halt,
    killSessions: (service = 'imap') => {
      const master = server?.pid;
      const listed = spawnSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout;
      const pids = listed
        .split('\n')
        .map((line) => /^\s*(\d+)\s+(\d+)\s+dovecot\/([a-z-]+)(\s|$)/.exec(line))
        .filter((match) => match !== null && Number(match[2]) === master && match[3] === service)
        .map((match) => Number(match?.[1]));
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      return pids.length;
    },
    start,
    stop: async () => {
      await halt();
      if (process.env['KEEP_DOVECOT'] === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function deliverFile(
  temporary: string,
  target: string,
  text: string,
  at: number,
  owner: { readonly uid: number; readonly gid: number },
): void {
  writeFileSync(temporary, text);
  chownSync(temporary, owner.uid, owner.gid);
  utimesSync(temporary, at / 1000, at / 1000);
  renameSync(temporary, target);
}

function configuration(facts: {
  readonly folder: string;
  readonly mailFolder: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly owner: { readonly uid: number; readonly gid: number };
  readonly hasTls: boolean;
  readonly isRoot: boolean;
  readonly extra: string;
}): string {
  const { folder, owner } = facts;
  const me = userInfo().username;
  const users = facts.isRoot
    ? ''
    : `default_internal_user = ${me}\ndefault_login_user = ${me}\ndefault_internal_group = ${me}\n`;
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
${users}default_client_limit = 200
ssl = ${facts.hasTls ? 'yes' : 'no'}
${facts.hasTls ? `ssl_cert = <${folder}/cert.pem\nssl_key = <${folder}/key.pem\nssl_min_protocol = TLSv1.2\n` : ''}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:${facts.mailFolder}/%u
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
first_valid_uid = 1
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${facts.mailFolder}/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
  mailbox Concepten {
    special_use = \\Drafts
    auto = create
  }
  mailbox Prullenbak {
    special_use = \\Trash
    auto = create
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${facts.port}
  }
  inet_listener imaps {
    port = ${facts.hasTls ? facts.tlsPort : 0}
    ssl = yes
  }
}
service anvil {
  chroot =
  # Each refused sign-in would make the next one wait longer.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
${facts.extra}
`;
}

function numbersOf(user: string): { readonly uid: number; readonly gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${user}:`));
  const [, , uid, gid] = (line ?? '').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
