import { describe, expect, it } from 'vitest';
import { smtpFailure, type SmtpStep } from './smtp-failure.ts';

const judge = (facts: Readonly<Record<string, unknown>>, step: SmtpStep = 'AUTH', message = 'failed') => {
  const { code, retry } = smtpFailure(Object.assign(new Error(message), facts), {
    step,
    host: 'smtp.voorbeeld.example',
    secrets: ['geheim'],
  });
  return `${code} ${retry}`;
};
const replied = (response: string) => ({ responseCode: Number(response.slice(0, 3)), response });

describe('what an SMTP server means', () => {
  it.each([
    ['535 5.7.8 Username and Password not accepted', 'wrong-password user'],
    ['534 5.7.9 Application-specific password required', 'app-password-needed user'],
    ['534-5.7.14 Please log in via your web browser', 'web-sign-in-first user'],
    ['535 5.7.139 Authentication unsuccessful, basic authentication is disabled', 'sign-in-by-browser-needed user'],
    ['525 5.7.13 User account disabled', 'account-blocked user'],
    ['538 5.7.11 Encryption required for requested authentication mechanism', 'plain-refused user'],
    ['530 5.7.0 Must issue a STARTTLS command first', 'plain-refused user'],
    ['454 4.7.0 Temporary authentication failure', 'server-busy auto'],
    ['454 4.7.0 Too many login attempts, please try again later', 'server-busy auto'],
    ['421 4.7.0 Too many connections from your IP', 'too-many-connections auto'],
    ['535 Authentication failed: too many failed login attempts, try again later', 'server-busy auto'],
  ])('by answering a sign-in with %s', (reply, told) => {
    expect(judge({ code: 'EAUTH', ...replied(reply) })).toBe(told);
  });

  it.each([
    ['421 4.3.2 Service not available, closing', 'connect', 'server-busy auto'],
    ['421 4.7.0 too many concurrent SMTP connections', 'connect', 'too-many-connections auto'],
    ['554 5.7.1 Your address is blocked', 'connect', 'server-refused auto'],
    ['451 4.7.1 Greylisted, come back in 5 minutes', 'RCPT', 'server-busy auto'],
    ['450 4.7.28 Rate limited', 'MAIL', 'server-busy auto'],
  ] as const)('by %s at %s', (reply, step, told) => {
    expect(judge({ code: 'EPROTOCOL', ...replied(reply) }, step)).toBe(told);
  });

  it.each([
    [{ code: 'EDNS' }, 'host-unknown auto'],
    [{ code: 'EDNS', originalCode: 'EAI_AGAIN' }, 'offline auto'],
    [{ code: 'ECONNECTION', originalCode: 'ENETUNREACH' }, 'offline auto'],
    [{ code: 'ECONNECTION', originalCode: 'ECONNREFUSED' }, 'connection-refused auto'],
    [{ code: 'ECONNECTION', originalCode: 'ECONNRESET' }, 'connection-lost auto'],
    [{ code: 'ETIMEDOUT' }, 'timeout auto'],
    [{ code: 'ETLS', originalCode: 'CERT_HAS_EXPIRED' }, 'tls-expired user'],
    [{ code: 'ETLS', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'tls-other-host user'],
    [{ code: 'ETLS', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'tls-certificate user'],
    [{ code: 'EPROTOCOL', response: '<html>' }, 'not-a-mail-server auto'],
  ])('or the network, by %o', (facts, told) => {
    expect(judge(facts, 'connect')).toBe(told);
  });

  it('and says so without the password, even where the server repeats it', () => {
    const failure = smtpFailure(Object.assign(new Error('x'), { code: 'EAUTH', ...replied('535 no geheim') }), {
      step: 'AUTH',
      host: 'smtp.voorbeeld.example',
      secrets: ['geheim'],
    });
    expect(failure.detail).not.toContain('geheim');
  });
});
