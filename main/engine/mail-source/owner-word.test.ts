import { beforeEach, describe, expect, it } from 'vitest';
import { createSourceDesk, sourceMail } from '../../../tests/helpers/source-mails.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import type { SaidOfMail } from '../../contract/mail-source.ts';
import { prepareLetter } from '../outbox/prepare-letter.ts';
import { plainWords } from '../outbox/queue-letter.ts';
import { createOwnerWord, type OwnerWord } from './owner-word.ts';
import { viewAnswer, viewSource } from './view-source.ts';

let desk: ReturnType<typeof createSourceDesk>;
let owner: OwnerWord['handlers'];
beforeEach(() => {
  desk = createSourceDesk();
  owner = createOwnerWord({
    store: desk.store,
    clock: desk.ports.clock,
    settle: desk.settle,
    emit: (event) => void desk.events.push(event),
  }).handlers;
});
const said = (message: number, part: Partial<SaidOfMail> = {}): SaidOfMail => ({
  message,
  channel: 'webform',
  personFrom: 'as-read',
  field: '',
  scope: 'sender',
  subject: '',
  ...part,
});
const customerAt = (row: number) => desk.store.conversations.get(desk.conversationOf(row))?.customer.address;
const channelAt = (row: number) => desk.store.conversations.get(desk.conversationOf(row))?.channel;
const answerTo = async (row: number) => {
  const prepared = await prepareLetter(desk.store, {
    ...plainWords(desk.conversationOf(row), 'Dat kan.'),
    files: [],
    date: desk.ports.clock.now(),
    uuid: '0b8c5e2e-6d2b-4a55-9a0c-1d2e3f405162',
    settings: DEFAULT_SETTINGS,
  });
  if (!prepared.ok) return prepared.error.code;
  const { mail, raw } = prepared.value;
  return {
    to: mail.to.map(({ address }) => address),
    cc: mail.cc,
    subject: mail.subject,
    inReplyTo: mail.inReplyTo,
    raw: Buffer.from(raw).toString('utf8'),
  };
};
const SITE_FORM = (nth: number, at = 'formulier@bouwer.example') => ({
  from: [{ name: 'Website', address: at }],
  subject: `Nieuwe inzending ${nth}`,
  text: `Naam: Els Maes ${nth}\nE-mail: els${nth}@maes.be\nBericht: Is het klaar?`,
});

describe('an answer', () => {
  it('to a guest goes to the newest relay address, on the same subject and thread', async () => {
    desk.take(sourceMail('airbnb-first'));
    const again = desk.take(sourceMail('airbnb-second'));
    const answer = await answerTo(again);
    expect(answer).toMatchObject({
      to: ['1a2b3c@reply.airbnb.com'],
      cc: [],
      subject: 'Re: Reservation for Studio Leie, May 20 - 23',
      inReplyTo: ['airbnb-second@out.example'],
    });
    expect(typeof answer === 'string' ? answer : answer.raw).not.toContain('hosting/thread');
  });
  it('to a visitor goes to him alone, not to those in copy of the form', async () => {
    const raw = sourceMail('wix-form').replace('To: ', 'Cc: bouwer@bouwer.example\nTo: ');
    expect(await answerTo(desk.take(raw))).toMatchObject({ to: ['an.dewit@telenet.be'], cc: [] });
  });
  it('cannot go by mail where it is given on the network', async () => {
    const row = desk.take(sourceMail('linkedin-inmail-fr'));
    expect(await answerTo(row)).toBe('answered-on-network');
    const message = desk.store.messages.get(row);
    const source = message === null ? null : viewSource(desk.store, message);
    expect(viewAnswer(source)).toEqual({
      mode: 'open-link',
      channel: 'linkedin',
      link: 'https://www.linkedin.com/messaging/thread/2-enpaWlo/',
      isPublic: false,
    });
  });
  it('to a review is public', () => {
    const message = desk.store.messages.get(desk.take(sourceMail('google-review')));
    expect(message === null ? null : viewAnswer(viewSource(desk.store, message))).toMatchObject({ isPublic: true });
  });
  it('to a mail that is not believed goes where mail goes', async () => {
    const forged = sourceMail('linkedin-message-nl').replace(/^Authentication-Results:[^]*?\n(?! )/m, '');
    expect(await answerTo(desk.take(forged))).toMatchObject({ to: ['messaging-digest-noreply@linkedin.com'] });
  });
});

describe('the owner says who a mail is from', () => {
  it('for a form that was passed on: the answer goes to the visitor', async () => {
    const row = desk.take(sourceMail('forwarded-form'));
    expect(await owner['sources.say'](said(row, { scope: 'message' }))).toEqual({
      ok: true,
      value: { messages: 1, rule: null },
    });
    expect(customerAt(row)).toBe('hilde.baert@telenet.be');
    expect(await answerTo(row)).toMatchObject({ to: ['hilde.baert@telenet.be'] });
  });
  it('for a voicemail: the one who called', async () => {
    const row = desk.take(sourceMail('voicemail'));
    await owner['sources.say'](said(row, { channel: 'voicemail' }));
    expect([customerAt(row), channelAt(row)]).toEqual(['tel:+32470123456', 'voicemail']);
    const later = desk.take(
      sourceMail('voicemail').replace('voicemail@out', 'v2@out').replaceAll('12 34 56', '65 43 21'),
    );
    expect(customerAt(later)).toBe('tel:+32470654321');
  });
  it('for a mail in which nobody can be read: whom he names himself', async () => {
    const row = desk.receive({
      from: [{ name: 'Sam', address: 'sam@collega.be' }],
      subject: 'Klant belde mij',
      text: 'Mevrouw Claes (greet.claes@telenet.be) wil weten of haar fiets klaar is.',
    });
    const person = { name: 'Greet Claes', address: 'greet.claes@telenet.be' };
    const done = await owner['sources.say'](
      said(row, { channel: 'phone', personFrom: 'typed', person, scope: 'sender' }),
    );
    expect(done).toEqual({ ok: true, value: { messages: 1, rule: null } });
    expect([customerAt(row), channelAt(row)]).toEqual([person.address, 'phone']);
    expect(await answerTo(row)).toMatchObject({ to: [person.address] });
  });
  it('for all of a sender: what lies open is seen anew, and what comes later is taken so', async () => {
    const rows = [1, 2, 3].map((nth) => desk.receive(SITE_FORM(nth)));
    const word = said(rows[0] ?? 0, { personFrom: 'field', field: 'E-mail' });
    expect(await owner['sources.preview'](word)).toEqual({ ok: true, value: { messages: 3 } });
    expect(await owner['sources.say'](word)).toMatchObject({ ok: true, value: { messages: 3 } });
    expect(rows.map(customerAt)).toEqual(['els1@maes.be', 'els2@maes.be', 'els3@maes.be']);
    const later = desk.receive(SITE_FORM(4));
    expect([customerAt(later), channelAt(later)]).toEqual(['els4@maes.be', 'webform']);
    const other = desk.receive(SITE_FORM(5, 'iemand@bouwer.example'));
    expect(channelAt(other)).toBe('email');
  });
  it('for a whole domain, and only on a subject', async () => {
    const row = desk.receive(SITE_FORM(1));
    await owner['sources.say'](
      said(row, { scope: 'domain', personFrom: 'field', field: 'E-mail', subject: 'inzending' }),
    );
    expect(channelAt(desk.receive(SITE_FORM(2, 'ander@bouwer.example')))).toBe('webform');
    expect(channelAt(desk.receive({ ...SITE_FORM(3), subject: 'Factuur' }))).toBe('email');
  });
  it('and takes it back: what comes later is mail again, what is here stays', async () => {
    const row = desk.receive(SITE_FORM(1));
    await owner['sources.say'](said(row, { personFrom: 'field', field: 'E-mail' }));
    const rules = await owner['sources.rules']({});
    const id = rules.ok ? (rules.value[0]?.id ?? 0) : 0;
    await owner['sources.removeRule']({ id });
    expect([channelAt(row), channelAt(desk.receive(SITE_FORM(2)))]).toEqual(['webform', 'email']);
  });
  it('and it holds for a sender who was vouched for only while he is', async () => {
    const raw = sourceMail('voicemail');
    await owner['sources.say'](said(desk.take(raw), { channel: 'voicemail' }));
    const forged = raw.replace('voicemail@out', 'v2@out').replace(/^Authentication-Results:[^]*?\n(?! )/m, '');
    expect(channelAt(desk.take(forged))).toBe('email');
  });
  it('and the rule goes with a sender who is erased', async () => {
    await owner['sources.say'](said(desk.receive(SITE_FORM(1)), { personFrom: 'field', field: 'E-mail' }));
    desk.store.erasures.forgetAddress('formulier@bouwer.example');
    expect(await owner['sources.rules']({})).toEqual({ ok: true, value: [] });
  });
  it('but not of a mail that his own mail server refutes', async () => {
    const raw = sourceMail('wix-form')
      .replace(/dkim=pass/, 'dkim=fail')
      .replace(/dmarc=pass/, 'dmarc=fail');
    expect(await owner['sources.say'](said(desk.take(raw)))).toMatchObject({ ok: false });
  });
  it('and is told whether his mail server vouches for anybody', async () => {
    const email = 'info@fietsenmertens.be';
    expect(await owner['sources.servers']({})).toEqual({ ok: true, value: [{ email, vouches: true }] });
  });
  it('and is offered what the mail itself names', async () => {
    const row = desk.receive(SITE_FORM(1));
    expect(await owner['sources.look']({ conversation: desk.conversationOf(row) })).toMatchObject({
      ok: true,
      value: { proof: 'silent', personFrom: 'as-read', person: { name: 'Els Maes 1', address: 'els1@maes.be' } },
    });
  });
});
