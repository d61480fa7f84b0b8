// LinkedIn's mails: a message or an InMail, to be answered on LinkedIn, among many that only want attention. The header names the
// template; the sender, the language and the looks change. LinkedIn's own API is for partners, and reply by mail is disputed.
import { ONLY_THERE } from '../contact/way.ts';
import { nameFrom } from './notice-name.ts';
import { idInLinks, leadsElsewhere, linksOf } from './own-links.ts';
import { ownWords } from './own-words.ts';
import { unanswerable, type SourceClaim, type SourceFacts } from './source.ts';

const HOSTS = ['linkedin.com'];
const MESSAGE_SENDER = /^(?:messaging-digest-noreply|inmail-hit-reply|hit-reply)@/i;
const MESSAGE_TEMPLATE = /member_message|messaging_digest|inmail|hit_reply/i;
const NOISE_SENDER =
  /^(?:messages-noreply|notifications-noreply|jobalerts-noreply|jobs-noreply|invitations|newsletters-noreply|updates-noreply|editors-noreply|groups-noreply|jobs-listings)@/i;
/** Codes and warnings about the account: none of a customer's business, and not to be called noise either. */
const SECURITY_SENDER = /^security-noreply@/i;

export function readLinkedIn(mail: SourceFacts): SourceClaim | null {
  const sender = mail.from[0]?.address ?? '';
  if (SECURITY_SENDER.test(sender)) return null;
  const claim = { source: 'linkedin', channel: 'linkedin' } as const;
  const template = mail.headers['x-linkedin-template']?.[0] ?? '';
  const links = linksOf(mail);
  const isMessage = MESSAGE_SENDER.test(sender) || MESSAGE_TEMPLATE.test(template);
  // Mails carry "/comm/" before the path, and a token behind it.
  const thread = idInLinks(links, HOSTS, /^\/(?:comm\/)?messaging\/thread\/([\w=-]{4,200})/);
  const profile = idInLinks(links, HOSTS, /^\/(?:comm\/)?in\/([\p{L}\p{N}%_-]{2,150})/u);
  if (isMessage && thread !== null) {
    const name = nameFrom(mail, 'linkedin') || (links.find(({ path }) => /\/in\//.test(path))?.shown ?? '');
    return {
      ...claim,
      shape: 'message',
      person: {
        name: name || 'LinkedIn',
        address:
          profile === null ? `${ONLY_THERE}linkedin/${thread.toLowerCase()}` : `linkedin:${profile.toLowerCase()}`,
      },
      replyTo: [],
      key: thread,
      text: ownWords(mail.text, { hosts: HOSTS, links, aside: [mail.subject, name] }),
      mode: 'open-link',
      link: `https://www.linkedin.com/messaging/thread/${thread}/`,
    };
  }
  if (isMessage) return unanswerable(claim, mail, 'maybe-message');
  return unanswerable(claim, mail, NOISE_SENDER.test(sender) && !leadsElsewhere(links, HOSTS) ? 'notice' : 'unknown');
}
