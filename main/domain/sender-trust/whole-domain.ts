// Whether "everybody of this domain" says something: of a firm it does, of a provider where anybody has a mailbox, of a mailing
// service or of a list it would let strangers in.
import { companyGuess } from '../contact/company-guess.ts';
import { chosenName, siteOf } from '../link/site.ts';
import { wordSet } from '../phrases.ts';

/** Beside those that company-guess knows. Names without their ending. */
const ANYBODY = wordSet`
  # nl
  freeler snelnet onsbrabantnet onsmail onsnet onsneteindhoven onsnetnuenen on hahah telfort tip tiscali tiscalimail zeelandnet multiweb
  ziggomail zinders zeggis razcall dds filternet versatel concepts kabelfoon youfone delta deltanl compaqnet hccnet
  introweb speedlinq
  # be
  kidcity brutele swing euphonynet numericable
  # elsewhere
  arcor bluewin seznam wp onet o2 interia ntlworld virginmedia btopenworld blueyonder talktalk neuf club-internet
  aim netscape compuserve rocketmail qq naver daum rambler inbox mailo vivaldi runbox disroot riseup
  # behind which anybody's mail leaves
  mailchimp mailchimpapp mcsv rsgsv sendgrid amazonses mailgun mandrillapp sendinblue brevo hubspotemail klaviyomail
  constantcontact campaign-archive createsend cmail laposta mailerlite activecampaign onmicrosoft sharepointonline
  # lists
  googlegroups groups freelists listserv jiscmail
`;

/** The sender's own domain, lower case ("bedrijf.nl"); null where it is anybody's. */
export function wholeDomainOf(address: string): string | null {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  if (companyGuess(`x@${domain}`) === null || ANYBODY.has(chosenName(siteOf(domain)))) return null;
  return domain;
}
