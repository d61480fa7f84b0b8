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

const invite = (calendar: string, part: { readonly at?: number; readonly id?: string } = {}): number =>
  desk.receive({
    kind: 'invite',
    messageId: part.id ?? 'u1@peeters.be',
    subject: 'Uitnodiging: Opmeten fietsenstalling',
    attachments: [
      {
        part: '2',
        fileName: '',
        contentType: 'text/calendar',
        size: calendar.length,
        contentId: null,
        isInline: false,
        content: new TextEncoder().encode(calendar),
      },
    ],
    ...(part.at === undefined ? {} : { at: part.at }),
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
});
