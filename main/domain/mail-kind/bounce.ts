// A mail that came back: a delivery status report (RFC 3464), or one of the many home-made forms of it. Worth a card
// of its own, as the customer it went to has read nothing.
import { anywhere, oneOf } from '../phrases.ts';
import type { MailFacts } from './mail-facts.ts';

type BounceFacts = Pick<MailFacts, 'subject' | 'contentTypes' | 'text' | 'from'> & {
  readonly header: (name: string) => string;
  readonly has: (name: string) => boolean;
  readonly sender: string;
  readonly isReport: boolean;
};

export function looksLikeBounce(mail: BounceFacts): boolean {
  if (
    mail.contentTypes.includes('message/delivery-status') ||
    mail.contentTypes.includes('message/global-delivery-status')
  )
    return true;
  if (mail.isReport && /report-type="?delivery-status/i.test(mail.header('content-type'))) return true;
  if (mail.has('x-failed-recipients')) return true;
  const isMailSystem = MAIL_SYSTEM.test(mail.sender) || MAIL_SYSTEM_NAME.test(mail.from[0]?.name ?? '');
  const hasEmptyPath = mail.has('return-path') && /^<?\s*>?$/.test(mail.header('return-path').trim());
  const saysSo = FAILED_SUBJECT.test(mail.subject);
  if (isMailSystem && (saysSo || hasEmptyPath || hasFailure(mail.text))) return true;
  if (saysSo && (hasEmptyPath || hasFailure(mail.text))) return true;
  // Amazon tells it in JSON.
  if (/"notificationType"\s*:\s*"Bounce"/.test(mail.text.slice(0, 5_000))) return true;
  return hasEmptyPath && hasFailure(mail.text);
}

const DAEMON = oneOf`
  mailer[-_.]?daemon|postmaster|mail-?daemon|mmdf|uucp|mailsystem
  mail[-_.]?delivery|bounces?|root|smtp(?:gate)?|mdaemon|exim|inet-?gateway
`;
const MAIL_SYSTEM = anywhere('')`
  ^(?:${DAEMON})\b[^@]*(?:@|$)
`;
const MAIL_SYSTEM_NAME = anywhere('i')`
  mail(?:er)? ?(?:delivery )?(?:system|subsystem|daemon|administrator)|mailer-daemon
  postmaster|system administrator
`;

const DELIVERY_STATE = oneOf`
  notification|failure|failed|error|report|problem
  has failed|unsuccessful|incomplete
`;
const FAILED_SUBJECT = anywhere('i')`
  # en
  undeliver|non[- ]?deliver|not (?:be )?delivered|returned mail|returned to sender
  delivery (?:status )?(?:${DELIVERY_STATE})
  (?:delivery|mail|message|transmission|sending)\b.{0,30}\b(?:fail|error|problem|returned|delayed|warning)
  failure notice|failed (?:mail|delivery)|could not (?:be )?(?:send|sent|deliver)|undelivered|unable to deliver
  mail system error|user unknown|returned message|warning: could not send
  # de
  unzustellbar|nicht zugestellt
  # nl
  onbestelbaar|niet (?:afgeleverd|bezorgd|besteld)
  # fr
  non remis|non distribu|échec de (?:la )?(?:remise|distribution)|notification d['’]état de (?:la )?remise
  # es, it
  no se (?:puede|pudo) entregar|mancata consegna
`;

const FAILURE_WORDS = anywhere('i')`
  # en: it could not be delivered
  (?:could not|couldn't|cannot|can't|unable to|was not able to|not) (?:be )?(?:deliver|sen[dt])
  undeliver|delivery (?:to the following|has failed|failed|attempts?)
  did not reach the following|returned to (?:you|the sender)
  permanent(?:ly)? (?:fatal )?(?:error|fail)|temporary (?:problem|failure) deliver
  # en: because of the mailbox
  user unknown|unknown user|no such user
  mailbox (?:unavailable|full|not found|is full|does not exist)|over ?quota
  recipients? (?:rejected|unknown|address rejected)
  (?:following|these) (?:address|recipient)[^.]{0,40}(?:fail|error|unknown|not)
  # nl
  kon niet (?:worden )?(?:afgeleverd|bezorgd|verzonden)
  # de
  konnte nicht (?:zugestellt|übermittelt)
`;

const hasFailure = (text: string): boolean => FAILURE_WORDS.test(text.slice(0, 6_000)) || hasStatusLine(text);

/** SMTP replies and enhanced codes (RFC 3463), as mail systems paste them. */
const STATUS_LINE = anywhere('')`
  (?:^|[\s<(])[45]\d\d[ -][45]\.\d{1,2}\.\d{1,3}\b
  \bStatus: [45]\.\d
  (?:said|replied|reply|response|responded)\b[^\n]{0,60}\b[45]\d\d[ -]
`;
const hasStatusLine = (text: string): boolean => STATUS_LINE.test(text.slice(0, 10_000));
