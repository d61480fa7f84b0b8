// Hosts that stand between a link and where it leads: those that shorten it, and those that count clicks for a mailing.
import { wordSet } from '../phrases.ts';

const SHORTENERS = wordSet`
  bit.ly bitly.com t.co tinyurl.com goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly rb.gy shorturl.at t.ly tiny.cc
  lnkd.in dlvr.it qr.ae s.id shorte.st adf.ly bl.ink short.io soo.gd urlz.fr lc.cx t2m.io qrco.de qr.link tr.ee
  trib.al clck.ru u.to amzn.to fb.me wa.link snip.ly kutt.it han.gl surl.li
`;

/** Sending for many: the clicks of one mailing pass under their name. */
const MAILINGS = wordSet`
  list-manage.com mailchi.mp mcusercontent.com mandrillapp.com sendgrid.net sendgrid.com sendinblue.com brevo.com
  sibautomation.com mailjet.com mjt.lu createsend.com createsend1.com cmail19.com cmail20.com hubspotlinks.com
  hubspotemail.net hs-sites.com klaviyomail.com klclick.com klclick1.com klclick2.com klclick3.com activehosted.com
  acemlnc.com mailerlite.com mlsend.com ml.mailersend.com laposta.nl mailplus.nl m-pages.com spotler.com copernica.nl
  copernica.com vicinity.nl flexmail.eu flexmail.be flxml.eu emsecure.net actito.be actito.com selligent.com
  constantcontact.com rs6.net getresponse.com aweber.com convertkit-mail.com ckjm.io substack.com exacttarget.com
  sfmc-content.com salesforce.com pardot.com mktoweb.com mkt-tools.com eloqua.com en25.com sparkpostmail.com
  amazonses.com awstrack.me mailgun.org mailgun.net postmarkapp.com pstmrk.it customeriomail.com intercom-clicks.com
  e-ngine.nl clang.nl tripolis.com webpower.eu maileon.com cleverreach.com rapidmail.de newsletter2go.com
`;

export const isShortener = (site: string, host: string): boolean => SHORTENERS.has(site) || SHORTENERS.has(host);
export const isMailingService = (site: string): boolean => MAILINGS.has(site);
