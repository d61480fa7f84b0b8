// The pool against a worker that misbehaves on command, and against the real one.
import { afterEach, expect, test } from 'vitest';
import type { Timers } from '../../../ports/ports.ts';
import { createParsePool, type ParsePool } from './parse-pool.ts';

// Worker threads are the operating system's: only real time can tell that one hangs.
const timers: Timers = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

const MOODY = `
  import { parentPort } from 'node:worker_threads';
  parentPort.postMessage('ready');
  parentPort.on('message', ({ id, bytes, jobs }) => {
    let at = 0;
    const mails = jobs.map(({ length }) => {
      const text = Buffer.from(bytes).toString('latin1', at, at += length);
      if (text.includes('hang')) for (;;);
      if (text.includes('leave')) process.exit(1);
      if (text.includes('eat')) { const eaten = []; for (;;) eaten.push(new Array(100_000).fill({})); }
      return { text };
    });
    parentPort.postMessage({ id, mails });
  });`;
const moodyWorker = new URL(`data:text/javascript,${encodeURIComponent(MOODY)}`);
// Longer than the deadline of one batch.
const SLOW_START = `const until = Date.now() + 1_300; while (Date.now() < until);${MOODY}`;
const slowWorker = new URL(`data:text/javascript,${encodeURIComponent(SLOW_START)}`);

let pool: ParsePool | null = null;
afterEach(async () => {
  await pool?.stop();
  pool = null;
});
const open = (workerUrl?: URL, deadlineMs = 1_000): ParsePool =>
  (pool = createParsePool({
    timers,
    log: () => {},
    size: 2,
    deadlineMs,
    memoryMb: 64,
    ...(workerUrl === undefined ? {} : { workerUrl }),
  }));
const mail = (word: string): Uint8Array => Buffer.from(`From: a@example.nl\r\nSubject: ${word}\r\n\r\nbody\r\n`);

test('mails come back in the order they went in', async () => {
  const { whole } = open();
  const words = Array.from({ length: 100 }, (_, index) => `mail ${index}`);
  const read = await Promise.all(words.map((word) => whole(mail(word))));
  expect(read.map(({ subject }) => subject)).toEqual(words);
});

test.each(['hang', 'leave', 'eat'])(
  'a mail that makes the worker %s costs only itself',
  { timeout: 30_000 },
  async (mood) => {
    const { whole } = open(moodyWorker);
    const read = await Promise.all(['one', mood, 'two'].map((word) => whole(mail(word))));
    expect(read.map(({ text, note }) => note ?? (text.includes('Subject') ? 'read' : 'lost'))).toEqual([
      'read',
      'too-complex',
      'read',
    ]);
    expect(read[1]?.subject).toBe(mood);
    expect((await whole(mail('three'))).text).toContain('three');
  },
);

test('mail behind one that takes its time is read by another thread', { timeout: 60_000 }, async () => {
  // The first one hangs for longer than the test lasts.
  const { whole } = open(moodyWorker, 300_000);
  await whole(mail('one'));
  whole(mail('hang')).catch(() => {});
  await Promise.resolve();
  expect((await whole(mail('two'))).text).toContain('two');
});

test('a thread that starts slowly on a busy machine costs no mail', async () => {
  const { whole } = open(slowWorker);
  const read = await whole(mail('one'));
  expect([read.note, read.text.includes('Subject')]).toEqual([undefined, true]);
});

test('pieces of a large mail are read as the whole would be', async () => {
  const { pieces } = open();
  const read = await pieces({
    header: Buffer.from('From: a@example.nl\r\nSubject: big\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'),
    structure: {
      type: 'multipart/mixed',
      childNodes: [
        { part: '1', type: 'text/plain', parameters: { charset: 'utf-8' }, encoding: '8bit', size: 6 },
        { part: '2', type: 'application/pdf', parameters: { name: 'plan.pdf' }, encoding: 'base64', size: 780_000 },
      ],
    },
    parts: new Map([['1', Buffer.from('Hoi é')]]),
  });
  expect(read).toMatchObject({ subject: 'big', text: 'Hoi é', attachments: [{ part: '2', fileName: 'plan.pdf' }] });
});

test('a worker whose code cannot be loaded is our fault and not the mail’s', async () => {
  const { whole } = open(new URL('data:text/javascript,throw new Error("no such code")'));
  await expect(whole(mail('one'))).rejects.toThrow('no such code');
});

test('stopping answers what was still waiting and leaves no thread', async () => {
  const stopped = open(moodyWorker);
  const waiting = stopped.whole(mail('hang')).catch(String);
  await stopped.stop();
  expect(await waiting).toContain('stopped');
  await expect(stopped.whole(mail('one'))).rejects.toThrow('stopped');
});
