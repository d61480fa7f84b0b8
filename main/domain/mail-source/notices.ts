// Google's notices of a review, which is answered in public, and what Facebook and Instagram send. Of a mail for a message on a
// Facebook page no sample was ever found: all that comes from there is the network's own news, or unknown.
import { ONLY_THERE } from '../contact/way.ts';
import { nameInHeadline } from './notice-name.ts';
import { leadsElsewhere, linksOf } from './own-links.ts';
import { ownWords } from './own-words.ts';
import { unanswerable, type SourceClaim, type SourceFacts } from './source.ts';

const GOOGLE = ['google.com', 'google.nl', 'google.be', 'g.page', 'goo.gl', 'business.site'];

export function readGoogleReview(mail: SourceFacts): SourceClaim | null {
  // google.com also signs what anybody shares from his Drive or puts in your calendar.
  if (!/^businessprofile-noreply@google\.com$/i.test(mail.from[0]?.address ?? '')) return null;
  const claim = { source: 'google-review', channel: 'google-review' } as const;
  const links = linksOf(mail);
  const name = nameInHeadline(mail.subject);
  const isDigest = /^\D{0,60}\d{1,4} (?:new reviews|nieuwe (?:reviews|beoordelingen)|nouveaux avis)/i.test(
    mail.subject,
  );
  const isReview = isDigest || /\b(?:reviews?|beoordeling(?:en)?|avis)\b/i.test(mail.subject);
  if (!isReview || leadsElsewhere(links, GOOGLE)) return unanswerable(claim, mail, 'unknown');
  const business = / (?:for|over|voor|sur|pour) (.{1,120})$/iu.exec(mail.subject)?.[1]?.trim().toLowerCase() ?? '';
  const reviewer = name.toLowerCase().replaceAll(/\s+/g, '-');
  return {
    ...claim,
    shape: 'message',
    person: { name: name || 'Google', address: `${ONLY_THERE}google/${reviewer || 'reviews'}` },
    replyTo: [],
    // A digest is of no reviewer, and next week's is another one.
    key: name === '' ? null : `${reviewer} ${business}`,
    text: ownWords(mail.text, { hosts: GOOGLE, links, aside: [mail.subject, name] }),
    mode: 'open-link',
    // The page of one review has its reader's own numbers in it; the list of them all has not.
    link: 'https://business.google.com/reviews',
  };
}

const META = ['facebook.com', 'facebookmail.com', 'instagram.com', 'fb.com', 'fb.me', 'messenger.com'];
/** Kinds of news that page owners get; a kind that is not here may be anything, and stays plain mail. */
const NEWS =
  /^(?:page_|group|comment|like|friend|birthday|event|follow|mention|tag|story|notif|digest|insight|ads?_|feed|photo)/i;

export function readMeta(source: 'facebook' | 'instagram'): (mail: SourceFacts) => SourceClaim | null {
  return (mail) => {
    const kind = mail.headers['x-facebook-notify']?.[0] ?? '';
    const isNews = NEWS.test(kind.trim()) && !leadsElsewhere(linksOf(mail), META);
    return unanswerable({ source, channel: source }, mail, isNews ? 'notice' : 'unknown');
  };
}
