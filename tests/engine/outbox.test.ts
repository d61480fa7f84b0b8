// The outbox as the owner meets it: a real store, the real ingest and queue, a fake clock, and a channel that does as it is told.
import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { DeliveryView } from '../../main/contract/views.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../main/domain/instant.ts';
import type { Connector, Filing, OutgoingMail, SendOutcome, SentTrace } from '../../main/engine/channels/connector.ts';
import { createFakePorts, type FakePorts } from '../../main/engine/ports/fake-ports.ts';
import type { Store } from '../../main/engine/store/store.ts';
import { answerToSave } from '../helpers/draft-words.ts';
import { openOutboxDesk, OWN_ADDRESS, type OutboxDesk } from '../helpers/outbox-desk.ts';

const MONDAY_9 = Date.UTC(2026, 4, 25, 7, 0);

type Script = {
  /** What each attempt comes to, in turn; taken in when there is nothing left. */
  readonly outcomes: (SendOutcome | ((mail: OutgoingMail) => SendOutcome))[];
  /** What each look in Sent finds; nothing when there is nothing left. */
  readonly looks: Result<SentTrace>[];
  readonly filings: Result<Filing>[];
  /** What each second look at our copy finds; ours alone when there is nothing left. */
  readonly secondLooks: Result<'alone' | 'withdrawn'>[];
  /** Attempts that hang behind the body until the test answers. */
  readonly answering: Promise<SendOutcome>[];
  /** A visit to Sent that hangs until the test lets it go. */
  filingHangs: Promise<void> | null;
};
type World = OutboxDesk & {
  readonly beyond: Parameters<typeof openOutboxDesk>[1];
  readonly ports: FakePorts;
  readonly script: Script;
  readonly sent: readonly OutgoingMail[];
  readonly looked: readonly number[];
  readonly filed: readonly OutgoingMail[];
  readonly conversation: number;
  readonly passwords: { answer: Result<string> };
  readonly reply: (change?: { text?: string; sendAt?: number | null; now?: boolean }) => Promise<DeliveryView>;
  readonly delivery: (id: number) => DeliveryView | undefined;
  readonly turn: () => string | undefined;
};

/** Lets what runs by promises come to rest before the clock goes on; a fake timer's own turns are too few for a whole session. */
const atRest = async (ports: FakePorts): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await ports.pass(0);
};

type WorldOptions = {
  readonly isStarted?: boolean;
  readonly disturb?: (store: Store) => Store;
  /** What each glance at the clock takes; without it, time stands still between two of them. */
  readonly glanceMs?: number;
};

function world(options: WorldOptions = {}): World {
  const still = createFakePorts(MONDAY_9);
  const ports = options.glanceMs === undefined ? still : withRunningClock(still, options.glanceMs);
  const script: Script = { outcomes: [], looks: [], filings: [], secondLooks: [], answering: [], filingHangs: null };
  const sent: OutgoingMail[] = [];
  const looked: number[] = [];
  const filed: OutgoingMail[] = [];
  const passwords: { answer: Result<string> } = { answer: ok('wachtwoord') };
  const connector: Pick<Connector, 'send' | 'findSent' | 'fileSent' | 'withdrawCopy'> = {
    send: async (_account, _password, mail, onBodyStart) => {
      const hanging = script.answering.shift();
      if (hanging !== undefined) {
        onBodyStart();
        sent.push(mail);
        return hanging;
      }
      const next = script.outcomes.shift();
      const outcome = typeof next === 'function' ? next(mail) : next;
      if (outcome === undefined || outcome.kind === 'sent' || outcome.kind === 'unknown') onBodyStart();
      sent.push(mail);
      return outcome ?? { kind: 'sent', accepted: mail.recipients, refused: [], serverReply: '250 ok' };
    },
    findSent: async () => {
      looked.push(ports.clock.now());
      return script.looks.shift() ?? ok('nowhere');
    },
    fileSent: async (_account, _password, mail) => {
      await script.filingHangs;
      filed.push(mail);
      return script.filings.shift() ?? ok({ kind: 'done', place: null });
    },
    withdrawCopy: async () => script.secondLooks.shift() ?? ok('alone'),
  };
  const beyond = { connectorFor: () => connector, passwordFor: async () => passwords.answer };
  const desk = openOutboxDesk(ports, beyond, options.disturb === undefined ? {} : { disturb: options.disturb });
  const conversation = desk.receive();
  if (options.isStarted !== false) desk.outbox.start();
  return {
    ...desk,
    beyond,
    ports,
    script,
    sent,
    looked,
    filed,
    conversation,
    passwords,
    reply: async ({ text = 'Dag Jan, morgen.', sendAt = null, now = false } = {}) => {
      const result = await desk.outbox.handlers['reply.send']({ conversation, text, sendAt, now, cannedId: null });
      if (!result.ok) throw new Error(result.error.detail);
      await atRest(ports);
      return result.value;
    },
    delivery: (id) => {
      const listed = desk.outbox.handlers['outbox.list']({});
      return 'ok' in listed && listed.ok ? listed.value.find((view) => view.id === id) : undefined;
    },
    turn: () => desk.store.conversations.get(conversation)?.turn,
  };
}
const later = (code: 'server-busy' | 'offline' | 'connection-lost' = 'server-busy'): SendOutcome => ({
  kind: 'try-later',
  error: failed(code, 'auto', 'x').error,
});
const lost: SendOutcome = { kind: 'unknown', error: failed('send-outcome-unknown', 'user', 'x').error };
const text = (mail: OutgoingMail | undefined): string => Buffer.from(mail?.raw ?? []).toString('utf8');

describe('an answer', () => {
  it('waits for the undo time, leaves once, and is filed in Sent', async () => {
    const desk = world();
    const queued = await desk.reply();
    expect(queued).toMatchObject({
      state: 'queued',
      leavesAt: MONDAY_9 + 10 * SECOND_MS,
      undoUntil: MONDAY_9 + 10 * SECOND_MS,
    });
    await desk.ports.pass(9_000);
    expect(desk.sent).toHaveLength(0);
    await desk.ports.pass(2_000);
    expect(desk.sent).toHaveLength(1);
    expect(desk.delivery(queued.id)).toMatchObject({ state: 'sent', filed: 'done', attempts: 1 });
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent).toHaveLength(1);
    expect(desk.filed).toHaveLength(1);
    expect(desk.filed[0]?.raw).toEqual(desk.sent[0]?.raw);
  });

  it('puts the conversation with the customer at once, and marks his letter answered only when it was sent', async () => {
    const desk = world();
    expect(desk.turn()).toBe('ours');
    await desk.reply();
    expect(desk.turn()).toBe('theirs');
    expect(desk.store.mailboxes.actions('a1')).toHaveLength(0);
    await desk.ports.pass(11_000);
    expect(desk.store.mailboxes.actions('a1')).toMatchObject([{ kind: 'mark-answered' }]);
    expect(desk.store.messages.ofConversation(desk.conversation)).toHaveLength(2);
  });

  it('goes to the customer, from the address he wrote to, in the story it belongs to', async () => {
    const desk = world();
    const { messageId } = await desk.reply({ now: true });
    await atRest(desk.ports);
    expect(desk.sent[0]).toMatchObject({ sender: OWN_ADDRESS, recipients: ['jan@klant.example'], messageId });
    const mail = text(desk.sent[0]);
    expect(mail).toContain('From: De Winkel <info@dewinkel.example>\r\n');
    expect(mail).toContain(
      'To: "Jan van den Berg" <jan@klant.example>\r\n'.replaceAll('"', mail.includes('"Jan') ? '"' : ''),
    );
    expect(mail).toContain('Subject: Re: Offerte voor een tuinhuis\r\n');
    expect(mail).toContain(`Message-ID: <${messageId}>\r\n`);
    expect(mail).toContain('In-Reply-To: <vraag@klant.example>\r\n');
    expect(mail).toContain('> Kunt u mij een offerte sturen?');
    expect(messageId).toMatch(/@dewinkel\.example$/);
  });

  it('joins its conversation also where the letter has no Message-ID and comes from a form', async () => {
    const desk = world();
    const conversation = desk.receive({
      messageId: null,
      subject: '',
      from: [{ name: 'Site', address: 'wordpress@site.example' }],
      replyTo: [{ name: 'An', address: 'an@klant.example' }],
    });
    const result = await desk.outbox.handlers['reply.send']({
      conversation,
      text: 'Dag An',
      sendAt: null,
      now: true,
      cannedId: null,
    });
    expect(result).toMatchObject({ ok: true, value: { conversation, to: ['an@klant.example'] } });
    expect(desk.store.messages.ofConversation(conversation)).toHaveLength(2);
  });

  it('is refused while a field is not filled in', async () => {
    const desk = world();
    const result = await desk.outbox.handlers['reply.send']({
      conversation: desk.conversation,
      text: 'Dag {{klant.voornaam}}',
      sendAt: null,
      now: false,
      cannedId: null,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'field-without-value' } });
    expect(desk.turn()).toBe('ours');
  });

  it('takes the draft with it', async () => {
    const desk = world();
    await desk.drafts.handlers['draft.save'](answerToSave(desk.conversation, 'half'));
    expect(desk.store.drafts.answerIn(desk.conversation)?.text).toBe('half');
    await desk.reply();
    expect(desk.store.drafts.answerIn(desk.conversation)).toBeNull();
  });
});

describe('taking back', () => {
  it('ends the watch that the answer brought', async () => {
    const desk = world();
    const watched = () => desk.store.conversations.get(desk.conversation)?.followUpAt ?? null;
    const { id } = await desk.reply({ text: 'Dag Jan, welke kleur wenst u?' });
    expect(watched()).not.toBeNull();
    await desk.outbox.handlers['outbox.undo']({ id });
    expect(watched()).toBeNull();
  });
  it('gives the words back as a draft, and the conversation back to the queue', async () => {
    const desk = world();
    const { id } = await desk.reply({ text: 'Te snel' });
    expect(desk.outbox.handlers['outbox.undo']({ id })).toMatchObject({
      ok: true,
      value: { conversation: desk.conversation, draft: { kind: 'answer', text: 'Te snel', html: null, files: [] } },
    });
    expect(desk.store.drafts.answerIn(desk.conversation)?.text).toBe('Te snel');
    expect(desk.store.messages.ofConversation(desk.conversation)).toHaveLength(1);
    expect(desk.turn()).toBe('ours');
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent).toHaveLength(0);
  });

  it('puts back what was decided before: put off until Friday, with a date of its own', async () => {
    const desk = world();
    const row = desk.store.conversations.get(desk.conversation);
    if (row === null) throw new Error('no conversation');
    const decided = { ...row.decisions, snoozedUntil: MONDAY_9 + 96 * HOUR_MS, replyByHand: MONDAY_9 + 97 * HOUR_MS };
    desk.store.conversations.decide(desk.conversation, decided);
    const { id } = await desk.reply();
    expect(desk.store.conversations.get(desk.conversation)?.decisions.snoozedUntil).toBeNull();
    await desk.outbox.handlers['outbox.undo']({ id });
    expect(desk.store.conversations.get(desk.conversation)?.decisions).toEqual(decided);
  });

  it('keeps what was typed since', async () => {
    const desk = world();
    const { id } = await desk.reply({ text: 'Eerste' });
    await desk.drafts.handlers['draft.save'](answerToSave(desk.conversation, 'Tweede'));
    await desk.outbox.handlers['outbox.undo']({ id });
    expect(desk.store.drafts.answerIn(desk.conversation)?.text).toBe('Eerste\n\nTweede');
  });

  it('is too late once it left', async () => {
    const desk = world();
    const { id } = await desk.reply({ now: true });
    await atRest(desk.ports);
    expect(desk.outbox.handlers['outbox.undo']({ id })).toMatchObject({
      ok: false,
      error: { code: 'not-possible-now' },
    });
    expect(desk.store.messages.ofConversation(desk.conversation)).toHaveLength(2);
  });

  it('also works for what was refused for good: the text can be edited and sent anew', async () => {
    const desk = world();
    desk.script.outcomes.push({ kind: 'refused', error: failed('server-refused', 'never', '554').error, refused: [] });
    const { id } = await desk.reply({ now: true });
    await atRest(desk.ports);
    expect(desk.outbox.handlers['outbox.undo']({ id })).toMatchObject({ ok: true });
  });
});

describe('a server that will not have it', () => {
  it('busy: asked again ever less often, with the same bytes and one Message-ID', async () => {
    const desk = world();
    desk.script.outcomes.push(later(), later(), later());
    const { id } = await desk.reply({ now: true });
    await atRest(desk.ports);
    expect(desk.delivery(id)).toMatchObject({ state: 'queued', attempts: 1, error: { code: 'server-busy' } });
    expect(desk.turn()).toBe('theirs');
    await desk.ports.pass(5 * MINUTE_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', attempts: 4, error: null });
    expect(new Set(desk.sent.map(text)).size).toBe(1);
  });

  it('refused for good: one attempt, and the customer is waiting for us again', async () => {
    const desk = world();
    desk.script.outcomes.push({ kind: 'refused', error: failed('server-refused', 'never', '554').error, refused: [] });
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent).toHaveLength(1);
    expect(desk.delivery(id)).toMatchObject({ state: 'failed', error: { code: 'server-refused' } });
    expect(desk.turn()).toBe('ours');
    expect(desk.outbox.handlers['outbox.retry']({ id })).toMatchObject({ ok: true });
    await atRest(desk.ports);
    expect(desk.delivery(id)?.state).toBe('sent');
    expect(desk.turn()).toBe('theirs');
  });

  it('one of three recipients refused: the others have it, and trying again reaches only him', async () => {
    const desk = world();
    const conversation = desk.receive({
      messageId: 'drie@klant.example',
      cc: [
        { name: '', address: 'els@klant.example' },
        { name: '', address: 'weg@klant.example' },
      ],
    });
    desk.script.outcomes.push({
      kind: 'sent',
      accepted: ['jan@klant.example', 'els@klant.example'],
      refused: [{ address: 'weg@klant.example', reply: '550 5.1.1 unknown' }],
      serverReply: '250',
    });
    const result = await desk.outbox.handlers['reply.send']({
      conversation,
      text: 'Dag',
      sendAt: null,
      now: true,
      cannedId: null,
    });
    await atRest(desk.ports);
    const id = result.ok ? result.value.id : 0;
    expect(desk.delivery(id)).toMatchObject({
      state: 'sent',
      refused: [{ address: 'weg@klant.example' }],
      error: { code: 'recipient-refused' },
    });
    await desk.outbox.handlers['outbox.retry']({ id });
    await atRest(desk.ports);
    expect(desk.sent.map(({ recipients }) => recipients)).toEqual([
      ['jan@klant.example', 'els@klant.example', 'weg@klant.example'],
      ['weg@klant.example'],
    ]);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', refused: [] });
    expect(desk.filed).toHaveLength(1);
  });

  it('a wrong password: one more try, then nothing until there is a new one', async () => {
    const desk = world();
    const wrong: SendOutcome = { kind: 'try-later', error: failed('wrong-password', 'user', '535').error };
    desk.script.outcomes.push(wrong, wrong);
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(48 * HOUR_MS);
    expect(desk.sent).toHaveLength(2);
    expect(desk.delivery(id)).toMatchObject({
      state: 'queued',
      nextAttemptAt: null,
      error: { code: 'wrong-password' },
    });
    desk.outbox.wake();
    await desk.ports.pass(MINUTE_MS);
    expect(desk.sent).toHaveLength(2);
    desk.outbox.wake('a1');
    await atRest(desk.ports);
    expect(desk.delivery(id)?.state).toBe('sent');
  });

  it('no password at hand: it waits, and is not asked for again and again', async () => {
    const desk = world();
    desk.passwords.answer = failed('password-missing', 'user', 'x');
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(HOUR_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'queued', error: { code: 'password-missing' } });
    desk.passwords.answer = ok('wachtwoord');
    desk.outbox.wake('a1');
    await atRest(desk.ports);
    expect(desk.sent).toHaveLength(1);
  });

  it('offline: a second answer does not knock again within 30 s, and both leave when the network is back', async () => {
    const desk = world();
    desk.script.outcomes.push(later('offline'), later('offline'));
    await desk.reply({ now: true });
    await desk.reply({ now: true });
    await desk.ports.pass(1_000);
    expect(desk.sent).toHaveLength(1);
    await desk.ports.pass(40_000);
    expect(desk.sent).toHaveLength(2);
    await desk.ports.pass(31_000);
    desk.outbox.wake();
    await atRest(desk.ports);
    expect(desk.sent.length).toBeGreaterThanOrEqual(4);
    expect(desk.store.deliveries.countByState()).toMatchObject({ sent: 2, queued: 0 });
  });

  it('the mailbox can be reached again: what waited half an hour leaves now', async () => {
    const desk = world();
    for (let attempt = 0; attempt < 8; attempt += 1) desk.script.outcomes.push(later('connection-lost'));
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(HOUR_MS + 30 * MINUTE_MS);
    expect(desk.delivery(id)?.attempts).toBe(8);
    const state = { kind: 'waiting', error: failed('offline', 'auto', 'x').error, since: 0, nextTryAt: 0 } as const;
    desk.outbox.accountState('a1', state);
    desk.outbox.accountState('a1', { kind: 'live', since: 0 });
    await desk.ports.pass(31_000);
    expect(desk.delivery(id)?.state).toBe('sent');
  });
});

describe('a lost answer', () => {
  it('found in Sent: it was sent, the server filed it, and nothing goes out again', async () => {
    const desk = world();
    desk.script.outcomes.push(lost);
    desk.script.looks.push(ok('nowhere'), ok('nowhere'), ok('filed'));
    const { id } = await desk.reply({ now: true });
    await atRest(desk.ports);
    expect(desk.delivery(id)?.state).toBe('unknown');
    await desk.ports.pass(HOUR_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'by-server' });
    expect(desk.looked.map((at) => (at - MONDAY_9) / SECOND_MS)).toEqual([0, 5, 30]);
    expect(desk.sent).toHaveLength(1);
    expect(desk.filed).toHaveLength(0);
  });

  it('the customer answers it: then it has arrived, whatever Sent holds', async () => {
    const desk = world();
    desk.script.outcomes.push(lost);
    const { id, messageId } = await desk.reply({ now: true });
    await desk.ports.pass(10 * MINUTE_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'unknown', nextAttemptAt: null });
    desk.receive({ messageId: 'dank@klant.example', inReplyTo: [messageId], references: [messageId], text: 'Top!' });
    await atRest(desk.ports);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'done' });
    expect(desk.sent).toHaveLength(1);
  });

  it('of the rest of the recipients: the first copy in Sent answers for nothing, so the owner is asked', async () => {
    const desk = world();
    const conversation = desk.receive({
      messageId: 'twee@klant.example',
      cc: [{ name: '', address: 'els@klant.example' }],
    });
    desk.script.outcomes.push(
      {
        kind: 'sent',
        accepted: ['jan@klant.example'],
        refused: [{ address: 'els@klant.example', reply: '450 4.2.0 later' }],
        serverReply: '250',
      },
      lost,
    );
    for (let look = 0; look < 9; look += 1) desk.script.looks.push(ok('filed'));
    const args = { conversation, text: 'Dag', sendAt: null, now: true, cannedId: null };
    const result = await desk.outbox.handlers['reply.send'](args);
    const id = result.ok ? result.value.id : 0;
    await atRest(desk.ports);
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent.map(({ recipients }) => recipients)).toEqual([
      ['jan@klant.example', 'els@klant.example'],
      ['els@klant.example'],
    ]);
    await desk.outbox.handlers['outbox.resolve']({ id, as: 'check' });
    await desk.outbox.handlers['outbox.run']({});
    await desk.ports.pass(HOUR_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'unknown', nextAttemptAt: null });
    expect(desk.looked).toHaveLength(0);
  });

  it('not found: the owner is asked, and it is never sent again by itself', async () => {
    const desk = world();
    desk.script.outcomes.push(lost);
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(48 * HOUR_MS);
    expect(desk.looked).toHaveLength(4);
    expect(desk.delivery(id)).toMatchObject({ state: 'unknown', nextAttemptAt: null });
    desk.outbox.wake();
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent).toHaveLength(1);
  });

  it.each([
    ['sent', 1, 'sent'],
    ['send-again', 2, 'sent'],
    ['check', 1, 'unknown'],
  ] as const)('the owner says %s', async (as, times, state) => {
    const desk = world();
    desk.script.outcomes.push(lost);
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(10 * MINUTE_MS);
    expect(desk.outbox.handlers['outbox.resolve']({ id, as })).toMatchObject({ ok: true });
    await desk.ports.pass(10 * MINUTE_MS);
    expect(desk.sent).toHaveLength(times);
    expect(desk.delivery(id)?.state).toBe(state);
    expect(new Set(desk.sent.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('sync brought the copy meanwhile: no server needs to be asked', async () => {
    const desk = world();
    desk.script.outcomes.push(lost);
    desk.script.looks.push(failed('offline', 'auto', 'x'));
    const { id } = await desk.reply({ now: true });
    await atRest(desk.ports);
    const row = desk.store.deliveries.get(id);
    const sentBox = desk.store.mailboxes.list('a1').find(({ role }) => role === 'sent');
    desk.store.mailboxes.addPlace(sentBox?.id ?? 0, 1, row?.messageRow ?? 0, []);
    await desk.ports.pass(MINUTE_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'by-server' });
    expect(desk.looked).toHaveLength(1);
  });

  it('filing fails: the message stays sent, and only the copy is tried again', async () => {
    const desk = world();
    desk.script.filings.push(failed('connection-lost', 'auto', 'x'), failed('connection-lost', 'auto', 'x'));
    const { id } = await desk.reply({ now: true });
    await atRest(desk.ports);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'pending' });
    await desk.ports.pass(5 * MINUTE_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'done' });
    expect(desk.sent).toHaveLength(1);
  });
});

describe('the copy in Sent', () => {
  const place = { mailbox: 'Sent', uidValidity: '7', uid: 3 };

  it('is not waited for: the answer to "send this" is what the outgoing server said', async () => {
    const desk = world({ isStarted: false });
    let letGo = (): void => {};
    desk.script.filingHangs = new Promise((resolve) => (letGo = resolve));
    const { id } = await desk.reply({ now: true });
    expect(await desk.outbox.handlers['outbox.run']({})).toMatchObject({ ok: true, value: [{ id, state: 'sent' }] });
    expect(desk.filed).toHaveLength(0);
    letGo();
    await atRest(desk.ports);
    expect(desk.delivery(id)?.filed).toBe('done');
  });

  it('that was due before is what a run is for', async () => {
    const desk = world();
    desk.script.filings.push(failed('connection-lost', 'auto', 'x'));
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(SECOND_MS);
    await desk.outbox.stop();
    const next = openOutboxDesk(desk.ports, desk.beyond, { store: desk.store });
    desk.ports.jumpTo(MONDAY_9 + HOUR_MS);
    expect(await next.outbox.handlers['outbox.run']({})).toMatchObject({ ok: true, value: [{ id, filed: 'done' }] });
    expect(desk.filed).toHaveLength(2);
    expect(desk.sent).toHaveLength(1);
  });

  it('is looked at once more with a server that is new to us; what it does by itself is known from then on', async () => {
    const desk = world();
    desk.script.filings.push(ok({ kind: 'done', place }));
    desk.script.secondLooks.push(ok('withdrawn'));
    const { id } = await desk.reply({ now: true });
    await atRest(desk.ports);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'done' });
    await desk.ports.pass(2 * MINUTE_MS);
    expect(desk.delivery(id)).toMatchObject({ filed: 'by-server' });
    expect(desk.store.habits.get('a1').filesSent).toBe('server');
  });

  it('of a server that files by itself, but slowly, is waited for over a restart', async () => {
    const desk = world();
    desk.script.filings.push(ok({ kind: 'not-yet' }), ok({ kind: 'not-yet' }), ok({ kind: 'by-server' }));
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(SECOND_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'pending' });
    await desk.outbox.stop();
    const next = openOutboxDesk(desk.ports, desk.beyond, { store: desk.store });
    next.outbox.start();
    await desk.ports.pass(MINUTE_MS);
    expect(desk.delivery(id)?.filed).toBe('by-server');
    expect(desk.filed).toHaveLength(3);
  });

  it('did not fit into the mailbox: the mail counts as sent, and that is said', async () => {
    const desk = world();
    desk.script.filings.push(failed('over-quota', 'after', '[OVERQUOTA]'));
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(HOUR_MS);
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'failed', error: null });
    expect(desk.filed).toHaveLength(1);
    expect(desk.turn()).toBe('theirs');
  });
});

describe('a message larger than the server takes', () => {
  it('is said before it is queued, with both sizes', async () => {
    const desk = world();
    desk.store.habits.learn('a1', { maxBytes: 40_000 });
    const send = (text: string) =>
      desk.outbox.handlers['reply.send']({
        conversation: desk.conversation,
        text,
        sendAt: null,
        now: true,
        cannedId: null,
      });
    expect(await send('lang '.repeat(20_000))).toMatchObject({
      ok: false,
      error: { code: 'message-too-large', values: { limit: '40 kB' } },
    });
    expect(desk.store.deliveries.countByState().queued).toBe(0);
    expect(await send('kort')).toMatchObject({ ok: true });
  });
});

describe('a paused account', () => {
  it('holds its outbox, and lets it go when it goes on', async () => {
    const desk = world();
    const account = desk.store.accounts.get('a1');
    if (account === null) throw new Error('no account');
    desk.store.accounts.update({ ...account, isPaused: true });
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(HOUR_MS);
    expect(desk.delivery(id)?.state).toBe('queued');
    desk.store.accounts.update(account);
    desk.outbox.accountState('a1', { kind: 'connecting' });
    await atRest(desk.ports);
    expect(desk.delivery(id)?.state).toBe('sent');
  });
});

describe('a clock that jumps ahead three hours', () => {
  const AT_HALF_PAST_ELEVEN = MONDAY_9 + 2.5 * HOUR_MS;
  const jump = (desk: World): void => desk.ports.jumpTo(desk.ports.clock.now() + 3 * HOUR_MS);

  it('and back again lets nothing out before its time', async () => {
    const desk = world();
    await desk.reply({ sendAt: AT_HALF_PAST_ELEVEN });
    await desk.ports.pass(HOUR_MS);
    jump(desk);
    desk.outbox.wake();
    await desk.ports.pass(30 * SECOND_MS);
    expect(desk.sent).toHaveLength(0);
    desk.ports.jumpTo(desk.ports.clock.now() - 3 * HOUR_MS);
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent).toHaveLength(0);
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent).toHaveLength(1);
  });

  it('and stays there is believed after three quarters of a minute', async () => {
    const desk = world();
    await desk.reply({ sendAt: AT_HALF_PAST_ELEVEN });
    await desk.ports.pass(MINUTE_MS);
    jump(desk);
    desk.outbox.wake();
    await desk.ports.pass(40 * SECOND_MS);
    expect(desk.sent).toHaveLength(0);
    await desk.ports.pass(10 * SECOND_MS);
    expect(desk.sent).toHaveLength(1);
  });

  it('because the machine slept is believed at once', async () => {
    const desk = world();
    await desk.reply({ sendAt: AT_HALF_PAST_ELEVEN });
    await desk.ports.pass(MINUTE_MS);
    jump(desk);
    desk.outbox.slept();
    await atRest(desk.ports);
    expect(desk.sent).toHaveLength(1);
  });

  it('does not cut the undo time short, and an answer given after it does not wait', async () => {
    const desk = world();
    const before = await desk.reply();
    await desk.ports.pass(SECOND_MS);
    jump(desk);
    const after = await desk.reply();
    await desk.ports.pass(2 * SECOND_MS);
    expect(desk.outbox.handlers['outbox.undo']({ id: before.id })).toMatchObject({ ok: true });
    await desk.ports.pass(9 * SECOND_MS);
    expect(desk.sent.map(({ messageId }) => messageId)).toEqual([after.messageId]);
  });
});

describe('send later', () => {
  it('is watched from the moment at which it leaves', async () => {
    const desk = world();
    const watched = () => desk.store.conversations.get(desk.conversation)?.followUpAt ?? 0;
    const sendAt = MONDAY_9 + 48 * HOUR_MS;
    await desk.reply({ text: 'Dag Jan, welke kleur wenst u?', sendAt });
    // Three working days after Wednesday, over the weekend.
    expect(watched()).toBe(sendAt + 5 * 24 * HOUR_MS);
  });
  const TOMORROW = MONDAY_9 + 24 * HOUR_MS;

  it.each([
    ['the hour that is skipped', Date.UTC(2026, 2, 28, 20), '2026-03-29T09:00+02:00'],
    ['the hour that comes twice', Date.UTC(2026, 9, 24, 20), '2026-10-25T09:00+01:00'],
  ])('over the night with %s it leaves when the shop opens', async (_night, evening, opening) => {
    const desk = world();
    desk.ports.jumpTo(evening);
    desk.outbox.slept();
    await desk.reply({ sendAt: Date.parse(opening) });
    await desk.ports.pass(Date.parse(opening) - evening - SECOND_MS);
    expect(desk.sent).toHaveLength(0);
    await desk.ports.pass(2 * SECOND_MS);
    expect(desk.sent).toHaveLength(1);
  });

  it('survives a restart, also one after its moment', async () => {
    const desk = world();
    const { id } = await desk.reply({ sendAt: TOMORROW });
    await desk.outbox.stop();
    desk.ports.jumpTo(TOMORROW + HOUR_MS);
    const next = openOutboxDesk(desk.ports, desk.beyond, { store: desk.store });
    next.outbox.start();
    await atRest(desk.ports);
    expect(desk.delivery(id)?.state).toBe('sent');
    expect(desk.sent).toHaveLength(1);
  });

  it('leaves at its moment', async () => {
    const desk = world();
    await desk.reply({ sendAt: TOMORROW });
    await desk.ports.pass(24 * HOUR_MS - 1_000);
    expect(desk.sent).toHaveLength(0);
    await desk.ports.pass(2_000);
    expect(desk.sent).toHaveLength(1);
  });

  it('is held back, and shown, when the customer writes first', async () => {
    const desk = world();
    await desk.reply({ text: 'Morgen hoort u meer.', sendAt: TOMORROW });
    await desk.ports.pass(HOUR_MS);
    desk.receive({ messageId: 'laat-maar@klant.example', inReplyTo: ['vraag@klant.example'], text: 'Laat maar.' });
    await desk.ports.pass(48 * HOUR_MS);
    expect(desk.sent).toHaveLength(0);
    expect(desk.store.drafts.answerIn(desk.conversation)?.text).toBe('Morgen hoort u meer.');
    expect(desk.events).toContainEqual({ kind: 'send-later-cancelled', conversation: desk.conversation });
    expect(desk.turn()).toBe('ours');
  });

  it('a newsletter does not hold it back, and an answer within its undo time is not held back at all', async () => {
    const desk = world();
    await desk.reply({ sendAt: TOMORROW });
    await desk.reply();
    desk.receive({ messageId: 'robot@klant.example', inReplyTo: ['vraag@klant.example'], kind: 'auto-reply' });
    expect(desk.store.deliveries.countByState().queued).toBe(2);
    desk.receive({ messageId: 'mens@klant.example', inReplyTo: ['vraag@klant.example'] });
    expect(desk.store.deliveries.countByState().queued).toBe(1);
  });
});

/** As a real machine's: it goes on while we look, and a timer may come a moment before its time. */
function withRunningClock(ports: FakePorts, glanceMs: number): FakePorts {
  let glances = 0;
  const ahead = (): number => (glances += 1) * glanceMs;
  return {
    ...ports,
    clock: {
      now: () => Math.floor(ports.clock.now() + ahead()),
      monotonicMs: () => ports.clock.monotonicMs() + ahead(),
    },
    timers: { after: (delayMs, run) => ports.timers.after(delayMs - 1, run) },
  };
}

describe('a disk that is full', () => {
  /** Fails at the write that `when` names, as SQLite does. */
  const fullAt =
    (when: 'claim' | 'body' | 'outcome', times = 1) =>
    (store: Store): Store => {
      let failures = 0;
      const fail = (now: boolean): void => {
        if (!now || failures === times) return;
        failures += 1;
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      };
      const { deliveries } = store;
      return {
        ...store,
        deliveries: {
          ...deliveries,
          change: (seen, change) => {
            fail((when === 'claim' && change.state === 'sending') || (when === 'outcome' && change.state === 'sent'));
            return deliveries.change(seen, change);
          },
          markBodyStarted: (seen) => {
            fail(when === 'body');
            return deliveries.markBodyStarted(seen);
          },
        },
      };
    };

  it.each(['claim', 'body'] as const)('at the %s: said so, nothing left, and sent once there is room', async (when) => {
    const desk = world({ disturb: fullAt(when) });
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(5 * MINUTE_MS);
    expect(desk.delivery(id)?.state).toBe('sent');
    expect(desk.sent).toHaveLength(1);
  });

  it('is not forgotten when its rest ends between two glances at the clock', async () => {
    for (let glanceMs = 0.02; glanceMs < 1; glanceMs += 0.02) {
      const desk = world({ disturb: fullAt('claim'), glanceMs });
      const { id } = await desk.reply({ now: true });
      await desk.ports.pass(5 * MINUTE_MS);
      expect([glanceMs, desk.delivery(id)?.state]).toEqual([glanceMs, 'sent']);
    }
  });

  it('sends at once when it is heard that there is room', async () => {
    const desk = world({ disturb: fullAt('claim') });
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(5 * SECOND_MS);
    desk.outbox.wake();
    await atRest(desk.ports);
    expect(desk.delivery(id)?.state).toBe('sent');
  });

  it('for good: nothing leaves, and the processor is left alone', async () => {
    const desk = world({ disturb: fullAt('claim', Infinity) });
    await desk.reply({ now: true });
    await desk.ports.pass(5 * MINUTE_MS);
    expect(desk.sent).toHaveLength(0);
    const troubles = desk.events.filter(({ kind }) => kind === 'trouble').length;
    expect(troubles).toBeGreaterThanOrEqual(5);
    expect(troubles).toBeLessThanOrEqual(12);
  });

  it('at the outcome: not sent again, but looked up', async () => {
    const desk = world({ disturb: fullAt('outcome') });
    desk.script.looks.push(ok('filed'));
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(5 * MINUTE_MS);
    expect(desk.events).toContainEqual({
      kind: 'trouble',
      error: expect.objectContaining({ code: 'disk-full' }) as object,
    });
    expect(desk.delivery(id)).toMatchObject({ state: 'sent', filed: 'by-server' });
    expect(desk.sent).toHaveLength(1);
  });
});

describe('starting again', () => {
  it('what stood before the body is sent; what stood behind it is looked up', async () => {
    const desk = world({ isStarted: false });
    const before = await desk.reply({ now: true });
    const behind = await desk.reply({ now: true });
    for (const { id } of [before, behind]) {
      desk.store.deliveries.change(
        { id, state: 'queued', attempts: 0, bodyStarted: false },
        { state: 'sending', attempts: 1, nextAttemptAt: null },
      );
    }
    desk.store.deliveries.markBodyStarted({ id: behind.id, attempts: 1 });
    desk.outbox.start();
    await atRest(desk.ports);
    expect(desk.sent.map(({ messageId }) => messageId)).toEqual([before.messageId]);
    expect(desk.delivery(before.id)?.state).toBe('sent');
    expect(desk.delivery(behind.id)?.state).toBe('unknown');
  });

  it('an attempt that lost its row to another program cannot let the body go', async () => {
    const desk = world();
    desk.script.outcomes.push((mail) => {
      // Another program on the same folder finds the row in 'sending' and takes it over.
      const row = desk.store.deliveries.inState('sending')[0];
      if (row === undefined) throw new Error('nothing is being sent');
      desk.store.deliveries.change(row, { state: 'queued', nextAttemptAt: null });
      return { kind: 'sent', accepted: mail.recipients, refused: [], serverReply: '' };
    });
    const { id } = await desk.reply({ now: true });
    expect(desk.sent).toHaveLength(0);
    expect(desk.delivery(id)?.state).toBe('queued');
  });

  it('a clock that is set back two days does not hold the outbox for two days', async () => {
    const desk = world();
    desk.script.outcomes.push(later());
    const tried = await desk.reply({ now: true });
    const waiting = await desk.reply();
    const planned = await desk.reply({ sendAt: MONDAY_9 + HOUR_MS });
    desk.ports.jumpTo(MONDAY_9 - 48 * HOUR_MS);
    await desk.ports.pass(3 * MINUTE_MS);
    expect(desk.delivery(tried.id)?.state).toBe('sent');
    expect(desk.delivery(waiting.id)?.state).toBe('sent');
    expect(desk.delivery(planned.id)?.state).toBe('queued');
  });

  it('run sends what is due and waits for the outcome, without the app', async () => {
    const desk = world({ isStarted: false });
    await desk.reply();
    const { id } = await desk.reply({ now: true });
    await desk.ports.pass(5_000);
    expect(desk.sent).toHaveLength(0);
    const result = await desk.outbox.handlers['outbox.run']({});
    expect(result).toMatchObject({ ok: true, value: [{ id, state: 'sent' }] });
    expect(desk.sent).toHaveLength(1);
    await desk.outbox.stop();
    expect(desk.filed).toHaveLength(1);
    expect(desk.store.deliveries.get(id)?.filed).toBe('done');
  });

  it('what the server said counts also when the attempt was taken for lost meanwhile', async () => {
    const desk = world();
    desk.script.outcomes.push((mail) => {
      const row = desk.store.deliveries.inState('sending')[0];
      if (row === undefined) throw new Error('nothing is being sent');
      desk.store.deliveries.change(row, { state: 'unknown', bodyStarted: true, nextAttemptAt: null });
      return { kind: 'refused', error: failed('server-refused', 'never', `554 ${mail.messageId}`).error, refused: [] };
    });
    const { id } = await desk.reply({ now: true });
    expect(desk.delivery(id)?.state).toBe('failed');
  });

  it('nothing leaves after a stop', async () => {
    const desk = world();
    await desk.reply();
    await desk.outbox.stop();
    await desk.ports.pass(HOUR_MS);
    expect(desk.sent).toHaveLength(0);
    expect(desk.ports.pendingTimers()).toBe(0);
  });

  it('a stop waits for the answer to a body that has left', async () => {
    const desk = world();
    let answer: (outcome: SendOutcome) => void = () => {};
    desk.script.answering.push(new Promise((resolve) => (answer = resolve)));
    const { id } = await desk.reply({ now: true });
    let isStopped = false;
    const stopping = desk.outbox.stop().then(() => (isStopped = true));
    await desk.ports.pass(5_000);
    expect(isStopped).toBe(false);
    answer({ kind: 'sent', accepted: ['jan@klant.example'], refused: [], serverReply: '250' });
    await stopping;
    expect(desk.delivery(id)?.state).toBe('sent');
  });
});
