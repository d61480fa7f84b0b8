// Kills a working desk again and again, while mail keeps coming in and answers go out, and afterwards counts: what was acknowledged
// and is gone, what the servers have and the desk has not, what was taken twice. The servers are the judges: a real Dovecot, and an
// SMTP server in this process that survives. Used by the test with few rounds and by bench/kill.ts with many.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CheckReport } from '../../main/contract/views.ts';
import { deskFile } from '../../main/engine/host/desk-files.ts';
import { openStore } from '../../main/engine/store/open-store.ts';
import type { Store } from '../../main/engine/store/store.ts';
import { at } from '../../tools/build/paths.mjs';
import { bundleProgram } from '../helpers/command-line.ts';
import { drawing } from '../helpers/drawing.ts';
import { startDovecot } from '../helpers/dovecot.ts';
import { deskAccount } from '../helpers/outbox-desk.ts';
import { startSmtp, type SmtpReply } from '../helpers/smtp.ts';
import { startCustomers, type Customers } from './kill-customers.ts';

export type KillReport = {
  readonly rounds: number;
  readonly kills: number;
  /** Kills after the round's first message was stored, answer was queued, or connection to the SMTP server was made. */
  readonly killsInTraffic: number;
  /** Kills between the moment the server took a message and its answer, or within 5 ms after it. */
  readonly killsAtAcceptance: number;
  readonly delivered: number;
  readonly acknowledged: number;
  readonly accepted: number;
  /** Acknowledged or delivered, and not on the desk; UIDs on one side only. */
  readonly lost: readonly string[];
  readonly storedTwice: readonly string[];
  readonly sentTwice: readonly string[];
  /** Two copies of one answer in Sent. */
  readonly filedTwice: readonly string[];
  /** States at the end that contradict what the server knows. */
  readonly wrong: readonly string[];
  /** Answers nobody knows the fate of, each listed with a question. */
  readonly asked: number;
  /** Of these, those of which a copy lies in Sent: it should have been found. */
  readonly askedThoughFiled: readonly string[];
  readonly errors: readonly string[];
  readonly unsoundAfter: readonly number[];
};

export type KillOptions = {
  readonly rounds: number;
  /** Who files what was sent: the outgoing server two of three (and we the rest), or we alone. */
  readonly sentFolder: 'with' | 'without';
  readonly seed: number;
  /** When it is killed; drawn anew for each round where left out. */
  readonly moment?: KillMoment;
  /** A client that sends again whatever it does not know to be sent: proves that a double would be seen. */
  readonly isBlind?: boolean;
  readonly onRound?: (round: number) => void;
};

export type KillMoment = 'envelope' | 'before-answer' | 'after-answer' | 'any-time';
const ANSWERS_PER_ROUND = 3;
/**
 * The net for a round in which the chosen moment never comes: so long after its last step. Counted from the start, a busy machine
 * would be killed before it had sent anything.
 */
const LONGEST_STEP_MS = 5_000;
const ANY_TIME_MS = 350;

export async function runKillRounds(options: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-kill-'));
  const program = await bundleProgram('tests/engine/kill-child.ts', 'cli/kill-child.js');
  const draw = drawing(options.seed);
  const accepted = new Map<string, number>();
  const acknowledged = new Set<string>();
  const errors: string[] = [];
  const unsoundAfter: number[] = [];
  let kills = 0;
  let killsInTraffic = 0;
  let killsAtAcceptance = 0;
  let moment: KillMoment = 'any-time';
  let hasTraffic = false;
  /** Messages that still pass before the chosen moment counts: the round's second or third answer is killed too. */
  let passing = 0;
  let kill: (isAtAcceptance: boolean) => void = () => {};
  let net: NodeJS.Timeout | undefined;
  const stretchNet = (ms: number): void => {
    clearTimeout(net);
    net = setTimeout(() => kill(false), ms);
  };
  const stepTaken = (): void => {
    hasTraffic = true;
    if (moment !== 'any-time') stretchNet(LONGEST_STEP_MS);
  };

  const dovecot = await startDovecot();
  const mayKill = (now: KillMoment): SmtpReply => {
    stepTaken();
    if (moment === now && passing <= 0) kill(false);
    return null;
  };
  const server = await startSmtp({ security: 'plain' });
  server.script({
    auth: () => null,
    mail: () => mayKill('envelope'),
    data: ({ messageId, raw }) => {
      // The server has it: from here on a second one is one too many.
      accepted.set(messageId, (accepted.get(messageId) ?? 0) + 1);
      if (options.sentFolder === 'with' && accepted.size % 3 !== 0)
        dovecot.deliver(raw, { mailbox: 'Sent', flags: 'S' });
      passing -= 1;
      if (passing >= 0) return null;
      if (moment === 'before-answer') kill(true);
      const killSoon = kill;
      if (moment === 'after-answer') setTimeout(() => killSoon(true), draw() * 5);
      return null;
    },
  });
  const customers = await startCustomers(dovecot, drawing(options.seed + 1));
  prepareDesk(folder, dovecot.port, server.port);

  const run = async (task: 'work' | 'work-blindly' | 'settle', onLine: (word: string, what: string) => void) => {
    const child = startChild(program, folder, task);
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error('the child has no output');
    stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
    kill = (isAtAcceptance) => {
      if (task === 'settle' || child.killed) return;
      child.kill('SIGKILL');
      kills += 1;
      if (hasTraffic) killsInTraffic += 1;
      if (isAtAcceptance) killsAtAcceptance += 1;
    };
    for await (const line of createInterface({ input: stdout })) {
      const space = line.indexOf(' ');
      const [word, what] = space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
      if (word === 'error') errors.push(line);
      if (word === 'queued') acknowledged.add(what);
      if (word === 'queued') stepTaken();
      if (word === 'have') hasTraffic = true;
      onLine(word, what);
    }
    await gone;
  };

  const round = async (): Promise<void> => {
    const drawn = momentAt(draw());
    moment = options.moment ?? drawn;
    hasTraffic = false;
    passing = Math.floor(draw() * ANSWERS_PER_ROUND);
    const anyTimeMs = draw() * ANY_TIME_MS;
    await run(options.isBlind === true ? 'work-blindly' : 'work', (word) => {
      if (word === 'started') stretchNet(moment === 'any-time' ? anyTimeMs : LONGEST_STEP_MS);
    });
    clearTimeout(net);
  };

  try {
    for (let index = 0; index < options.rounds; index += 1) {
      await round();
      if (!isSound(folder)) unsoundAfter.push(index);
      options.onRound?.(index);
    }
    await customers.stop();
    const checks: CheckReport[] = [];
    await run('settle', (word, what) => {
      if (word === 'check') checks.push(JSON.parse(what) as CheckReport);
    });
    return {
      rounds: options.rounds,
      kills,
      killsInTraffic,
      killsAtAcceptance,
      acknowledged: acknowledged.size,
      accepted: accepted.size,
      ...judge(folder, { accepted, acknowledged, customers, sent: await customers.copiesInSent(), checks }),
      errors,
      unsoundAfter,
    };
  } finally {
    await customers.stop();
    await server.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(program, { recursive: true, force: true });
  }
}

/** @param draw 0 to 1 */
const momentAt = (draw: number): KillMoment =>
  draw < 0.27 ? 'before-answer' : draw < 0.54 ? 'after-answer' : draw < 0.64 ? 'envelope' : 'any-time';

type Evidence = {
  readonly accepted: ReadonlyMap<string, number>;
  readonly acknowledged: ReadonlySet<string>;
  readonly customers: Customers;
  /** How many copies of each Message-ID lie in Sent. */
  readonly sent: ReadonlyMap<string, number>;
  readonly checks: readonly CheckReport[];
};

function judge(folder: string, { accepted, acknowledged, customers, sent, checks }: Evidence) {
  return withStore(folder, (store) => {
    const rows = store.deliveries.list(1_000_000);
    const known = new Set(rows.map(({ messageId }) => messageId));
    const copies = (messageId: string): number => store.messages.withMessageId('a1', messageId).length;
    const expected = [...customers.delivered(), ...acknowledged];
    const asked = rows.filter(({ state }) => state === 'unknown');
    const gaps = checks.flatMap((check) => check.gaps.map((gap) => JSON.stringify(gap)));
    return {
      delivered: customers.delivered().length,
      lost: [
        // What another program removed before it was ever seen here is nobody's loss.
        ...expected.filter((id) => copies(id) === 0 && !customers.removed().has(id)),
        ...[...acknowledged].filter((id) => !known.has(id)),
        ...(checks.length === 1 ? gaps : ['the servers could not be compared']),
      ],
      storedTwice: expected.filter((id) => copies(id) > 1),
      sentTwice: [...accepted].filter(([, times]) => times > 1).map(([id]) => id),
      filedTwice: [...sent].filter(([, times]) => times > 1).map(([id]) => id),
      wrong: rows
        .filter(({ state, messageId }) => (state === 'sent') !== accepted.has(messageId) && state !== 'unknown')
        .map(({ messageId, state }) => `${state} ${messageId}`),
      asked: asked.length,
      askedThoughFiled: asked.map(({ messageId }) => messageId).filter((id) => sent.has(id)),
    };
  });
}

const startChild = (program: string, folder: string, task: string): ChildProcess =>
  spawn(
    process.execPath,
    [join(program, 'dist/cli/kill-child.js'), folder, at('assets'), task, String(ANSWERS_PER_ROUND)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: join(program, 'compiled') } },
  );

function prepareDesk(folder: string, imapPort: number, smtpPort: number): void {
  withStore(folder, (store) => {
    store.accounts.add(
      deskAccount({
        imap: { host: '127.0.0.1', port: imapPort, security: 'plain' },
        smtp: { host: '127.0.0.1', port: smtpPort, security: 'plain' },
      }),
    );
  });
}

const isSound = (folder: string): boolean => withStore(folder, (store) => store.check.integrity() === 'ok');

function withStore<T>(folder: string, work: (store: Store) => T): T {
  const opened = openStore(join(folder, deskFile));
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`);
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}
