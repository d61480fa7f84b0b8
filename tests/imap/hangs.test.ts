// Promise P7: a server that falls silent, at whatever step, holds a pass up for half a minute and nobody else at all; the next pass is
// complete. Limits are shortened here; that the shipped ones keep the promise is held by the last test.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IMAP_LIMITS } from '../../main/engine/channels/email/imap-limits.ts';
import { SMTP_DEADLINES } from '../../main/engine/channels/email/smtp-session.ts';
import { startScriptedImap, type ScriptedImap } from '../helpers/scripted-imap.ts';
import { customerMail, openSyncDesk, plainAt, QUICK_LIMITS, type SyncDesk } from '../helpers/sync-desk.ts';
import { createTestCa } from '../helpers/test-ca.ts';
import { layWire, type Wire } from '../helpers/wire.ts';

const authority = createTestCa();
const certificate = authority.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
const LIMITS = {
  ...QUICK_LIMITS,
  connectMs: 700,
  greetingMs: 600,
  silentMs: 700,
  commandMs: 1_500,
  idleMs: 800,
  idleAnswerMs: 500,
};
const everything = { mailbox: null, full: false } as const;
const mailsUpTo = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ uid: index + 1, raw: customerMail(`Vraag ${index + 1}`) }));

describe('a server that falls silent', () => {
  let server: ScriptedImap;
  let wire: Wire;
  let desk: SyncDesk;
  beforeEach(async () => {
    server = await startScriptedImap({ mails: mailsUpTo(40), starttls: { certificate } });
    wire = await layWire({ port: server.port });
    desk = openSyncDesk({ imap: plainAt(wire.port), limits: LIMITS, sentLookMs: 60_000 });
  });
  afterEach(async () => {
    await desk.stop();
    await wire.stop();
    await server.stop();
  });
  const complete = { ok: true, value: { messages: 40 } };

  it.each(['CAPABILITY', 'LOGIN', 'LIST', 'SELECT', 'UID SEARCH', 'UID FETCH'])(
    'at %s: the pass ends, and the next one is complete',
    async (step) => {
      server.script(({ name, before }) => (name === step && before === 0 ? 'hang' : null));
      const watch = desk.watch();
      const first = await watch.syncNow(everything);
      expect(first).toMatchObject({ ok: false, error: { code: 'timeout' } });
      expect(await watch.syncNow(everything)).toMatchObject(complete);
    },
  );

  it('before its greeting', async () => {
    wire.goDead();
    const watch = desk.watch();
    expect(await watch.syncNow(everything)).toMatchObject({ error: { code: 'timeout' } });
    wire.comeBack();
    expect(await watch.syncNow(everything)).toMatchObject(complete);
  });

  it('at STARTTLS', async () => {
    server.script(({ name, before }) => (name === 'STARTTLS' && before === 0 ? 'hang' : null));
    const secured = { imap: { ...plainAt(wire.port), security: 'starttls' }, ca: authority.ca } as const;
    const watch = desk.watch({ id: 'a2', email: 'b@dewinkel.example', ...secured });
    expect(await watch.syncNow(everything)).toMatchObject({ error: { code: 'timeout' } });
    expect(await watch.syncNow(everything)).toMatchObject(complete);
  });

  it('answers with the tag of another', async () => {
    server.script(({ name, before }) => (name === 'SELECT' && before === 0 ? 'ZZ9 OK done\r\n' : null));
    const watch = desk.watch();
    expect(await watch.syncNow(everything)).toMatchObject({ error: { code: 'timeout' } });
    expect(await watch.syncNow(everything)).toMatchObject(complete);
  });

  it('at LOGOUT: two seconds of politeness', async () => {
    server.script(({ name }) => (name === 'LOGOUT' ? 'hang' : null));
    const watch = desk.watch();
    await desk.untilState('live');
    await watch.stop();
    await expect.poll(server.open).toBe(0);
  });

  it.each([
    ['says a little now and then', '* OK wait\r\n', 200],
    [
      'talks without end and answers nothing',
      '* OK still looking, please be patient, any moment now\r\n'.repeat(40),
      20,
    ],
  ])('%s: that is no answer', async (_, words, everyMs) => {
    server.script(({ name, before, socket }) => {
      if (name !== 'UID FETCH' || before > 0) return null;
      const talk = setInterval(() => socket.write(words), everyMs);
      socket.once('close', () => clearInterval(talk));
      return 'hang';
    });
    const watch = desk.watch();
    expect(await watch.syncNow(everything)).toMatchObject({ error: { code: 'timeout' } });
    expect(await watch.syncNow(everything)).toMatchObject(complete);
  });

  describe('while it is waited for', () => {
    const newMail = () => {
      server.mails.push({ uid: 41, raw: customerMail('Na de stilte') });
      return expect.poll(() => desk.subjects(), { timeout: 12_000 }).toContain('Na de stilte');
    };
    it('and is gone without a word, as after sleep: noticed by itself, and the new mail comes', async () => {
      desk.watch();
      await desk.untilState('live');
      wire.goDead();
      wire.comeBack();
      await newMail();
      expect(wire.connections()).toBe(2);
    });

    it('and never answers IDLE itself', async () => {
      server.script(({ name, before }) => (name === 'IDLE' && before === 0 ? 'hang' : null));
      desk.watch();
      await desk.untilState('live');
      await newMail();
      expect(wire.connections()).toBe(2);
    });

    it('and does not want to be: it is asked now and then, and not more often for it', async () => {
      server.script(({ name }) => (name === 'IDLE' ? '$TAG NO not today\r\n' : null));
      desk.watch();
      await desk.untilState('live');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(server.lines.filter((line) => line.endsWith('IDLE')).length).toBeLessThan(4);
      expect(wire.connections()).toBe(1);
    });
  });

  it('makes no other account wait', async () => {
    const sound = await startScriptedImap({ mails: mailsUpTo(5) });
    const patient = openSyncDesk({
      imap: plainAt(wire.port),
      limits: { ...LIMITS, silentMs: 60_000, commandMs: 60_000 },
      sentLookMs: 60_000,
    });
    server.script(() => 'hang');
    let isOver = false;
    void patient
      .watch()
      .syncNow(everything)
      .then(() => (isOver = true));
    const other = patient.watch({ id: 'a2', email: 'b@dewinkel.example', imap: plainAt(sound.port) });
    expect(await other.syncNow(everything)).toMatchObject({ ok: true, value: { messages: 5 } });
    sound.mails.push({ uid: 6, raw: customerMail('Nieuw bij de ander') });
    sound.say('* 6 EXISTS\r\n');
    await expect.poll(() => patient.store.mailboxes.countMessages('a2'), { timeout: 30_000 }).toBe(6);
    expect(isOver).toBe(false);
    await patient.stop();
    await sound.stop();
  });
});

it('a line of 4 kB a second is slow, not silent', async () => {
  const raw = customerMail('Lang verhaal', { body: 'Het is een lang verhaal. '.repeat(450) });
  const server = await startScriptedImap({ mails: [{ uid: 1, raw }] });
  const wire = await layWire({ port: server.port, bytesPerSecond: 4_000 });
  const limits = { ...QUICK_LIMITS, silentMs: 1_000 };
  const desk = openSyncDesk({ imap: plainAt(wire.port), limits });
  const startedAt = performance.now();
  const synced = await desk.watch().syncNow(everything);
  expect(synced).toMatchObject({ ok: true, value: { messages: 1 } });
  // Far longer than any silence would have been borne.
  expect(performance.now() - startedAt).toBeGreaterThan(3 * limits.silentMs);
  await desk.stop();
  await wire.stop();
  await server.stop();
});

describe('with the limits that are shipped', () => {
  const LONGEST_MS = 75_000;
  it('no hang of the server that holds the mail lasts longer than the promise', () => {
    const { connectMs, greetingMs, silentMs, commandMs, idleMs, idleAnswerMs } = IMAP_LIMITS;
    expect(connectMs + greetingMs).toBeLessThanOrEqual(LONGEST_MS);
    expect(Math.max(silentMs * 1.25, commandMs)).toBeLessThanOrEqual(LONGEST_MS);
    // Half-open after sleep: within a minute, without anybody asking (catalogue, 3).
    expect(idleMs + idleAnswerMs).toBeLessThanOrEqual(60_000);
  });

  it('nor of the one that takes it, with the look in Sent that follows on a lost answer', () => {
    const { connectMs, replyMs, bodyIdleMs, answerMs } = SMTP_DEADLINES;
    expect(connectMs + replyMs).toBeLessThanOrEqual(LONGEST_MS);
    expect(bodyIdleMs).toBeLessThanOrEqual(LONGEST_MS);
    expect(answerMs + IMAP_LIMITS.silentMs).toBeLessThanOrEqual(LONGEST_MS);
  });
});
