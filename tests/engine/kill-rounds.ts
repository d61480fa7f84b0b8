// Kills a sending desk again and again, and afterwards counts: what was acknowledged and is gone, and what the server took twice.
// The server is the judge; it is in this process and survives. Used by the test with few rounds and by bench/kill.ts with many.
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../main/engine/store/open-store.ts';
import { startSmtp, type SmtpReply } from '../helpers/smtp.ts';

export type KillReport = {
  readonly rounds: number;
  readonly kills: number;
  /** Kills after the first answer of the round was acknowledged. */
  readonly killsInTraffic: number;
  /** Kills between the moment the server took a message and its answer, or within 5 ms after it. */
  readonly killsAtAcceptance: number;
  readonly acknowledged: number;
  readonly accepted: number;
  readonly lost: readonly string[];
  readonly sentTwice: readonly string[];
  /** States at the end that contradict what the server knows. */
  readonly wrong: readonly string[];
  readonly unknown: number;
  readonly unknownThoughAccepted: number;
  readonly errors: readonly string[];
  readonly unsoundAfter: readonly number[];
};

type Moment = 'envelope' | 'before-answer' | 'after-answer' | 'any-time';
const ANSWERS_PER_ROUND = 3;

export async function runKillRounds(options: {
  readonly rounds: number;
  readonly hasSentFolder: boolean;
  readonly seed: number;
  readonly onRound?: (round: number) => void;
}): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-kill-'));
  const draw = drawing(options.seed);
  const acceptedFile = join(folder, 'accepted.txt');
  const accepted = new Map<string, number>();
  const acknowledged = new Set<string>();
  const errors: string[] = [];
  const unsoundAfter: number[] = [];
  let kills = 0;
  let killsInTraffic = 0;
  let killsAtAcceptance = 0;
  let kill: (isAtAcceptance: boolean) => void = () => {};
  let moment: Moment = 'any-time';

  const mayKill = (at: Moment): SmtpReply => {
    if (moment === at) kill(false);
    return null;
  };
  const server = await startSmtp({ security: 'plain' });
  server.script({
    auth: () => null,
    mail: () => mayKill('envelope'),
    data: (mail) => {
      // The server has it: from here on a second one is one too many.
      accepted.set(mail.messageId, (accepted.get(mail.messageId) ?? 0) + 1);
      appendFileSync(acceptedFile, `${mail.messageId}\n`);
      if (moment === 'before-answer') kill(true);
      const killSoon = kill;
      if (moment === 'after-answer') setTimeout(() => killSoon(true), draw() * 5);
      return null;
    },
  });

  const round = async (index: number, answers: number): Promise<void> => {
    const child = startChild(folder, server.port, options.hasSentFolder ? acceptedFile : '-', index, answers);
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    let hasTraffic = false;
    const killThis = (isAtAcceptance: boolean): void => {
      if (answers === 0 || child.killed) return;
      child.kill('SIGKILL');
      kills += 1;
      if (hasTraffic) killsInTraffic += 1;
      if (isAtAcceptance) killsAtAcceptance += 1;
    };
    kill = killThis;
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error('the child has no output');
    stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
    for await (const line of createInterface({ input: stdout })) {
      const [word, what = ''] = line.split(' ', 2);
      if (word === 'error') errors.push(line);
      if (word === 'queued') {
        acknowledged.add(what);
        if (!hasTraffic && answers > 0) {
          // Also the net for a round in which the chosen moment never comes.
          setTimeout(() => killThis(false), moment === 'any-time' ? draw() * 60 : 1_000);
        }
        hasTraffic = true;
      }
    }
    await gone;
  };

  try {
    for (let index = 0; index < options.rounds; index += 1) {
      const choice = draw();
      moment = choice < 0.3 ? 'before-answer' : choice < 0.6 ? 'after-answer' : choice < 0.75 ? 'envelope' : 'any-time';
      await round(index, ANSWERS_PER_ROUND);
      if (!isSound(folder)) unsoundAfter.push(index);
      options.onRound?.(index);
    }
    moment = 'any-time';
    await round(options.rounds, 0);

    const opened = openStore(join(folder, 'desk.db'));
    if (!opened.ok) throw new Error(opened.error.detail);
    const rows = opened.value.deliveries.list(1_000_000);
    const messages = new Set(rows.map((row) => opened.value.messages.get(row.messageRow)?.messageId));
    opened.value.close();
    const known = new Set(rows.map(({ messageId }) => messageId));
    const unknown = rows.filter(({ state }) => state === 'unknown');
    return {
      rounds: options.rounds,
      kills,
      killsInTraffic,
      killsAtAcceptance,
      acknowledged: acknowledged.size,
      accepted: accepted.size,
      lost: [...acknowledged].filter((id) => !known.has(id) || !messages.has(id)),
      sentTwice: [...accepted].filter(([, times]) => times > 1).map(([id]) => id),
      wrong: rows
        .filter(({ state, messageId }) => (state === 'sent') !== accepted.has(messageId) && state !== 'unknown')
        .map(({ messageId, state }) => `${state} ${messageId}`),
      unknown: unknown.length,
      unknownThoughAccepted: unknown.filter(({ messageId }) => accepted.has(messageId)).length,
      errors,
      unsoundAfter,
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const startChild = (folder: string, port: number, acceptedFile: string, round: number, answers: number): ChildProcess =>
  spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./kill-child.ts', import.meta.url)),
      folder,
      String(port),
      acceptedFile,
      String(round),
      String(answers),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );

function isSound(folder: string): boolean {
  const opened = openStore(join(folder, 'desk.db'));
  if (!opened.ok) return false;
  const words = opened.value.check.integrity();
  opened.value.close();
  return words === 'ok';
}

/** Numbers from 0 to 1 that a seed makes the same again (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
