// What an address, a name or a program tells about who writes: nobody, a robot, a mailing. All look at lower-case
// addresses.
import { anywhere, oneOf } from '../phrases.ts';

const NOBODY = oneOf`
  # en
  no-?_?reply|do-?_?not-?_?reply|donotreply|noreply\d*
  # nl
  niet-?_?(?:be)?antwoorden|niet-?reageren|geen-?antwoord|geen-?reactie
  # fr, es
  ne-?pas-?repondre|nepasrepondre|no-?responder
  # de
  nicht-?antworten|keine-?antwort
  # a desk without people
  unattended|notifications?|notificaties?|notificatie|meldingen?|alerts?
  system|robot|automailer|mailer|notify
`;
/** The address itself says that nobody reads what is sent to it. */
export const NO_REPLY = anywhere('')`
  ^(?:[^@]*[._+-])?(?:${NOBODY})(?:[._+-][^@]*)?@
`;

const NEWS = oneOf`
  newsletters?|nieuwsbrief|nieuwsbrieven|lettre-?info
  mailings?|marketing|promo(?:tions?|s)?|emailing|news-?mail
`;
export const NEWS_SENDER = anywhere('')`
  ^(?:[^@]*[._-])?(?:${NEWS})(?:[._-][^@]*)?@
`;

const HOST = oneOf`
  \w*mailer|lists?|alerts?
  newsletters?|news|mailings?|marketing|campaigns?|ummail
`;
export const MAILING_HOST = anywhere('')`
  @(?:[\w.-]+\.)?(?:${HOST})\.
`;

/** A display name. */
export const ROBOT_NAME = /\b(?:bot|robot|notifier|mailer)$/i;

/** As it calls itself in X-Mailer. */
export const MAILING_PROGRAM = anywhere('i')`
  mailchimp|campaign ?monitor|mailerlite|sendinblue|brevo
  laposta|flexmail|activecampaign|createsend
`;
