// Promise P15: whatever is wrong with the encryption, no password stands readable on the line, and the owner hears what is wrong.
import { createServer as createTlsServer } from 'node:tls';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../main/contract/errors.ts';
import type { ServerAddress } from '../../main/contract/views.ts';
import { testSmtp } from '../../main/engine/channels/email/smtp-test.ts';
import { createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { hasDovecot, startDovecot } from '../helpers/dovecot.ts';
import { startScriptedImap } from '../helpers/scripted-imap.ts';
import { startScriptedSmtp } from '../helpers/scripted-smtp.ts';
import { customerMail, openSyncDesk, plainAt } from '../helpers/sync-desk.ts';
import { createTestCa, selfSigned, type TestCertificate } from '../helpers/test-ca.ts';
import { isReadable, layWire, type Wire } from '../helpers/wire.ts';

const PASSWORD = 'geheim-Wachtw00rd!';
const authority = createTestCa();
const here = { names: ['localhost'], addresses: ['127.0.0.1'] };
const good = authority.issue(here);
const yesterday = new Date(Date.now() - 86_400_000);
const elsewhere = { names: ['mail.elders.example'] };
type Server = { readonly port: number; readonly stop: () => Promise<void> };
type Security = ServerAddress['security'];

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** What an owner who believes `ca` is told when he connects, and the line over which he did. */
async function readFrom(server: Server, security: Security, ca: string | null = authority.ca) {
  const wire = await behindWire(server);
  const desk = openSyncDesk({
    imap: { host: '127.0.0.1', port: wire.port, security },
    password: PASSWORD,
    ...(ca === null ? {} : { ca }),
  });
  stops.push(desk.stop);
  return { result: await desk.watch().syncNow({ mailbox: null, full: false }), wire, user: desk.account.user };
}

async function sendTo(server: Server, security: Security, ca: string | null = authority.ca) {
  const wire = await behindWire(server);
  const desk = openSyncDesk({ imap: plainAt(1) });
  stops.push(desk.stop);
  const account = { ...desk.account, ca, smtp: { host: '127.0.0.1', port: wire.port, security } };
  const deadlines = { connectMs: 1_500, replyMs: 1_500, bodyIdleMs: 1_500, answerMs: 1_500 };
  const result = await testSmtp(account, PASSWORD, () => {}, { timers: createSystemTimers(), deadlines });
  return { result, wire, user: account.user };
}

async function behindWire(server: Server): Promise<Wire> {
  stops.push(server.stop);
  const wire = await layWire({ port: server.port });
  stops.push(wire.stop);
  return wire;
}

/** What came of it, in one look: the failure, and that the server was reached without a readable password. */
const told = ({ result, wire, user }: Awaited<ReturnType<typeof readFrom | typeof sendTo>>) => ({
  code: result.ok ? null : result.error.code,
  wasReached: wire.connections() > 0,
  isReadable: isReadable(wire.sent(), user, PASSWORD),
});
const refused = (code: ErrorCode) => ({ code, wasReached: true, isReadable: false });

const CERTIFICATES: readonly (readonly [string, TestCertificate, string | null, ErrorCode])[] = [
  ['that expired', authority.issue({ ...here, validUntil: yesterday }), authority.ca, 'tls-expired'],
  ['for another host', authority.issue(elsewhere), authority.ca, 'tls-other-host'],
  ['that nobody but itself vouches for', selfSigned(here), authority.ca, 'tls-certificate'],
  ['of an authority that we do not know', good, null, 'tls-certificate'],
];

it('a line without encryption does show the password: else this file would prove nothing', async () => {
  const read = await readFrom(await startScriptedImap(), 'plain');
  expect(isReadable(read.wire.sent(), read.user, PASSWORD)).toBe(true);
  const sent = await sendTo(await startScriptedSmtp(), 'plain');
  expect(isReadable(sent.wire.sent(), sent.user, PASSWORD)).toBe(true);
});

describe.each(['tls', 'starttls'] as const)('with %s, a certificate', (security) => {
  const mail = (certificate: TestCertificate) => (security === 'tls' ? { certificate } : { starttls: { certificate } });

  it.each(CERTIFICATES)('%s: not a byte of the password to IMAP', async (_, certificate, ca, code) => {
    expect(told(await readFrom(await startScriptedImap(mail(certificate)), security, ca))).toEqual(refused(code));
  });

  it.each(CERTIFICATES)('%s: not a byte of the password to SMTP', async (_, certificate, ca, code) => {
    expect(told(await sendTo(await startScriptedSmtp(mail(certificate)), security, ca))).toEqual(refused(code));
  });

  it('that is as it should be: in we go, and nothing is readable', async () => {
    const read = await readFrom(await startScriptedImap(mail(good)), security);
    expect(read.result).toMatchObject({ ok: true });
    expect(isReadable(read.wire.sent(), read.user, PASSWORD)).toBe(false);
    const sent = await sendTo(await startScriptedSmtp(mail(good)), security);
    expect(sent.result).toMatchObject({ ok: true });
    expect(isReadable(sent.wire.sent(), sent.user, PASSWORD)).toBe(false);
  });
});

describe("the owner's own server, whose certificate he gave us", () => {
  const box = selfSigned(here);
  it('is believed though nobody vouches for it', async () => {
    expect((await readFrom(await startScriptedImap({ certificate: box }), 'tls', box.cert)).result.ok).toBe(true);
    expect((await sendTo(await startScriptedSmtp({ certificate: box }), 'tls', box.cert)).result.ok).toBe(true);
  });

  it('is believed by that certificate whatever name it bears, with TLS and with STARTTLS', async () => {
    const named = selfSigned({ names: ['nas.local'] });
    expect((await readFrom(await startScriptedImap({ certificate: named }), 'tls', named.cert)).result.ok).toBe(true);
    const upgraded = await startScriptedImap({ starttls: { certificate: named } });
    expect((await readFrom(upgraded, 'starttls', named.cert)).result.ok).toBe(true);
    expect((await sendTo(await startScriptedSmtp({ certificate: named }), 'tls', named.cert)).result.ok).toBe(true);
  });

  it('is believed by its own certificate where he does not have the authority that signed it', async () => {
    expect((await readFrom(await startScriptedImap({ certificate: good }), 'tls', good.cert)).result.ok).toBe(true);
  });

  it('is not believed with another certificate of the same name', async () => {
    const impostor = await startScriptedImap({ certificate: selfSigned(here) });
    expect(told(await readFrom(impostor, 'tls', box.cert))).toEqual(refused('tls-certificate'));
  });

  it('nor does one certificate of an authority open the door to its others', async () => {
    const other = await startScriptedImap({ certificate: authority.issue(elsewhere) });
    expect(told(await readFrom(other, 'tls', good.cert))).toEqual(refused('tls-certificate'));
  });

  it('nor once it expired', async () => {
    const old = selfSigned({ ...here, validUntil: yesterday });
    expect(told(await readFrom(await startScriptedImap({ certificate: old }), 'tls', old.cert))).toEqual(
      refused('tls-expired'),
    );
  });
});

describe('an old server', () => {
  const OLD = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  it('that knows TLS 1.1 at most is not talked to', async () => {
    const listening = createTlsServer({ ...good, ...OLD }, (socket) => socket.write('* OK hello\r\n'));
    listening.on('tlsClientError', () => {});
    listening.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const server = {
      port: (listening.address() as AddressInfo).port,
      stop: async () => void listening.close(),
    };
    expect(told(await readFrom(server, 'tls'))).toEqual(refused('tls-failed'));
    expect(told(await sendTo(await startScriptedSmtp({ certificate: good, tls: OLD }), 'tls'))).toEqual(
      refused('tls-failed'),
    );
  });

  it('that speaks in clear where TLS was chosen is not talked to', async () => {
    expect(told(await readFrom(await startScriptedImap(), 'tls'))).toEqual(refused('tls-failed'));
    expect(told(await sendTo(await startScriptedSmtp(), 'tls'))).toEqual(refused('tls-failed'));
  });
});

describe('STARTTLS', () => {
  it('taken out on the way', async () => {
    expect(told(await readFrom(await startScriptedImap(), 'starttls'))).toEqual(refused('tls-not-offered'));
    const smtp = await startScriptedSmtp();
    smtp.script(({ verb }) => (verb === 'STARTTLS' ? '502 5.5.1 what?\r\n' : null));
    expect(told(await sendTo(smtp, 'starttls'))).toEqual(refused('tls-not-offered'));
  });

  it.each(['NO', 'BAD'])('refused with %s', async (no) => {
    const imap = await startScriptedImap({ starttls: { certificate: good } });
    imap.script(({ name }) => (name === 'STARTTLS' ? `$TAG ${no} not today\r\n` : null));
    expect(told(await readFrom(imap, 'starttls'))).toEqual(refused('tls-not-offered'));
  });

  it('refused by SMTP, for now or for good', async () => {
    for (const reply of ['454 4.7.0 TLS not available due to temporary reason', '502 5.5.1 no']) {
      const smtp = await startScriptedSmtp({ starttls: { certificate: good } });
      smtp.script(({ verb }) => (verb === 'STARTTLS' ? `${reply}\r\n` : null));
      expect(told(await sendTo(smtp, 'starttls'))).toEqual(refused('tls-not-offered'));
    }
  });

  it('with answers slipped in behind it: nothing of them is believed, and we leave', async () => {
    const imap = await startScriptedImap({
      starttls: { certificate: good, after: '* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nA2 OK done\r\n' },
    });
    expect(told(await readFrom(imap, 'starttls'))).toEqual(refused('tls-tampered'));
    expect(imap.lines.join()).not.toMatch(/LOGIN|AUTHENTICATE/);
    for (const after of ['250-evil\r\n250 AUTH PLAIN\r\n', '250-evil', '235 2.7.0 in already\r\n']) {
      const smtp = await startScriptedSmtp({ starttls: { certificate: good, after } });
      expect(told(await sendTo(smtp, 'starttls'))).toEqual(refused('tls-tampered'));
      expect(smtp.lines.join()).not.toMatch(/AUTH/);
    }
  });

  it('with answers slipped into the handshake: no TLS comes of it, and nothing is said', async () => {
    const imap = await startScriptedImap({ starttls: { certificate: good, later: '* CAPABILITY IMAP4rev1\r\n' } });
    const smtp = await startScriptedSmtp({ starttls: { certificate: good, later: '250 AUTH PLAIN\r\n' } });
    for (const tried of [await readFrom(imap, 'starttls'), await sendTo(smtp, 'starttls')]) {
      // The network decides whether it comes with the answer or behind it.
      expect(told(tried)).toMatchObject({ wasReached: true, isReadable: false });
      expect(told(tried).code).toMatch(/^tls-(failed|tampered)$/);
    }
    expect([...imap.lines, ...smtp.lines].join()).not.toMatch(/LOGIN|AUTH/);
  });

  it('with answers slipped in before it', async () => {
    const early = await startScriptedImap({ starttls: { certificate: good } });
    early.script(({ name, before }) =>
      name === 'CAPABILITY' && before === 0
        ? '* CAPABILITY IMAP4rev1 STARTTLS\r\n$TAG OK done\r\n2 OK begin\r\n'
        : null,
    );
    const read = await readFrom(early, 'starttls');
    expect(isReadable(read.wire.sent(), read.user, PASSWORD)).toBe(false);
    const smtp = await startScriptedSmtp({ starttls: { certificate: good } });
    smtp.script(({ verb, before }) =>
      verb === 'EHLO' && before === 0 ? '250-test.example\r\n250 STARTTLS\r\n220 2.0.0 go\r\n' : null,
    );
    const sent = await sendTo(smtp, 'starttls');
    expect(sent.result.ok).toBe(false);
    expect(isReadable(sent.wire.sent(), sent.user, PASSWORD)).toBe(false);
  });

  it('made needless by PREAUTH', async () => {
    const server = await startScriptedImap({ greeting: '* PREAUTH [CAPABILITY IMAP4rev1] welcome' });
    expect(told(await readFrom(server, 'starttls'))).toEqual(refused('tls-not-offered'));
    expect(server.lines.join('\n')).not.toMatch(/SELECT|LOGIN|APPEND/);
  });
});

describe('a server that wants no password this way', () => {
  it('LOGINDISABLED in clear text asks for encryption', async () => {
    const server = await startScriptedImap({ capabilities: 'IMAP4rev1 LOGINDISABLED' });
    expect(told(await readFrom(server, 'plain'))).toEqual(refused('plain-refused'));
  });

  it('LOGINDISABLED over TLS asks for another way of signing in', async () => {
    const server = await startScriptedImap({ capabilities: 'IMAP4rev1 LOGINDISABLED', certificate: good });
    expect(told(await readFrom(server, 'tls'))).toEqual(refused('sign-in-by-browser-needed'));
  });

  it('one that points elsewhere is not followed', async () => {
    const elsewhereImap = await startScriptedImap();
    stops.push(elsewhereImap.stop);
    const referral = `[REFERRAL imap://info@127.0.0.1:${elsewhereImap.port}/]`;
    const refusing = await startScriptedImap({ certificate: good });
    refusing.script(({ name }) => (name === 'LOGIN' ? `$TAG NO ${referral} try there\r\n` : null));
    expect(told(await readFrom(refusing, 'tls'))).toEqual(refused('wrong-password'));
    const leaving = await startScriptedImap({ certificate: good, greeting: `* BYE ${referral} try there` });
    expect((await readFrom(leaving, 'tls')).result.ok).toBe(false);
    expect(elsewhereImap.connections()).toBe(0);
  });
});

describe('the wifi of a hotel', () => {
  it('answers with its own certificate', async () => {
    const portal = authority.issue({ names: ['wifi.hotel.example'] });
    expect(told(await readFrom(await startScriptedImap({ certificate: portal }), 'tls'))).toEqual(
      refused('tls-other-host'),
    );
  });

  it.each(['HTTP/1.1 400 Bad Request', '<!DOCTYPE html><html>', 'HTTP/1.0 302 Found', '220 proxy ready', '+OK POP3'])(
    'answers %s where a mail server should be',
    async (greeting) => {
      expect(told(await readFrom(await startScriptedImap({ greeting }), 'starttls'))).toEqual(
        refused('not-a-mail-server'),
      );
    },
  );

  it.each(['HTTP/1.1 400 Bad Request', '<!DOCTYPE html><html>', '* OK IMAP ready'])(
    'answers %s where mail should be sent',
    async (greeting) => {
      const server = await startScriptedSmtp({ greeting: `${greeting}\r\n` });
      expect(told(await sendTo(server, 'starttls'))).toEqual(refused('not-a-mail-server'));
    },
  );
});

it.skipIf(!hasDovecot())('STARTTLS and TLS with a real server', async () => {
  const dovecot = await startDovecot({ certificate: good });
  stops.push(dovecot.stop);
  dovecot.deliver(customerMail('Versleuteld'));
  for (const [port, security] of [
    [dovecot.port, 'starttls'],
    [dovecot.tlsPort, 'tls'],
  ] as const) {
    const read = await readFrom({ port, stop: async () => {} }, security);
    expect(read.result).toMatchObject({ ok: true, value: { messages: 1 } });
    expect(isReadable(read.wire.sent(), read.user, PASSWORD)).toBe(false);
  }
});
