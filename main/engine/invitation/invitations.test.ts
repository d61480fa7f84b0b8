import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import { createConversations } from '../conversations/conversations.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';
import { createFakeDesk, CUSTOMER, OWNER, type FakeDesk } from '../ingest/fake-desk.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import { createInvitations, type Invitations } from './invitations.ts';

const google = readFileSync(join(import.meta.dirname, '../../../tests/data/invitations/google.ics'), 'utf8');

let desk: FakeDesk;
let invitations: Invitations['handlers'];
let outbox: Outbox['handlers'];
let queued: number;
beforeEach(() => {
  desk = createFakeDesk();
  queued = 0;
  const { store, ports, ingest, settle, settings } = desk;
  const emit = (event: (typeof desk.events)[number]): void => void desk.events.push(event);
  const far = { fetchAttachment: async () => ok(new Uint8Array()) };
  const conversations = createConversations({
    store,
    clock: ports.clock,
    emit,
    settle,
    queue: desk.queue,
    connectorFor: () => far,
    passwordFor: async () => ok(''),
  });
  outbox = createOutbox({
    store,
    ports,
    ingest,
    settle,
    settings,
    emit,
    background: () => {},
    connectorFor: () => {
      throw new Error('nothing is sent here');
    },
    passwordFor: async () => ok(''),
  }).handlers;
  invitations = createInvitations({
    store,
    ports,
    ingest,
    emit,
    settings,
    content: conversations.handlers['attachment.content'],
    onQueued: () => {
      queued += 1;
    },
  }).handlers;
});

const part = (calendar: string) => ({
  part: '2',
  fileName: '',
  contentType: 'text/calendar',
  size: calendar.length,
  contentId: null,
  isInline: false,
  content: new TextEncoder().encode(calendar),
});
const invite = (
  calendar: string,
  mail: { readonly at?: number; readonly id?: string; readonly to?: string } = {},
): number =>
  desk.receive({
    kind: 'invite',
    messageId: mail.id ?? 'u1@peeters.be',
    subject: 'Uitnodiging: Opmeten fietsenstalling',
    attachments: [part(calendar)],
    ...(mail.to === undefined ? {} : { to: [{ name: '', address: mail.to }] }),
    ...(mail.at === undefined ? {} : { at: mail.at }),
  });
const look = async (message: number) => {
  const looked = await invitations['invitation.look']({ message });
  if (!looked.ok) throw new Error(looked.error.detail);
  return looked.value;
};
const answer = async (message: number, as: 'accepted' | 'tentative' | 'declined') => {
  const sent = await invitations['invitation.answer']({ message, as, now: false });
  if (!sent.ok) throw new Error(sent.error.detail);
  return sent.value;
};
/** What the organiser's agenda reads of an answer, unfolded. */
const calendarOf = ({ id }: { readonly id: number }): string => {
  const [calendar] = parseMail(desk.store.deliveries.raw(id) ?? new Uint8Array()).attachments;
  return Buffer.from(calendar?.content ?? [])
    .toString()
    .replaceAll('\r\n ', '');
};
const changed = (text: string): string => google.replace('SEQUENCE:0', `SEQUENCE:1\n${text}`);

describe('an invitation in the mail', () => {
  it('asks the owner, as the address that was invited', async () => {
    const row = invite(google);
    expect(await look(row)).toMatchObject({
      standing: 'open',
      summary: 'Opmeten fietsenstalling',
      invitedAs: { address: OWNER.address },
      answer: null,
      peopleCount: 2,
      isUpdate: false,
      isPast: false,
      clashes: [],
    });
  });

  it('is answered by a mail that people and agendas can read, which answers the conversation', async () => {
    const row = invite(google);
    expect(desk.item(row).turn).toBe('ours');
    const delivery = await answer(row, 'accepted');
    expect(delivery).toMatchObject({
      state: 'queued',
      to: ['jan@peeters.be'],
      subject: 'Geaccepteerd: Opmeten fietsenstalling',
    });
    expect(delivery.undoUntil).not.toBeNull();
    expect(queued).toBe(1);
    expect(desk.item(row).turn).toBe('theirs');
    const raw = desk.store.deliveries.raw(delivery.id) ?? new Uint8Array();
    const mail = parseMail(raw);
    expect(mail.inReplyTo).toEqual(['u1@peeters.be']);
    expect(mail.text).toContain('Fietsen Mertens heeft uw uitnodiging geaccepteerd.');
    expect(mail.text).toContain('dinsdag 26 mei 2026');
    const [calendar, ...others] = mail.attachments.filter(({ contentType }) => contentType === 'text/calendar');
    expect(others).toEqual([]);
    expect(Buffer.from(raw).toString('latin1')).toMatch(
      /content-type: text\/calendar; (?:charset=utf-8; method=REPLY|method=REPLY; charset=utf-8)/i,
    );
    const lines = Buffer.from(calendar?.content ?? [])
      .toString()
      .replaceAll('\r\n ', '');
    expect(lines).toContain('ATTENDEE;PARTSTAT=ACCEPTED;CN="Fietsen Mertens":mailto:info@fietsenmertens.be');
    expect(await look(row)).toMatchObject({ answer: { said: 'accepted', isOfThis: true } });
  });

  it('taken back, it was never said, and leaves no words behind', async () => {
    const row = invite(google);
    const { id, conversation } = await answer(row, 'declined');
    expect(await outbox['outbox.undo']({ id })).toMatchObject({ value: { conversation, draft: null } });
    expect(await look(row)).toMatchObject({ standing: 'open', answer: null });
    expect(desk.item(row).turn).toBe('ours');
  });

  it('that a newer one replaces is answered there; what was said before is remembered', async () => {
    const row = invite(google);
    await answer(row, 'accepted');
    const newer = invite(changed('LOCATION:Elders'), { id: 'u2@peeters.be', at: desk.ports.clock.now() + 60_000 });
    expect(await look(row)).toMatchObject({ standing: 'superseded' });
    expect(await look(newer)).toMatchObject({
      standing: 'open',
      isUpdate: true,
      answer: { said: 'accepted', isOfThis: false },
    });
    expect(await invitations['invitation.answer']({ message: row, as: 'declined', now: false })).toMatchObject({
      error: { code: 'not-possible-now' },
    });
  });

  it('that was called off says so, wherever the cancellation came in', async () => {
    const row = invite(google);
    const off = invite(changed('').replace('METHOD:REQUEST', 'METHOD:CANCEL'), { id: 'u3@peeters.be' });
    expect(await look(row)).toMatchObject({ standing: 'cancelled' });
    expect(await look(off)).toMatchObject({ standing: 'cancelled', method: 'cancel' });
  });

  it('is not called off by somebody who only knows its number', async () => {
    const row = invite(google);
    invite(
      changed('')
        .replace('METHOD:REQUEST', 'METHOD:CANCEL')
        .replace('ORGANIZER;CN=Jan Peeters:mailto:jan@peeters.be', 'ORGANIZER:mailto:x@elders.be'),
      { id: 'u4@elders.be' },
    );
    expect(await look(row)).toMatchObject({ standing: 'open' });
  });

  it('that the owner answered on his telephone is answered here too', async () => {
    const row = invite(google);
    const reply = google
      .replace('METHOD:REQUEST', 'METHOD:REPLY')
      .replace(/ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED[^\n]*\n [^\n]*\n/, '')
      .replace('NEEDS-ACTION', 'TENTATIVE');
    desk.sentElsewhere({
      inReplyTo: ['u1@peeters.be'],
      attachments: [
        {
          part: '2',
          fileName: 'invite.ics',
          contentType: 'application/ics',
          size: reply.length,
          contentId: null,
          isInline: false,
          content: new TextEncoder().encode(reply),
        },
      ],
    });
    expect(await look(row)).toMatchObject({ answer: { said: 'tentative' } });
  });

  it('to somebody else, of his own, without an organiser, or that only tells, has nothing to answer', async () => {
    const standing = async (calendar: string, id: string) => (await look(invite(calendar, { id })))?.standing;
    expect(await standing(google.replaceAll('info@fietsenmertens.be', 'els@elders.be'), 'a@x')).toBe('not-addressed');
    expect(
      await standing(
        google.replace('ORGANIZER;CN=Jan Peeters:mailto:jan@peeters.be', `ORGANIZER:mailto:${OWNER.address}`),
        'b@x',
      ),
    ).toBe('ours');
    expect(await standing(google.replace(/ORGANIZER[^\n]*\n/, ''), 'c@x')).toBe('no-organizer');
    expect(await standing(google.replace('METHOD:REQUEST', 'METHOD:REPLY'), 'd@x')).toBe('tells');
    expect(await look(desk.receive({ from: [CUSTOMER], messageId: 'e@x' }))).toBeNull();
  });

  it('warns of what is planned at that time', async () => {
    const other = desk.conversationOf(
      desk.receive({ from: [{ name: 'Els Wouters', address: 'els@x.be' }], messageId: 'p@x' }),
    );
    const planned = { at: Date.parse('2026-05-26T07:30:00Z'), seenUntil: desk.ports.clock.now() };
    const before = desk.store.conversations.get(other)?.decisions;
    if (before === undefined) throw new Error('no conversation');
    desk.store.conversations.decide(other, { ...before, planned });
    expect(await look(invite(google))).toMatchObject({ clashes: ['Els Wouters'] });
  });

  it('older than what the owner answered elsewhere is not answered again', async () => {
    const row = invite(google);
    const reply = changed('')
      .replace('METHOD:REQUEST', 'METHOD:REPLY')
      .replace(/ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED[^\n]*\n [^\n]*\n/, '')
      .replace('NEEDS-ACTION', 'ACCEPTED');
    desk.sentElsewhere({ inReplyTo: ['u1@peeters.be'], attachments: [part(reply)] });
    expect(await look(row)).toMatchObject({ standing: 'superseded', answer: { said: 'accepted' } });
  });

  it('passed on to the owner is answered on behalf of the guest, from his own address', async () => {
    const calendar = google.replaceAll('info@fietsenmertens.be', 'verkoop@elders.be');
    const row = invite(calendar, { to: 'verkoop@elders.be' });
    expect(await look(row)).toMatchObject({
      standing: 'open',
      isPassedOn: true,
      invitedAs: { address: 'verkoop@elders.be' },
    });
    const lines = calendarOf(await answer(row, 'accepted'));
    expect(lines).toContain('PARTSTAT=ACCEPTED;SENT-BY="mailto:info@fietsenmertens.be"');
    expect(lines).toContain(':mailto:verkoop@elders.be');
  });

  it('with something behind a plus is his own', async () => {
    const row = invite(google.replaceAll('info@fietsenmertens.be', 'Info+agenda@fietsenmertens.be'));
    expect(await look(row)).toMatchObject({ standing: 'open', isPassedOn: false });
    expect(calendarOf(await answer(row, 'accepted'))).toContain(':mailto:Info+agenda@fietsenmertens.be');
  });

  it('outside opening hours says so, and so does one of a time that is given away already', async () => {
    const at = (from: string, until: string, uid: string): string =>
      google
        .replace('DTSTART:20260526T070000Z', `DTSTART:20260526T${from}Z`)
        .replace('DTEND:20260526T080000Z', `DTEND:20260526T${until}Z`)
        .replace('4f3k2j1h9g8f7d6s5a', uid);
    const first = invite(google, { id: 'a@x' });
    expect(await look(first)).toMatchObject({ isOutsideHours: false, accepted: [] });
    await answer(first, 'accepted');
    const second = invite(at('073000', '083000', 'tweede'), { id: 'b@x' });
    expect(await look(second)).toMatchObject({ accepted: [{ summary: 'Opmeten fietsenstalling' }] });
    expect(await look(first)).toMatchObject({ accepted: [] });
    expect(await look(invite(at('080000', '083000', 'derde'), { id: 'c@x' }))).toMatchObject({ accepted: [] });
    expect(await look(invite(at('190000', '200000', 'vierde'), { id: 'd@x' }))).toMatchObject({ isOutsideHours: true });
    invite(changed('').replace('METHOD:REQUEST', 'METHOD:CANCEL'), { id: 'e@x' });
    expect(await look(second)).toMatchObject({ accepted: [] });
  });

  it('goes into the owner’s own agenda', async () => {
    const copy = await invitations['invitation.calendar']({ message: invite(google) });
    expect(copy).toMatchObject({ value: { fileName: 'Opmeten fietsenstalling.ics' } });
    expect(await invitations['invitation.calendar']({ message: desk.receive({ messageId: 'z@x' }) })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('one of a series', () => {
  const series = google.replace('SEQUENCE:0', 'RRULE:FREQ=WEEKLY;BYDAY=TU\nSEQUENCE:0');
  const occurrence = (more: string, stamp = '20260512T080000Z'): string =>
    google
      .replace('DTSTAMP:20260511T131500Z', `DTSTAMP:${stamp}`)
      .replace('SEQUENCE:0', `RECURRENCE-ID:20260602T070000Z\nSEQUENCE:1\n${more}`)
      .replace('DTSTART:20260526T070000Z', 'DTSTART:20260602T120000Z')
      .replace('DTEND:20260526T080000Z', 'DTEND:20260602T130000Z');

  it('that is moved by a mail of its own is answered alone, and the series tells of it', async () => {
    const whole = invite(series);
    await answer(whole, 'accepted');
    const moved = invite(occurrence(''), { id: 'm@x' });
    expect(await look(moved)).toMatchObject({
      standing: 'open',
      occurrence: { at: { at: Date.parse('2026-06-02T07:00:00Z') }, isFromThenOn: false },
      answer: { said: 'accepted', isOfThis: false, isOfSeries: true },
    });
    const lines = calendarOf(await answer(moved, 'declined'));
    expect(lines).toContain('\r\nRECURRENCE-ID:20260602T070000Z\r\nSEQUENCE:1\r\nDTSTAMP:');
    expect(lines).toContain('PARTSTAT=DECLINED');
    expect(await look(moved)).toMatchObject({ answer: { said: 'declined', isOfThis: true, isOfSeries: false } });
    expect(await look(whole)).toMatchObject({
      standing: 'open',
      answer: { said: 'accepted', isOfThis: true },
      exceptions: [{ kind: 'moved', start: { at: Date.parse('2026-06-02T12:00:00Z') } }],
    });
  });

  it('that is called off leaves the others be', async () => {
    const whole = invite(series);
    const moved = invite(occurrence(''), { id: 'm@x' });
    const off = invite(
      occurrence('', '20260513T080000Z').replace('SEQUENCE:1', 'SEQUENCE:2').replace('METHOD:REQUEST', 'METHOD:CANCEL'),
      { id: 'o@x' },
    );
    expect(await look(off)).toMatchObject({ standing: 'cancelled', occurrence: {} });
    expect(await look(moved)).toMatchObject({ standing: 'cancelled' });
    expect(await look(whole)).toMatchObject({ standing: 'open', exceptions: [{ kind: 'off', start: null }] });
  });

  it('is off when all from an earlier one on is', async () => {
    const moved = invite(occurrence(''), { id: 'm@x' });
    const gone = (since: string): string =>
      series
        .replace('METHOD:REQUEST', 'METHOD:CANCEL')
        .replace('SEQUENCE:0', `RECURRENCE-ID;RANGE=THISANDFUTURE:${since}\nSEQUENCE:3`);
    invite(gone('20260609T070000Z'), { id: 'g@x' });
    expect(await look(moved)).toMatchObject({ standing: 'open' });
    invite(gone('20260526T070000Z'), { id: 'h@x' });
    expect(await look(moved)).toMatchObject({ standing: 'cancelled' });
  });

  it('takes the time of the series that was accepted, but for the one that was moved', async () => {
    await answer(invite(series), 'accepted');
    const other = (day: string): number =>
      invite(google.replaceAll('20260526', day).replace('4f3k2j1h9g8f7d6s5a', day), { id: `${day}@x` });
    expect(await look(other('20260609'))).toMatchObject({ accepted: [{ from: Date.parse('2026-06-09T07:00:00Z') }] });
    expect(await look(other('20260610'))).toMatchObject({ accepted: [] });
  });
});

describe('another moment', () => {
  const NEW = Date.parse('2026-05-27T12:00:00Z');
  const propose = async (message: number, words = '') => {
    const sent = await invitations['invitation.propose']({ message, start: NEW, words, now: false });
    if (!sent.ok) throw new Error(sent.error.code);
    return sent.value;
  };

  it('is proposed in words and to the organiser’s agenda, in both zones', async () => {
    const row = invite(
      google
        .replace('DTSTART:20260526T070000Z', 'DTSTART;TZID=Europe/London:20260526T080000')
        .replace('DTEND:20260526T080000Z', 'DTEND;TZID=Europe/London:20260526T090000'),
    );
    expect(await look(row)).toMatchObject({ canPropose: true, proposed: null, theirZone: 'Europe/London' });
    const delivery = await propose(row, 'Dan is de werf vrij.');
    expect(delivery.subject).toBe('Ander moment voorgesteld: Opmeten fietsenstalling');
    const { text } = parseMail(desk.store.deliveries.raw(delivery.id) ?? new Uint8Array());
    expect(text).toContain('stelt voor uw uitnodiging een ander moment voor.');
    expect(text).toMatch(/Voorstel: woensdag 27 mei 2026 om 14:00 \S+ \(woensdag 27 mei 2026 om 13:00 \S+\)/);
    expect(text).toContain('Dan is de werf vrij.');
    const lines = calendarOf(delivery);
    expect(lines).toContain('METHOD:COUNTER');
    expect(lines).toContain('DTSTART:20260527T120000Z\r\nDTEND:20260527T130000Z');
    expect(lines).toContain('PARTSTAT=TENTATIVE');
    expect(desk.item(row).turn).toBe('theirs');
    expect(await look(row)).toMatchObject({ standing: 'open', proposed: { start: { at: NEW } }, answer: null });
    await outbox['outbox.undo']({ id: delivery.id });
    expect(await look(row)).toMatchObject({ proposed: null });
  });

  it('is only told in words where the organiser takes no proposals', async () => {
    const row = invite(google.replace('SEQUENCE:0', 'SEQUENCE:0\nX-MICROSOFT-DISALLOW-COUNTER:TRUE'));
    const lines = calendarOf(await propose(row));
    expect(lines).toContain('METHOD:REPLY');
    expect(lines).toContain('DTSTART:20260526T070000Z');
    expect(lines).toMatch(/COMMENT:woensdag 27 mei 2026 om 14:00/);
  });

  it('is not proposed for a series', async () => {
    const row = invite(google.replace('SEQUENCE:0', 'RRULE:FREQ=WEEKLY\nSEQUENCE:0'));
    expect(await look(row)).toMatchObject({ canPropose: false });
    expect(await invitations['invitation.propose']({ message: row, start: NEW, words: '', now: true })).toMatchObject({
      error: { code: 'not-possible-now' },
    });
  });

  it('that a guest proposes stands beside the one that holds, and asks; that a proposal is declined only tells', async () => {
    const ours = google.replace('ORGANIZER;CN=Jan Peeters:mailto:jan@peeters.be', `ORGANIZER:mailto:${OWNER.address}`);
    desk.sentElsewhere({ attachments: [part(ours)], messageId: 's@x' });
    const counter = ours
      .replace('METHOD:REQUEST', 'METHOD:COUNTER')
      .replaceAll('20260526', '20260527')
      .replace('SEQUENCE:0', 'SEQUENCE:0\nCOMMENT:Dinsdag zit ik vol');
    expect(await look(invite(counter, { id: 'k@x' }))).toMatchObject({
      standing: 'tells',
      comment: 'Dinsdag zit ik vol',
      start: { at: Date.parse('2026-05-27T07:00:00Z') },
      instead: { start: { at: Date.parse('2026-05-26T07:00:00Z') } },
    });
    const declined = google.replace('METHOD:REQUEST', 'METHOD:DECLINECOUNTER');
    expect(await look(invite(declined, { id: 'l@x' }))).toMatchObject({ standing: 'tells', method: 'decline-counter' });
  });
});
