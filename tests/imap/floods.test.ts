// A server that sends more than anybody asked for, or what nobody can read: refused in time, and memory stays flat (catalogue, 8 to 14).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startScriptedImap, type ImapScript, type ScriptedImap } from '../helpers/scripted-imap.ts';
import { customerMail } from '../helpers/sync-desk.ts';

type Passed = { readonly results: readonly (string | number)[]; readonly peakBytes: number };

const MB = 1024 * 1024;
/** How much more than an honest pass a flood may cost. */
const FLAT = 120 * MB;

// A busy machine sits the largest of these out for minutes.
describe('a flood', { timeout: 300_000 }, () => {
  let server: ScriptedImap;
  let honestBytes = 0;
  const pass = async (script: ImapScript, passes = 1): Promise<Passed> => {
    server.script(script);
    const program = fileURLToPath(new URL('flood-child.ts', import.meta.url));
    const child = spawn(process.execPath, [program, String(server.port), String(passes)]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`the pass ended with ${String(code)}: ${err}`);
    return JSON.parse(out) as Passed;
  };
  const start = () =>
    startScriptedImap({
      mails: Array.from({ length: 40 }, (_, index) => ({ uid: index + 1, raw: customerMail(`Vraag ${index + 1}`) })),
    });
  beforeAll(async () => {
    server = await start();
    const honest = await pass(() => null);
    if (honest.results[0] !== 40) throw new Error(`an honest pass brought ${String(honest.results[0])}`);
    honestBytes = honest.peakBytes;
    await server.stop();
  });
  beforeEach(async () => {
    server = await start();
  });
  afterEach(() => server.stop());
  const first =
    (step: string, reply: string): ImapScript =>
    ({ name, before }) =>
      name === step && before === 0 ? reply : null;

  it('of 200,000 lines that nobody asked for is sat out', async () => {
    const flood =
      '* OK [ALERT] buy more storage\r\n* 3 RECENT\r\n* XUNKNOWN some thing\r\n* 17 FETCH (FLAGS (\\Seen))\r\n';
    const passed = await pass(first('UID FETCH', `${flood.repeat(50_000)}$TAG OK done\r\n`), 2);
    expect(passed.results.at(-1)).toBe(40);
    expect(passed.peakBytes - honestBytes).toBeLessThan(FLAT);
  });

  it('of such lines without end is not', async () => {
    const passed = await pass(({ name, before, socket }) => {
      if (name !== 'UID FETCH' || before > 0) return null;
      pour(socket, '* OK [ALERT] buy more storage\r\n'.repeat(1_000));
      return 'hang';
    }, 2);
    expect(passed.results).toEqual(['timeout', 40]);
    expect(passed.peakBytes - honestBytes).toBeLessThan(FLAT);
  });

  it.each([
    ['about other messages', 90_000],
    ['about the same message', 9],
  ])('of answers %s, without end', async (_, uid) => {
    const passed = await pass(({ name, before, socket }) => {
      if (name !== 'UID FETCH' || before > 0) return null;
      pour(socket, `* 9 FETCH (UID ${uid} FLAGS (\\Seen))\r\n`.repeat(1_000));
      return 'hang';
    }, 2);
    expect(passed.results).toEqual(['server-nonsense', 40]);
    expect(passed.peakBytes - honestBytes).toBeLessThan(FLAT);
  });

  it('of one line without end', async () => {
    const passed = await pass(({ name, before, socket }) => {
      if (name !== 'UID FETCH' || before > 0) return null;
      socket.write('* 7 FETCH (UID 7 FLAGS (');
      pour(socket, '\\Seen '.repeat(10_000));
      return 'hang';
    }, 2);
    expect(passed.results[0]).not.toBe(40);
    expect(passed.results[1]).toBe(40);
    expect(passed.peakBytes - honestBytes).toBeLessThan(FLAT);
  });

  it('of brackets, 20,000 deep', async () => {
    const passed = await pass(
      first('UID FETCH', `* 7 FETCH (UID 7 BODYSTRUCTURE ${'('.repeat(20_000)}\r\n$TAG OK done\r\n`),
      2,
    );
    expect(passed.results.at(-1)).toBe(40);
    expect(passed.peakBytes - honestBytes).toBeLessThan(FLAT);
  });

  it('of bytes that are no IMAP at all, in the place of an answer', async () => {
    const garbage = Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 197) % 251)).toString('latin1');
    const passed = await pass(first('UID FETCH', `${garbage}\r\n$TAG OK done\r\n`), 2);
    expect(passed.results.at(-1)).toBe(40);
  });

  it('promised in one literal of 900 MB', async () => {
    const passed = await pass(({ name, args, socket }) => {
      if (name !== 'UID FETCH' || !args.includes('BODY.PEEK[]') || !/^(1:|7 )/.test(args)) return null;
      socket.write('* 7 FETCH (UID 7 BODY[]<0> {943718400}\r\n');
      pour(socket, 'x'.repeat(100_000));
      return 'hang';
    }, 6);
    expect(passed.results.at(-1)).toBe(40);
    expect(passed.peakBytes - honestBytes).toBeLessThan(FLAT);
  });
});

/** As fast as the other side takes it. */
function pour(socket: Socket, words: string): void {
  const next = (): void => {
    while (!socket.destroyed && socket.write(words));
    socket.once('drain', next);
  };
  next();
}
