import { describe, expect, it } from 'vitest';
import { refusedSignIn } from './sign-in-words.ts';

/** As these servers were seen to word it; sources in the documents of their makers and in public issue threads. */
describe('why a server turns a sign-in down', () => {
  it.each([
    ['[AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'wrong-password'],
    ['LOGIN failed.', 'wrong-password'],
    ['535 5.7.8 Username and Password not accepted.', 'wrong-password'],
    ['[AUTHENTICATIONFAILED] Authentication Failed', 'wrong-password'],
    [
      '[ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833',
      'app-password-needed',
    ],
    ['534 5.7.9 Application-specific password required.', 'app-password-needed'],
    ['[AUTHENTICATIONFAILED] app-specific password required', 'app-password-needed'],
    [
      '534-5.7.14 <https://accounts.google.com/signin/continue> Please log in via your web browser',
      'web-sign-in-first',
    ],
    ['[WEBALERT https://accounts.google.com/ContinueSignIn] Web login required.', 'web-sign-in-first'],
    ['[ALERT] Please log in via your web browser: https://support.google.com/mail', 'web-sign-in-first'],
    ['535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'sign-in-by-browser-needed'],
    ['550 5.7.30 Basic authentication is not supported for Client Submission.', 'sign-in-by-browser-needed'],
    [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      'sign-in-by-browser-needed',
    ],
    ['[EXPIRED] That password is not valid any more', 'password-expired'],
    ['[AUTHORIZATIONFAILED] No such authorization-ID', 'account-blocked'],
    ['[CONTACTADMIN] Call us', 'account-blocked'],
    ['525 5.7.13 User account disabled', 'account-blocked'],
    ['535 5.7.1 This account has been suspended', 'account-blocked'],
  ])('%s', (words, code) => {
    expect(refusedSignIn(words, 'imap.voorbeeld.example')).toBe(code);
  });

  it('where passwords are no longer taken at all, the words do not matter', () => {
    expect(refusedSignIn('LOGIN failed.', 'outlook.office365.com')).toBe('sign-in-by-browser-needed');
  });
});
