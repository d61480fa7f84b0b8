// The outbox over a line that goes wrong: a real SMTP server behind the fault proxy. Whatever happens on the way, each answer is taken
// once, and what nobody knows is asked.
import { afterEach, expect, it } from 'vitest';
import { ok } from '../../main/contract/errors.ts';
import { sendBySmtp } from '../../main/engine/channels/email/smtp-send.ts';
import type { SmtpDeadlines } from '../../main/engine/channels/email/smtp-session.ts';
import { createFakePorts } from '../../main/engine/ports/fake-ports.ts';
import { createSystemClock, createSystemRandom, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { drawing } from '../helpers/drawing.ts';
import { FAULTS, startFaultProxy } from '../helpers/fault-proxy.ts';
import { deskAccount, openOutboxDesk } from '../helpers/outbox-desk.ts';
import { SMTP_PASSWORD, startSmtp } from '../helpers/smtp.ts';
import { createTestCa } from '../helpers/test-ca.ts';

const ANSWERS = 30;
const SHORT: SmtpDeadlines = { connectMs: 600, replyMs: 600, bodyIdleMs: 600, answerMs: 600 };
/** A line that failed makes the others of the account wait, so a run ends at its first fault. */
const MOST_RUNS = 150;

const running: { readonly stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

it.each([1, 2])(
  'thirty answers over a bad line (seed %i): none lost, none taken twice',
  async (seed) => {
    const ca = createTestCa();
    const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
    const smtp = await startSmtp({ security: 'tls', certificate });
    running.push(smtp);
    // A session is some four kilobytes; under TLS a changed byte ends it.
    const plan = { draw: drawing(seed), faults: FAULTS, share: 0.6, withinBytes: 8_000, longestDelayMs: 300 };
    const proxy = await startFaultProxy(smtp.port, plan);
    running.unshift(proxy);
    const timers = createSystemTimers();
    const ports = { ...createFakePorts(0), clock: createSystemClock(), timers, random: createSystemRandom() };
    const account = deskAccount({ smtp: { host: '127.0.0.1', port: proxy.port, security: 'tls' }, ca: ca.ca });
    // Every other message is filed by the server itself; of the rest no copy can ever be found.
    const isFiled = (messageId: string): boolean =>
      smtp.accepted.findIndex((mail) => mail.messageId === messageId) % 2 === 0;
    const desk = openOutboxDesk(
      ports,
      {
        connectorFor: () => ({
          send: (own, password, mail, onBodyStart, signal) =>
            sendBySmtp(own, password, mail, onBodyStart, signal, { timers, deadlines: SHORT }),
          findSent: async (_account, _password, messageId) => ok(isFiled(messageId) ? 'filed' : 'nowhere'),
          fileSent: async () => ok({ kind: 'by-server' }),
          withdrawCopy: async () => ok('alone'),
        }),
        passwordFor: async () => ok(SMTP_PASSWORD),
      },
      { account },
    );
    const queued: string[] = [];
    for (let nr = 0; nr < ANSWERS; nr += 1) {
      const conversation = desk.receive({
        messageId: `v${nr}@klant.example`,
        from: [{ name: '', address: `k${nr}@klant.example` }],
      });
      const args = { conversation, text: 'Dag', sendAt: null, now: true, cannedId: null };
      const result = await desk.outbox.handlers['reply.send'](args);
      if (result.ok) queued.push(result.value.messageId);
    }
    // Each run takes up what the last one had to leave: the owner presses "send now".
    let runs = 0;
    for (; runs < MOST_RUNS && desk.store.deliveries.countByState().queued > 0; runs += 1) {
      for (const { id } of desk.store.deliveries.inState('queued')) await desk.outbox.handlers['outbox.retry']({ id });
      await desk.outbox.handlers['outbox.run']({});
    }

    const taken = new Map<string, number>();
    for (const { messageId } of smtp.accepted) taken.set(messageId, (taken.get(messageId) ?? 0) + 1);
    const rows = desk.store.deliveries.list(ANSWERS);
    const asked = rows.filter(({ state }) => state === 'unknown').map(({ messageId }) => messageId);
    expect(rows.map(({ messageId }) => messageId).toSorted()).toEqual(queued.toSorted());
    expect([...taken].filter(([, times]) => times > 1)).toEqual([]);
    expect(rows.filter(({ state }) => state !== 'sent' && state !== 'unknown')).toEqual([]);
    expect(rows.filter(({ state, messageId }) => state === 'sent' && !taken.has(messageId))).toEqual([]);
    expect(asked.filter((messageId) => taken.has(messageId) && isFiled(messageId))).toEqual([]);
    expect(Object.values(proxy.happened()).reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(8);
    await desk.outbox.stop();
    desk.store.close();
  },
  180_000,
);
