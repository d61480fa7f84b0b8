import { beforeEach, describe, expect, it } from 'vitest';
import { isMailAddress } from '../../domain/contact/way.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';
import { personAt, touchedBy } from '../erasure/person.ts';
import { prepareMail } from '../ingest/prepared-mail.ts';
import { createSearch } from '../search/search.ts';
import { EXPECTED_SOURCES, createSourceDesk, OWN_SERVER, sourceMail } from '../../../tests/helpers/source-mails.ts';

type Desk = ReturnType<typeof createSourceDesk>;
let desk: Desk;
beforeEach(() => {
  desk = createSourceDesk();
});
const messageAt = (row: number) => desk.store.messages.get(row);
const conversationAt = (row: number) => desk.store.conversations.get(desk.conversationOf(row));
const MESSAGES = EXPECTED_SOURCES.filter(([, { shape }]) => shape !== 'notice');

describe('a mail that stands for something else', () => {
  it.each(MESSAGES)('comes in as what it stands for: %s', (name, expected) => {
    const row = desk.take(sourceMail(name));
    expect(messageAt(row)).toMatchObject({ channel: expected.channel, kind: expected.kind });
    expect(conversationAt(row)).toMatchObject({
      channel: expected.channel,
      customer: { name: expected.name, address: expected.address },
    });
    expect(desk.store.sources.get(row)).toMatchObject({ source: expected.source, standing: 'accepted' });
    const people = desk.store.messages.people(row)['reply-to'].map(({ address }) => address);
    expect(people.filter(isMailAddress)).toEqual(expected.replyTo === undefined ? [] : [expected.replyTo]);
    expect(desk.store.people.messagesOf(expected.address ?? '')).toEqual([row]);
    expect(desk.item(row)).toMatchObject({ turn: 'ours', who: expected.name });
    expect(desk.item(row).preview).toBe(expected.text?.replaceAll(/\s+/g, ' '));
  });
  it.each(EXPECTED_SOURCES.filter(([, { shape }]) => shape === 'notice'))(
    'is set apart when it is only the network’s own news: %s',
    (name, { channel }) => {
      const row = desk.take(sourceMail(name));
      expect(desk.item(row)).toMatchObject({ section: 'fyi', channel });
    },
  );
  it('joins the thread that an earlier notice began, whatever its subject and sender', () => {
    const first = desk.take(sourceMail('linkedin-message-nl'));
    const second = desk.take(sourceMail('linkedin-message-later-en'));
    expect(desk.conversationOf(second)).toBe(desk.conversationOf(first));
    const guest = desk.take(sourceMail('airbnb-first'));
    const again = desk.take(sourceMail('airbnb-second'));
    expect(desk.conversationOf(again)).toBe(desk.conversationOf(guest));
    expect(desk.item(again)).toMatchObject({ messages: 2, who: 'Maya' });
  });
  it('begins anew for a form that the same visitor fills in after the first was dealt with', () => {
    const first = desk.take(sourceMail('wix-form'));
    const id = desk.conversationOf(first);
    const again = desk.take(sourceMail('wix-form').replace('wix-form@', 'wix-form-2@'));
    expect(desk.conversationOf(again)).toBe(id);
    const { decisions, lastAt } = desk.store.conversations.get(id) ?? { decisions: null, lastAt: 0 };
    if (decisions === null) throw new Error('no conversation');
    desk.store.conversations.decide(id, { ...decisions, doneAt: lastAt, doneBecause: 'owner', settledUntil: lastAt });
    const later = desk.take(sourceMail('wix-form').replace('wix-form@', 'wix-form-3@'));
    expect(desk.conversationOf(later)).not.toBe(id);
  });
  it('is found in search as coming from its channel', () => {
    const row = desk.take(sourceMail('marktplaats-relay'));
    expect(messageAt(row)?.channel).toBe('marktplaats');
    expect(desk.take(sourceMail('marktplaats-relay'))).toBe(row);
  });
  it.each(['forwarded-form', 'voicemail'])('stays mail until the owner says whose it is: %s', (name) => {
    const row = desk.take(sourceMail(name));
    expect(messageAt(row)).toMatchObject({ channel: 'email', kind: 'human' });
    expect(desk.store.sources.get(row)).toMatchObject({ standing: 'ask', thread: null });
  });
  it('is erased with the person behind it, though its sender is the network', () => {
    const rows = ['airbnb-first', 'airbnb-second'].map((name) => desk.take(sourceMail(name)));
    const answer = desk.sentElsewhere({
      messageId: 'antwoord@x',
      inReplyTo: ['airbnb-second@out.example'],
      to: [{ name: 'Maya', address: '1a2b3c@reply.airbnb.com' }],
    });
    desk.take(sourceMail('linkedin-message-nl'));
    const maya = personAt(desk.store, 'within:airbnb/2213344556');
    expect(maya?.names).toEqual(['Maya']);
    const goes = maya === null ? null : touchedBy(desk.store, maya).goes;
    expect(goes).toEqual(new Set([...rows, answer]));
  });
  it('stays mail, in the queue, when it is from the network but of a shape we do not know', () => {
    const row = desk.take(sourceMail('linkedin-message-nl').replaceAll('/messaging/thread/', '/nieuw/'));
    expect(messageAt(row)).toMatchObject({ channel: 'email', kind: 'human' });
    expect(desk.store.sources.get(row)).toMatchObject({ source: 'linkedin', standing: 'unknown-shape' });
  });
});

/** Each of them as somebody else could send it. */
const FORGERIES: readonly (readonly [string, (raw: string) => string])[] = [
  ['without a word of the own server', (raw) => raw.replace(STAMP, '')],
  ['with the word of another server', (raw) => raw.replaceAll(OWN_SERVER, 'mx.evil.example')],
  [
    'with the word below what the own server found',
    (raw) => `Authentication-Results: ${OWN_SERVER}; dkim=none\n${raw}`,
  ],
  [
    'with a word of its own on top of the body',
    (raw) => `Authentication-Results: ${OWN_SERVER}; dkim=fail; spf=pass smtp.mailfrom=evil.example\n${raw}`,
  ],
  ['signed by another domain', (raw) => raw.replace(/header\.(d|from)=[\w.]+/g, 'header.$1=evil.example')],
  ['signed by a look-alike', (raw) => raw.replace(/header\.(d|from)=([\w.]+)/g, 'header.$1=$2.evil.example')],
  ['vouched for only by SPF', (raw) => raw.replace(/dkim=pass/g, 'dkim=none').replace(/dmarc=pass/g, 'dmarc=none')],
  ['refuted', (raw) => raw.replace(/dkim=pass/g, 'dkim=fail').replace(/dmarc=pass/g, 'dmarc=fail')],
  ['with ARC in place of it', (raw) => raw.replace('Authentication-Results:', 'ARC-Authentication-Results: i=1;')],
  [
    'from a look-alike domain that is vouched for',
    (raw) =>
      raw
        .replace(/^(From: .*@)([\w.-]+)/m, '$1$2.evil.example')
        .replace(/header\.(d|from)=([\w.]+)/g, 'header.$1=$2.evil.example'),
  ],
  [
    'with the network in its display name only',
    (raw) =>
      raw
        .replace(/^From: "?([^"<\n]*)"? <([^>]*)>/m, 'From: "$1 <$2>" <boef@evil.example>')
        .replace(/header\.(d|from)=[\w.]+/g, 'header.$1=evil.example'),
  ],
  ['with a second sender', (raw) => raw.replace(/^From: /m, 'From: Boef <boef@evil.example>\nFrom: ')],
  ['with two senders in one line', (raw) => raw.replace(/^From: (.*)$/m, 'From: $1, Boef <boef@evil.example>')],
  [
    'passed on by somebody',
    (raw) =>
      raw
        .replace(/^Subject: /m, 'Subject: Fwd: ')
        .replace(/^From: .*$/m, 'From: Boef <boef@evil.example>')
        .replace(/header\.(d|from)=[\w.]+/g, 'header.$1=evil.example'),
  ],
];
const STAMP = /^Authentication-Results:[^]*?\n(?! )/m;

describe('a forged one', () => {
  /** The names of those that were believed. */
  const believed = (mails: readonly (readonly [name: string, raw: string])[]): readonly string[] =>
    mails.flatMap(([name, raw]) => {
      const row = desk.take(raw);
      const isMail = messageAt(row)?.channel === 'email' && conversationAt(row)?.channel === 'email';
      return isMail && desk.store.sources.get(row)?.standing !== 'accepted' ? [] : name;
    });

  it.each(FORGERIES)('%s is plain mail', (_, forge) => {
    expect(believed(EXPECTED_SOURCES.map(([name]) => [name, forge(sourceMail(name))]))).toEqual([]);
  });
  it('is plain mail when its links lead elsewhere, though its sender is vouched for', () => {
    const withLinks = EXPECTED_SOURCES.filter(([, { channel }]) => channel !== 'webform');
    const elsewhere = (raw: string) => raw.replaceAll(/https:\/\/[\w.]+/g, 'https://linkedin.com.evil.example');
    expect(believed(withLinks.map(([name]) => [name, elsewhere(sourceMail(name))]))).toEqual([]);
  });
  it('is none of these: each as it is, is believed', () => {
    expect(believed(EXPECTED_SOURCES.map(([name]) => [name, sourceMail(name)]))).toHaveLength(EXPECTED_SOURCES.length);
  });
  it('is all that comes in on a desk whose own server never vouches for anybody', () => {
    desk = createSourceDesk({ isStamped: false });
    expect(believed(EXPECTED_SOURCES.map(([name]) => [name, sourceMail(name)]))).toEqual([]);
  });
  it('cannot join the thread that it names', () => {
    const real = desk.take(sourceMail('linkedin-message-nl'));
    const forged = desk.take(sourceMail('linkedin-message-later-en').replace(STAMP, ''));
    expect(desk.conversationOf(forged)).not.toBe(desk.conversationOf(real));
  });
});

describe('mail as the parse threads hand it over', () => {
  it('stands for the same', () => {
    const mail = prepareMail(parseMail(Buffer.from(sourceMail('linkedin-message-nl'))));
    const place = { mailboxId: desk.inbox, uid: 900, flags: [] };
    const arrived = {
      account: 'mertens',
      channel: 'email',
      direction: 'in',
      at: desk.ports.clock.now(),
      size: 1,
    } as const;
    const [row = 0] = desk.ingest([{ ...arrived, mail, place }]).rows;
    expect(desk.item(row)).toMatchObject({ channel: 'linkedin', who: 'Jan Peeters' });
    expect(desk.item(row).preview).toMatch(/^Dag Tom, maken jullie/);
    const found = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
    expect(found({ query: 'kanaal:linkedin bakfietsen', limit: 5 }).hits.map(({ message }) => message)).toEqual([row]);
  });
});

describe('what came before the habit of the own server was known', () => {
  it('is taken for what it is once that server turns out to vouch for senders', () => {
    desk = createSourceDesk({ letters: 0 });
    const first = desk.take(sourceMail('linkedin-message-nl'));
    expect(desk.store.sources.get(first)?.standing).toBe('unproven');
    // A person may wait behind it: it is not hidden meanwhile.
    expect(desk.item(first)).toMatchObject({ channel: 'email', turn: 'ours' });
    for (let index = 0; index < 40; index += 1) {
      desk.receive({
        from: [{ name: 'Klant', address: `an@klant${index}.be` }],
        headers: { 'authentication-results': [`${OWN_SERVER}; spf=pass`] },
      });
    }
    expect(desk.item(first)).toMatchObject({ channel: 'linkedin', who: 'Jan Peeters', turn: 'ours' });
    const second = desk.take(sourceMail('linkedin-message-later-en'));
    expect(desk.conversationOf(second)).toBe(desk.conversationOf(first));
  });
});
