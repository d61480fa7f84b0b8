// Machines that answer one another, over two real mail servers and the mail between them: a holiday filter that keeps to RFC 3834, one
// that answers everything and says so nowhere, and a Balie on each side. Whatever the other one does, it stops at one.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AcknowledgementView } from '../../main/contract/acknowledgements.ts';
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import type { Engine } from '../../main/engine/host/engine.ts';
import { openInProcess } from '../../main/engine/host/in-process.ts';
import {
  DOVECOT_PASSWORD,
  DOVECOT_USER,
  hasFilters,
  OTHER_USER,
  startDovecot,
  type Dovecot,
} from '../helpers/dovecot.ts';
import { bundleProgram } from '../helpers/command-line.ts';
import { drawing } from '../helpers/drawing.ts';
import { startSmtp, type AcceptedMail, type SmtpDesk } from '../helpers/smtp.ts';

const SHOP = DOVECOT_USER;
const OTHER = OTHER_USER;
const RUDE = 'meneer@antwoordmachine.example';

/** Two servers, and the post between them. Each side hands in at its own; what is handed in is delivered at the other. */
type Post = {
  readonly shop: Dovecot;
  readonly other: Dovecot;
  readonly fromShop: SmtpDesk;
  readonly fromOther: SmtpDesk;
};
type Desk = { readonly engine: Engine; readonly dataFolder: string };

let post: Post;
let folder: string;
let onHoliday: boolean;
const engines: Engine[] = [];
const closeAll = async (): Promise<void> => {
  for (const engine of engines.splice(0)) await engine.stop();
};

describe.skipIf(!hasFilters())('acknowledgements over two real servers', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'balie-loop-'));
    // The delivery agent is another user.
    chmodSync(folder, 0o755);
    const open = { security: 'plain', server: { authOptional: true } } as const;
    const route = (mail: AcceptedMail): void => {
      for (const to of mail.to) deliver(mail.raw, mail.from, to);
    };
    const fromShop = await startSmtp({ ...open, onAccepted: route });
    const fromOther = await startSmtp({ ...open, onAccepted: route });
    fromShop.script({ auth: () => null });
    fromOther.script({ auth: () => null });
    const script = join(folder, 'holiday.sieve');
    writeFileSync(script, 'require ["vacation"];\nvacation :days 1 :subject "Op reis" "Ik ben op reis tot juni.";\n');
    const other = await startDovecot({
      extra: `postmaster_address = postmaster@dewinkel.example
hostname = overkant.example
submission_host = 127.0.0.1:${fromOther.port}
protocol lda {
  mail_plugins = sieve
}
plugin {
  sieve = file:${script}
}
`,
    });
    post = { shop: await startDovecot(), other, fromShop, fromOther };
  });
  beforeEach(async () => {
    onHoliday = false;
    // What lies in Sent counts: who had one yesterday of another desk gets none of this one.
    await post.shop.doveadm('expunge', '-u', SHOP, 'mailbox', '*', 'all');
    await post.other.doveadm('expunge', '-u', OTHER, 'mailbox', '*', 'all');
  });
  afterEach(closeAll);
  afterAll(async () => {
    await Promise.all([post.shop.stop(), post.other.stop(), post.fromShop.stop(), post.fromOther.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('the one that keeps to RFC 3834 answers a person, and no acknowledgement', async () => {
    onHoliday = true;
    const { engine } = await openDesk(SHOP, post.shop, post.fromShop);
    write(OTHER, SHOP, 'Past mijn fiets in de lift?');
    await until('the acknowledgement left', () => letters(post.fromShop, OTHER).length === 1);
    expect(letters(post.fromShop, OTHER)[0]?.raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    await until('it lies in their inbox', async () => (await count(post.other, OTHER)) === 1);
    expect(post.fromOther.accepted).toEqual([]);

    const [item] = (await ask(engine, 'queue.list', { section: null, offset: 0, limit: 9, at: null })).items;
    expect(item).toMatchObject({ replyByFrom: 'acknowledgement', turn: 'ours' });
    const answer = { conversation: item?.conversation ?? 0, text: 'Ja hoor.', sendAt: null, now: true, cannedId: null };
    await ask(engine, 'reply.send', answer);
    await until('their holiday message came', () => letters(post.fromOther, SHOP).length === 1);
    await until('and was stored', async () => (await messagesIn(engine, answer.conversation)) === 4);
    expect(letters(post.fromShop, OTHER)).toHaveLength(2);
    await until('and was refused', async () => (await listed(engine)).length === 2);
    expect((await listed(engine)).map(({ outcome, refusal }) => refusal ?? outcome)).toEqual(['machine', 'sent']);
  });

  it('the one that answers everything, each time as if for the first time, gets one', async () => {
    const { engine } = await openDesk(SHOP, post.shop, post.fromShop);
    write(RUDE, SHOP, 'Wat kost een band?');
    await until('it answered our acknowledgement', () => letters(post.fromOther, SHOP, RUDE).length === 1);
    await until('which was looked at', async () => (await listed(engine)).length === 2);
    // It goes on by itself now, as such machines do.
    for (const again of ['Nog eens', 'En nog eens']) write(RUDE, SHOP, again);
    await until('and so were the next', async () => (await listed(engine)).length === 4);
    expect(letters(post.fromShop, RUDE)).toHaveLength(1);
    expect((await listed(engine)).map(({ refusal }) => refusal)).toEqual([
      'person-today',
      'person-today',
      'person-today',
      null,
    ]);
  });

  it('Balie and Balie each send one, and fall silent', async () => {
    const ours = await openDesk(SHOP, post.shop, post.fromShop);
    const theirs = await openDesk(OTHER, post.other, post.fromOther);
    const before = [post.fromShop, post.fromOther].map(({ accepted }) => accepted.length);
    write(OTHER, SHOP, 'Kunnen jullie dinsdag leveren?');
    await until('ours went and was refused there', async () => (await listed(theirs.engine)).length === 1);
    write(SHOP, OTHER, 'Hoe laat zijn jullie open?');
    await until('theirs went and was refused here', async () => (await listed(ours.engine)).length === 2);
    await until('theirs is written down', async () => (await listed(theirs.engine)).length === 2);
    for (const { engine } of [ours, theirs]) {
      expect((await listed(engine)).map(({ outcome, refusal }) => refusal ?? outcome).toSorted()).toEqual([
        'machine',
        'sent',
      ]);
    }
    expect([post.fromShop, post.fromOther].map(({ accepted }) => accepted.length)).toEqual(before.map((n) => n + 1));
  });

  it('killed at any moment, nobody gets two and nobody is forgotten', async () => {
    const { dataFolder } = await openDesk(SHOP, post.shop, post.fromShop);
    await closeAll();
    const program = await bundleProgram('tests/engine/kill-child.ts', 'cli/kill-child.js');
    const draw = drawing(20_261_122);
    const customers: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const life = await begin(program, dataFolder);
      // In every other round at the very moment the server takes one.
      const atAcceptance = round % 2 === 1;
      if (atAcceptance) post.fromShop.script({ auth: () => null, data: () => (life.kill(), null) });
      for (let one = 0; one < 2; one += 1) {
        const customer = `k${round}-${one}@klant.example`;
        customers.push(customer);
        write(customer, SHOP, `Vraag van ${customer}`);
        write(customer, SHOP, `Nog een vraag van ${customer}`);
      }
      await Promise.race([life.stored, life.ended]);
      if (!atAcceptance) setTimeout(life.kill, draw() * 150);
      await life.ended;
      post.fromShop.script({ auth: () => null });
    }
    const engine = await open(dataFolder);
    await until('every message is decided about', async () => (await listed(engine)).length === customers.length * 2);
    const outcomes = await listed(engine);
    expect(outcomes.filter(({ outcome }) => outcome === 'sent')).toHaveLength(customers.length);
    expect(outcomes.filter(({ refusal }) => refusal === 'person-today')).toHaveLength(customers.length);
    await until('what waited has left', async () =>
      (await listed(engine)).every(({ delivery }) => delivery !== 'queued' && delivery !== 'sending'),
    );
    const inDoubt = (await listed(engine)).filter(({ delivery }) => delivery === 'unknown');
    const doubtful = new Set(inDoubt.map(({ who }) => who));
    rmSync(program, { recursive: true, force: true });
    for (const customer of customers) {
      const got = letters(post.fromShop, customer).length;
      expect([customer, got <= 1, got === 1 || doubtful.has(customer)]).toEqual([customer, true, true]);
    }
  }, 180_000);
});

const ROUNDS = 3;

type Life = {
  readonly kill: () => void;
  /** The first message of this life is on disk. */
  readonly stored: Promise<void>;
  readonly ended: Promise<void>;
};

/** The whole engine in a process of its own, watching, that nobody asks to leave politely. */
async function begin(program: string, dataFolder: string): Promise<Life> {
  const words = [join(program, 'dist/cli/kill-child.js'), dataFolder, join(program, 'dist/assets'), 'work', '0'];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(program, 'compiled') },
  });
  const ended = once(child, 'exit').then(() => undefined);
  const started = Promise.withResolvers<void>();
  const stored = Promise.withResolvers<void>();
  createInterface(child.stdout).on('line', (line) => {
    if (line === 'started') started.resolve();
    if (line.startsWith('have ')) stored.resolve();
  });
  await started.promise;
  return { kill: () => void child.kill('SIGKILL'), stored: stored.promise, ended };
}

let written = 0;
/** A person's letter, as it comes in from outside. */
function write(from: string, to: string, subject: string): void {
  written += 1;
  const raw = `From: ${from}
To: ${to}
Subject: ${subject}
Date: ${new Date().toUTCString()}
Message-ID: <vraag-${written}@${from.split('@')[1] ?? ''}>
Content-Type: text/plain; charset=utf-8

${subject} Graag een antwoord.
`;
  deliver(raw, from, to);
}

function deliver(raw: string, from: string, to: string): void {
  const arrived = `Return-Path: <${from}>\n${raw}`;
  if (to === SHOP) post.shop.deliver(arrived, { user: SHOP });
  else if (to === RUDE) answerRudely(raw, from);
  else if (to.endsWith('@klant.example')) return;
  else if (onHoliday) void post.other.deliverByAgent(raw, { from, to });
  else post.other.deliver(arrived, { user: OTHER });
}

/** As a person would, to whatever comes in: a new Message-ID, nothing that says what it is. */
function answerRudely(raw: string, from: string): void {
  const subject = /^subject: (.*)$/im.exec(raw)?.[1] ?? '';
  handIn(post.fromOther, RUDE, from, `Re: ${subject}`);
}

/** Counted as handed in at that server, and delivered. */
function handIn(at: SmtpDesk, from: string, to: string, subject: string): void {
  rude.push({ at, from, to, raw: subject });
  write(from, to, subject);
}
const rude: { readonly at: SmtpDesk; readonly from: string; readonly to: string; readonly raw: string }[] = [];

const letters = (at: SmtpDesk, to: string, from?: string): readonly { readonly raw: string }[] => [
  ...at.accepted.filter((mail) => mail.to.includes(to) && (from === undefined || mail.from === from)),
  ...rude.filter((mail) => mail.at === at && mail.to === to && mail.from === from),
];

async function open(dataFolder: string): Promise<Engine> {
  const opened = await openInProcess({
    dataFolder,
    assetsFolder: join(import.meta.dirname, '../../assets'),
    version: '0.0.0',
    systemLanguage: 'nl-BE',
    isDemo: false,
    watch: true,
    keep: true,
    logName: 'loop',
    secrets: () => ({
      read: async () => ({ kind: 'found', secret: DOVECOT_PASSWORD }),
      keep: async () => 'session',
      forget: async () => {},
      status: async () => ({ where: 'session', trouble: null }),
    }),
  });
  if (!opened.ok) throw new Error(opened.error.detail);
  engines.push(opened.value);
  return opened.value;
}

async function openDesk(user: string, imap: Dovecot, smtp: SmtpDesk): Promise<Desk> {
  const dataFolder = mkdtempSync(join(folder, 'desk-'));
  const engine = await open(dataFolder);
  const server = (port: number) => ({ host: '127.0.0.1', port, security: 'plain' }) as const;
  await ask(engine, 'accounts.add', {
    testId: 't',
    draft: {
      email: user,
      name: 'De Winkel',
      user,
      password: DOVECOT_PASSWORD,
      imap: server(imap.port),
      smtp: server(smtp.port),
      ca: null,
      keep: 'session',
      plainAllowed: false,
    },
  });
  await until('the account is live', async () => (await ask(engine, 'accounts.list', {}))[0]?.state.kind === 'live');
  await ask(engine, 'acknowledgements.switch', { to: 'on' });
  await ask(engine, 'acknowledgements.switch', { to: 'live', hasRead: true });
  return { engine, dataFolder };
}

async function ask<Name extends CommandName>(
  engine: Engine,
  name: Name,
  args: CommandArgs<Name>,
): Promise<CommandValue<Name>> {
  const answer = await engine.call(name, args);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail}`);
  return answer.value;
}

const listed = async (engine: Engine): Promise<readonly AcknowledgementView[]> =>
  (await ask(engine, 'acknowledgements.list', { limit: 50 })).items;
const messagesIn = async (engine: Engine, id: number): Promise<number> =>
  (await ask(engine, 'conversation.open', { id })).messages.length;
const count = async (server: Dovecot, user: string): Promise<number> =>
  Number(/messages=(\d+)/.exec(await server.doveadm('mailbox', 'status', '-u', user, 'messages', 'INBOX'))?.[1] ?? 0);

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 40_000;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`not within 40 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
