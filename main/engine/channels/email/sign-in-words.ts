// What a server means by turning a sign-in down. The code in brackets (RFC 5530) or the enhanced status (RFC 3463) counts first; the
// big providers put the reason in words only, the same ones for IMAP and SMTP.
import type { ErrorCode } from '../../../contract/errors.ts';

/** Hosts where an ordinary or app password no longer works: sign-in is by browser, and they just say "LOGIN failed". */
const BROWSER_ONLY_HOST = /(^|\.)(outlook\.com|office365\.com|hotmail\.com|live\.com)$/i;
/** Microsoft: 535 5.7.139 and 550 5.7.30 say that passwords are no longer taken at all. */
const BROWSER_ONLY = /\b5\.7\.(139|30)\b|basic auth\w* is (disabled|blocked|not)|SmtpClientAuthentication is disabled/i;
/** Google ([ALERT], 5.7.9), iCloud, Yahoo. */
const APP_PASSWORD = /application-specific password|app(lication)?[ -]specific|app(lication)?[ -]password|\b5\.7\.9\b/i;
/** Google, for a sign-in that it finds unusual: [WEBALERT <address>], 534 5.7.14. */
const WEB_FIRST = /\[WEBALERT|\b5\.7\.14\b|web ?(browser|login)|log ?in (to|via|with|through) (your )?(web|browser)/i;
const EXPIRED = /\[EXPIRED\]|password (has |is )?expired|expired password|must change (your )?password/i;
const BLOCKED =
  /\[(AUTHORIZATIONFAILED|CONTACTADMIN|NOPERM)\]|\b5\.7\.13\b|account (is |has been |was )?(temporarily )?(disabled|locked|suspended|blocked|inactive)|(user|mailbox|imap|smtp|pop)( access| account)? (is |has been )?(disabled|suspended|locked)|not enabled for (imap|smtp)/i;

/** `words`: the server's answer to the sign-in, code and all. */
export function refusedSignIn(words: string, host: string): ErrorCode {
  if (APP_PASSWORD.test(words)) return 'app-password-needed';
  if (BROWSER_ONLY_HOST.test(host) || BROWSER_ONLY.test(words)) return 'sign-in-by-browser-needed';
  if (WEB_FIRST.test(words)) return 'web-sign-in-first';
  if (EXPIRED.test(words)) return 'password-expired';
  return BLOCKED.test(words) ? 'account-blocked' : 'wrong-password';
}
