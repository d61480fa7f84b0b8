// The SMTP half against real servers on loopback: TLS from a test authority, scripted refusals, and hangs at every step.
import { afterEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../main/engine/channels/connector.ts';
import { sendBySmtp } from '../../main/engine/channels/email/smtp-send.ts';
import type { SmtpDeadlines } from '../../main/engine/channels/email/smtp-session.ts';
import { testSmtp } from '../../main/engine/channels/email/smtp-test.ts';
import type { Timers } from '../../main/engine/ports/ports.ts';
import type { AccountRow } from '../../main/engine/store/account-table.ts';
import { HANG_STEPS, startFailingSmtp } from '../helpers/scripted-smtp.ts';
import { SMTP_PASSWORD, SMTP_USER, startSmtp } from '../helpers/smtp.ts';
import { createTestCa } from '../helpers/test-ca.ts';

const ca = createTestCa();
const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
const timers: Timers = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
const SHORT: SmtpDeadlines = { connectMs: 400, replyMs: 400, bodyIdleMs: 400, answerMs: 400 };

const running: { readonly stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
const started = <Server extends { readonly stop: () => Promise<void> }>(server: Server): Server => {
  running.push(server);
  return server;
};

const account = (
  port: number,
  change: Partial<AccountRow> & { security?: 'tls' | 'starttls' | 'plain' } = {},
): AccountRow => ({
  id: 'a1',
  connector: 'email',
  email: SMTP_USER,
  name: 'De Winkel',
  user: SMTP_USER,
  imap: { host: '127.0.0.1', port: 1, security: 'tls' },
  smtp: { host: '127.0.0.1', port, security: change.security ?? 'tls' },
  ca: ca.ca,
  plainAllowed: false,
  keep: 'session',
  colour: 0,
  isPaused: false,
  queueFrom: 0,
  oauthProvider: null,
  historyFrom: 0,
  archiveDone: false,
  detachedAt: null,
  createdAt: 0,
  addresses: [SMTP_USER],
  ...change,
});

const RAW = [
  'From: info@dewinkel.example',
  'To: jan@klant.example',
  'Message-ID: <m1@dewinkel.example>',
  'Subject: Re: Offerte',
  '',
  'Dag Jan,',
  '.',
  '.. een punt vooraan',
  '',
].join('\r\n');

async function send(
  to: AccountRow,
  options: {
    readonly recipients?: readonly string[];
    readonly raw?: string;
    readonly password?: string;
    readonly onBodyStart?: () => void;
    readonly signal?: AbortSignal;
    readonly deadlines?: SmtpDeadlines;
  } = {},
): Promise<{ readonly outcome: SendOutcome; readonly bodyStarts: number; readonly ms: number }> {
  let bodyStarts = 0;
  const from = performance.now();
  const outcome = await sendBySmtp(
    to,
    options.password ?? SMTP_PASSWORD,
    {
      messageId: 'm1@dewinkel.example',
      sender: SMTP_USER,
      recipients: options.recipients ?? ['jan@klant.example'],
      raw: Buffer.from(options.raw ?? RAW, 'utf8'),
    },
    () => {
      bodyStarts += 1;
      options.onBodyStart?.();
    },
    options.signal ?? new AbortController().signal,
    { timers, ...(options.deadlines === undefined ? {} : { deadlines: options.deadlines }) },
  );
  return { outcome, bodyStarts, ms: performance.now() - from };
}

describe('sending', () => {
  it.each(['tls', 'starttls'] as const)('hands the frozen bytes over once, under %s', async (security) => {
    const desk = started(await startSmtp({ security, certificate }));
    const { outcome, bodyStarts } = await send(account(desk.port, { security }));
    expect(outcome).toMatchObject({ kind: 'sent', accepted: ['jan@klant.example'], refused: [] });
    expect(bodyStarts).toBe(1);
    expect(desk.accepted).toHaveLength(1);
    expect(desk.accepted[0]).toMatchObject({ raw: RAW, wasSecure: true, from: SMTP_USER });
  });

  it('marks the body before the server has any of it', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate }));
    const seen: number[] = [];
    await send(account(desk.port), { onBodyStart: () => seen.push(desk.accepted.length) });
    expect(seen).toEqual([0]);
  });

  it('sends nothing when the mark cannot be written', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate }));
    const { outcome } = await send(account(desk.port), {
      onBodyStart: () => {
        throw new Error('disk full');
      },
    });
    expect(outcome.kind).toBe('try-later');
    expect(desk.accepted).toHaveLength(0);
  });

  it('tells which of several recipients was refused', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate }));
    desk.script({ rcpt: (to) => (to.startsWith('weg') ? { code: 550, words: '5.1.1 no such user' } : null) });
    const { outcome } = await send(account(desk.port), {
      recipients: ['jan@klant.example', 'weg@klant.example', 'an@klant.example'],
    });
    expect(outcome).toMatchObject({
      kind: 'sent',
      accepted: ['jan@klant.example', 'an@klant.example'],
      refused: [{ address: 'weg@klant.example', reply: expect.stringContaining('550') as string }],
    });
    expect(desk.accepted[0]?.to).toEqual(['jan@klant.example', 'an@klant.example']);
  });

  it('goes on while a slow server still takes bytes', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate, server: { size: 5_000_000 } }));
    const raw = `${RAW}${'lange regel van een klant\r\n'.repeat(60_000)}`;
    const { outcome } = await send(account(desk.port), {
      raw,
      deadlines: { ...SHORT, connectMs: 5_000, replyMs: 5_000 },
    });
    expect(outcome.kind).toBe('sent');
    expect(desk.accepted[0]?.raw).toBe(raw);
  });
});

describe('refusals', () => {
  it.each([
    [
      'a sender that may not send',
      { mail: () => ({ code: 553, words: '5.7.1 not yours' }) },
      'refused',
      'sender-refused',
    ],
    [
      'every recipient unknown',
      { rcpt: () => ({ code: 550, words: '5.1.1 unknown' }) },
      'refused',
      'recipient-refused',
    ],
    [
      'a full mailbox there',
      { rcpt: () => ({ code: 552, words: '5.2.2 mailbox full' }) },
      'refused',
      'recipient-mailbox-full',
    ],
    ['a message taken for spam', { data: () => ({ code: 554, words: '5.7.1 spam' }) }, 'refused', 'refused-as-spam'],
    ['a message refused for good', { data: () => ({ code: 554, words: 'no' }) }, 'refused', 'server-refused'],
    ['greylisting', { rcpt: () => ({ code: 450, words: '4.2.0 try again' }) }, 'try-later', 'server-busy'],
    ['a message not taken now', { data: () => ({ code: 451, words: '4.3.0 busy' }) }, 'try-later', 'server-busy'],
    ['a directory out of order', { auth: () => ({ code: 454, words: '4.7.0 temporary' }) }, 'try-later', 'server-busy'],
    ['a wrong password', { auth: () => ({ code: 535, words: '5.7.8 wrong' }) }, 'try-later', 'wrong-password'],
    [
      'a provider that stopped taking passwords',
      { auth: () => ({ code: 535, words: '5.7.139 basic authentication is disabled' }) },
      'try-later',
      'sign-in-by-browser-needed',
    ],
  ] as const)('knows %s', async (_name, script, kind, code) => {
    const desk = started(await startSmtp({ security: 'tls', certificate }));
    desk.script(script);
    const { outcome } = await send(account(desk.port));
    expect(outcome).toMatchObject({ kind, error: { code } });
    expect(desk.accepted).toHaveLength(0);
  });

  it('knows that a message is too large before sending it', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate, server: { size: 200 } }));
    const { outcome, bodyStarts } = await send(account(desk.port), { raw: RAW + 'x'.repeat(300) });
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'message-too-large' } });
    expect(bodyStarts).toBe(0);
  });

  it('never repeats the password, even where the server does', async () => {
    const plain = Buffer.from(`\0${SMTP_USER}\0${SMTP_PASSWORD}`).toString('base64');
    const desk = started(await startSmtp({ security: 'tls', certificate }));
    desk.script({ auth: (_user, password) => ({ code: 535, words: `5.7.8 ${plain} ${password} is wrong` }) });
    const { outcome } = await send(account(desk.port));
    expect(JSON.stringify(outcome)).toContain('is wrong');
    expect(JSON.stringify(outcome)).not.toContain(plain);
    expect(JSON.stringify(outcome)).not.toContain(SMTP_PASSWORD);
  });
});

describe('TLS', () => {
  it('does not sign in where STARTTLS was stripped', async () => {
    const desk = started(await startSmtp({ security: 'plain' }));
    const { outcome } = await send(account(desk.port, { security: 'starttls' }));
    expect(outcome).toMatchObject({ kind: 'try-later', error: { code: 'tls-not-offered', retry: 'user' } });
    expect(desk.signIns()).toBe(0);
  });

  it.each(['tls', 'starttls'] as const)('refuses a certificate nobody vouches for, under %s', async (security) => {
    const desk = started(await startSmtp({ security, certificate }));
    const { outcome } = await send(account(desk.port, { security, ca: null }));
    expect(outcome).toMatchObject({ kind: 'try-later', error: { code: 'tls-certificate', retry: 'user' } });
    expect(desk.signIns()).toBe(0);
  });

  it.each([
    [
      'expired',
      ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'], validUntil: new Date(Date.now() - 1_000) }),
      'tls-expired',
    ],
    ['for another host', ca.issue({ names: ['elders.example'] }), 'tls-other-host'],
  ])('refuses a certificate that is %s', async (_name, wrong, code) => {
    for (const security of ['tls', 'starttls'] as const) {
      const desk = started(await startSmtp({ security, certificate: wrong }));
      const { outcome } = await send(account(desk.port, { security }));
      expect(outcome).toMatchObject({ kind: 'try-later', error: { code } });
    }
  });

  it('refuses TLS 1.1', async () => {
    const desk = started(
      await startSmtp({ security: 'tls', certificate, server: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } }),
    );
    const { outcome } = await send(account(desk.port));
    expect(outcome).toMatchObject({ kind: 'try-later', error: { code: 'tls-failed' } });
  });

  it('sends no password in clear text to another machine', async () => {
    const elsewhere = account(25, { smtp: { host: 'mail.klant.example', port: 25, security: 'plain' } });
    const { outcome } = await send(elsewhere);
    expect(outcome).toMatchObject({ kind: 'try-later', error: { code: 'plain-refused', retry: 'user' } });
  });
});

describe('a server that hangs or cuts off', () => {
  it.each(HANG_STEPS)('hang at %s ends, and says truly whether anything left', async (step) => {
    const raw = started(await startFailingSmtp(step, 'hang'));
    const { outcome, bodyStarts, ms } = await send(
      account(raw.port, { security: step === 'STARTTLS' ? 'starttls' : 'plain' }),
      {
        deadlines: SHORT,
      },
    );
    expect(outcome).toMatchObject(
      step === 'dot'
        ? { kind: 'unknown', error: { code: 'send-outcome-unknown' } }
        : { kind: 'try-later', error: { code: 'timeout' } },
    );
    expect(bodyStarts).toBe(step === 'dot' ? 1 : 0);
    expect(ms).toBeLessThan(3_000);
  });

  it.each(HANG_STEPS)('a cut at %s', async (step) => {
    const raw = started(await startFailingSmtp(step, 'cut'));
    const { outcome } = await send(account(raw.port, { security: step === 'STARTTLS' ? 'starttls' : 'plain' }));
    expect(outcome.kind).toBe(step === 'dot' ? 'unknown' : 'try-later');
  });

  it('accepted, and the line cut before the answer: nobody knows', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate }));
    desk.script({ data: () => 'vanish' });
    const { outcome } = await send(account(desk.port));
    expect(outcome).toMatchObject({ kind: 'unknown', error: { code: 'send-outcome-unknown' } });
    expect(desk.accepted).toHaveLength(1);
  });

  it.each([
    ['banner', '554 5.3.2 no service', 'try-later', 'server-refused'],
    ['banner', 'HTTP/1.1 400 Bad Request', 'try-later', 'not-a-mail-server'],
    ['dot', '250-half an answer', 'unknown', 'send-outcome-unknown'],
    ['dot', 'hello', 'unknown', 'send-outcome-unknown'],
  ] as const)('nonsense at %s (%s)', async (step, say, kind, code) => {
    const raw = started(await startFailingSmtp(step, { say }));
    const { outcome } = await send(account(raw.port, { security: 'plain' }), { deadlines: SHORT });
    expect(outcome).toMatchObject({ kind, error: { code } });
  });

  it('stops when told, and knows that nothing left', async () => {
    const raw = started(await startFailingSmtp('MAIL', 'hang'));
    const { outcome, ms } = await send(account(raw.port, { security: 'plain' }), { signal: AbortSignal.timeout(200) });
    expect(outcome.kind).toBe('try-later');
    expect(ms).toBeLessThan(3_000);
  });

  it('nobody listens there', async () => {
    const raw = await startFailingSmtp('banner', 'hang');
    await raw.stop();
    const { outcome } = await send(account(raw.port, { security: 'plain' }));
    expect(outcome).toMatchObject({ kind: 'try-later', error: { code: 'connection-refused' } });
  });
});

describe('the connection test', () => {
  it('answers what the largest message may be', async () => {
    const desk = started(await startSmtp({ security: 'starttls', certificate }));
    const steps: string[] = [];
    const result = await testSmtp(
      account(desk.port, { security: 'starttls' }),
      SMTP_PASSWORD,
      (step) => steps.push(step),
      { timers },
    );
    expect(result).toEqual({ ok: true, value: { maxBytes: 1_000_000 } });
    expect(steps).toEqual(['smtp-connect', 'smtp-sign-in']);
  });

  it('knows a wrong password', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate }));
    const result = await testSmtp(account(desk.port), 'fout', () => {}, { timers });
    expect(result).toMatchObject({ ok: false, error: { code: 'wrong-password', retry: 'user' } });
  });

  it('knows a server that takes no passwords at all', async () => {
    const desk = started(await startSmtp({ security: 'tls', certificate, server: { authMethods: ['XOAUTH2'] } }));
    const result = await testSmtp(account(desk.port), SMTP_PASSWORD, () => {}, { timers });
    expect(result).toMatchObject({ ok: false, error: { code: 'sign-in-by-browser-needed' } });
    expect(desk.signIns()).toBe(0);
  });
});
