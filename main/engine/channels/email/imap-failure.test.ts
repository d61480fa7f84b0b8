import { describe, expect, it } from 'vitest';
import { imapFailure } from './imap-failure.ts';

const at = (host = 'imap.voorbeeld.example', security: 'tls' | 'plain' = 'tls') => ({
  server: { host, port: 993, security },
  password: 'geheim',
});
const thrown = (facts: Readonly<Record<string, unknown>>, message = 'Command failed'): Error =>
  Object.assign(new Error(message), facts);
const codeOf = (facts: Readonly<Record<string, unknown>>, host?: string): string =>
  imapFailure(thrown(facts), at(host)).code;

describe('what went wrong, from what the library throws', () => {
  it.each([
    ['ENOTFOUND', 'host-unknown'],
    ['ECONNREFUSED', 'connection-refused'],
    ['EAI_AGAIN', 'offline'],
    ['ENETUNREACH', 'offline'],
    ['CONNECT_TIMEOUT', 'timeout'],
    ['GREETING_TIMEOUT', 'timeout'],
    ['ECONNRESET', 'connection-lost'],
    ['NoConnection', 'connection-lost'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-certificate'],
    ['CERT_HAS_EXPIRED', 'tls-expired'],
    ['CERT_NOT_YET_VALID', 'tls-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-other-host'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['STARTTLS_INJECTION', 'tls-tampered'],
    ['LiteralTooLarge', 'message-too-large'],
    ['ParserError11', 'server-nonsense'],
  ])('%s is %s', (code, expected) => {
    expect(codeOf({ code })).toBe(expected);
  });

  it('a refused sign-in at Microsoft is not about the password', () => {
    const refused = { authenticationFailed: true, responseStatus: 'NO', responseText: 'LOGIN failed.' };
    expect(codeOf(refused, 'outlook.office365.com')).toBe('sign-in-by-browser-needed');
    expect(codeOf(refused)).toBe('wrong-password');
  });

  it('signed in but not connected (Microsoft) passes by itself', () => {
    const odd = { authenticationFailed: true, response: 'User is authenticated but not connected.' };
    expect(imapFailure(thrown(odd), at())).toMatchObject({ code: 'server-busy', retry: 'after' });
  });

  it('a sign-in that encryption has to come before is not about the password', () => {
    const disabled = thrown({ authenticationFailed: true }, 'Login is disabled');
    expect(imapFailure(disabled, at('imap.voorbeeld.example', 'plain')).code).toBe('plain-refused');
    expect(imapFailure(disabled, at()).code).toBe('sign-in-by-browser-needed');
  });

  it('a time that the server named is kept', () => {
    const told = thrown({ code: 'ETHROTTLE', throttleReset: 92_415 });
    expect(imapFailure(told, at())).toMatchObject({ code: 'server-busy', retry: 'after', afterMs: 92_415 });
  });

  it('a day limit on reading is no full mailbox, and certainly no wrong password', () => {
    const facts = { responseStatus: 'NO', serverResponseCode: 'OVERQUOTA', responseText: 'exceeded bandwidth limits' };
    expect(codeOf({ ...facts, authenticationFailed: true })).toBe('server-busy');
    expect(codeOf({ ...facts, executedCommand: 'A4 UID FETCH 1:* (FLAGS)' })).toBe('server-busy');
    expect(codeOf({ ...facts, executedCommand: 'A4 APPEND Sent {12}' })).toBe('over-quota');
  });

  it('a line that was cut while signing in is no wrong password', () => {
    expect(codeOf({ authenticationFailed: true, code: 'NoConnection' })).toBe('connection-lost');
  });

  it('the bracketed code of a parsed answer counts', () => {
    const response = { attributes: [{ section: [{ type: 'ATOM', value: 'UNAVAILABLE' }] }] };
    expect(codeOf({ responseStatus: 'NO', response })).toBe('server-busy');
  });

  it('never holds the password, plain or encoded', () => {
    const encoded = Buffer.from('geheim').toString('base64');
    const { detail } = imapFailure(thrown({ responseText: `no geheim, no ${encoded}` }), at());
    expect(detail).not.toContain('geheim');
    expect(detail).not.toContain(encoded);
  });

  it('holds no control characters and has an end', () => {
    const { detail } = imapFailure(thrown({ responseText: `\u001b[31m\r\n${'x'.repeat(5_000)}` }), at());
    expect(detail).not.toMatch(/\p{Cc}/u);
    expect(detail.length).toBeLessThanOrEqual(500);
  });
});
