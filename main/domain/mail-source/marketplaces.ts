// Marktplaats and 2dehands relay a buyer's mail under an address of their own, and an answer to it finds the buyer. Etsy only says
// that there is a message: it is answered on Etsy.
import { ONLY_THERE } from '../contact/way.ts';
import type { Channel } from '../conversation/message.ts';
import { nameFrom, nameInHeadline } from './notice-name.ts';
import { idInLinks, isOwnHost, leadsElsewhere, linksOf } from './own-links.ts';
import { ownWords } from './own-words.ts';
import { unanswerable, type MailSource, type SourceClaim, type SourceFacts } from './source.ts';

const CLASSIFIEDS = {
  marktplaats: ['marktplaats.nl'],
  tweedehands: ['2dehands.be', '2ememain.be'],
} as const;

/** The address that hides a buyer: "a.", "a-" or "b-" and a code, on a host for nothing else. */
const RELAY = /^[a-z][.-][\w.+-]{3,120}@(?:mail|berichten|messages)\.(?:marktplaats\.nl|2dehands\.be|2ememain\.be)$/i;

export function readClassifieds(site: keyof typeof CLASSIFIEDS): (mail: SourceFacts) => SourceClaim | null {
  const hosts = CLASSIFIEDS[site];
  const claim = { source: site satisfies MailSource, channel: site satisfies Channel } as const;
  return (mail) => {
    const sender = mail.from[0] ?? { name: '', address: '' };
    const relay = [...mail.replyTo, sender].find(({ address }) => RELAY.test(address));
    const links = linksOf(mail);
    if (relay === undefined || leadsElsewhere(links, hosts)) {
      const isSystem = /^(?:no-?reply|info|service)@/i.test(sender.address) && !leadsElsewhere(links, hosts);
      return unanswerable(claim, mail, isSystem ? 'notice' : relay === undefined ? 'unknown' : 'maybe-message');
    }
    const name = nameFrom({ from: [relay.name === '' ? sender : relay], subject: mail.subject }, hosts[0]);
    return {
      ...claim,
      shape: 'message',
      person: { name, address: relay.address.toLowerCase() },
      replyTo: [{ name, address: relay.address }],
      key: relay.address.toLowerCase(),
      text: ownWords(mail.text, { hosts, links, aside: [mail.subject, name] }),
      mode: 'relay-mail',
      link: null,
    };
  };
}

const ETSY = ['etsy.com'];

export function readEtsy(mail: SourceFacts): SourceClaim | null {
  const claim = { source: 'etsy', channel: 'etsy' } as const;
  const links = linksOf(mail);
  const isFromConversations = /^conversations@mail\.etsy\.com$/i.test(mail.from[0]?.address ?? '');
  const isHelp = /needs help with an order|heeft hulp nodig|besoin d['’]aide/i.test(mail.subject);
  if (!(isFromConversations || isHelp)) return unanswerable(claim, mail, 'unknown');
  if (!links.some(({ host }) => isOwnHost(host, ETSY))) return unanswerable(claim, mail, 'maybe-message');
  const name = nameInHeadline(mail.subject.replace(/^Etsy Conversations:\s*/i, '')) || nameFrom(mail, 'etsy');
  const order = /(?:order|bestelling|commande)\s*(?:nr\.?|no\.?|number|n°)?\s*#?\s*(\d{6,14})/i.exec(
    `${mail.subject}\n${mail.text.slice(0, 5_000)}`,
  )?.[1];
  const thread = idInLinks(links, ETSY, /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:messages|conversations)\/(\d{3,20})/);
  if (name === '' && thread === null) return unanswerable(claim, mail, 'maybe-message');
  const buyer = name.toLowerCase().replaceAll(/\s+/g, '-');
  return {
    ...claim,
    shape: 'message',
    person: { name: name || 'Etsy', address: `${ONLY_THERE}etsy/${buyer || thread || ''}` },
    replyTo: [],
    key: thread ?? `${buyer} ${order ?? ''}`.trim(),
    text: ownWords(mail.text, { hosts: ETSY, links, aside: [mail.subject, name] }),
    mode: 'open-link',
    link: thread === null ? 'https://www.etsy.com/messages' : `https://www.etsy.com/messages/${thread}`,
  };
}
