import { describe, expect, it } from 'vitest';
import { imapFailure } from './imap-failure.ts';

const at = (host = 'imap.voorbeeld.example') => ({ host, port: 993, password: 'geheim' });
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
    ['CERT_HAS_EXPIRED', 'tls-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['STARTTLS_INJECTION', 'tls-failed'],
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

  it('an app password that is wanted is told with the failure', () => {
    const refused = {
      authenticationFailed: true,
      responseStatus: 'NO',
      responseText: 'Application-specific password required: https://support.google.com/accounts/answer/185833',
    };
    expect(imapFailure(thrown(refused), at('imap.gmail.com'))).toMatchObject({
      code: 'wrong-password',
      values: { hint: 'app-password' },
    });
  });

  it('a line that was cut while signing in is no wrong password', () => {
    expect(codeOf({ authenticationFailed: true, code: 'NoConnection' })).toBe('connection-lost');
  });

  it('the bracketed code of a parsed answer counts', () => {
    const response = { attributes: [{ section: [{ type: 'ATOM', value: 'OVERQUOTA' }] }] };
    expect(codeOf({ responseStatus: 'NO', response })).toBe('over-quota');
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
