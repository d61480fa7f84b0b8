// Writing as the owner does it: a real store, the real outbox, a fake clock, and a channel that does as it is told.
import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { CommandArgs } from '../../contract/commands.ts';
import type { DraftView, LetterBack } from '../../contract/drafts.ts';
import type { DeliveryView } from '../../contract/views.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { viewMessage } from '../conversations/view-conversation.ts';
import { mergeInto } from '../ingest/threading.ts';
import type { OutgoingMail } from '../channels/connector.ts';
import { createFakePorts } from '../ports/fake-ports.ts';
import { answerToSave } from '../../../tests/helpers/draft-words.ts';
import { openOutboxDesk } from '../../../tests/helpers/outbox-desk.ts';
import { createDrafts } from './drafts.ts';

const MONDAY_9 = Date.UTC(2026, 4, 25, 7, 0);
const BOOKKEEPER = { name: 'Boekhouder', address: 'boek@kantoor.example' };

type Question = Parameters<typeof openDesk>[0];
function openDesk(options: { readonly attachment?: Result<Uint8Array> } = {}) {
  const ports = createFakePorts(MONDAY_9);
  const sent: OutgoingMail[] = [];
  const filed: OutgoingMail[] = [];
  const desk = openOutboxDesk(ports, {
    connectorFor: () => ({
      send: async (_account, _password, mail, onBodyStart) => {
        onBodyStart();
        sent.push(mail);
        return { kind: 'sent', accepted: mail.recipients, refused: [], serverReply: '250' };
      },
      findSent: async () => ok('nowhere'),
      fileSent: async (_account, _password, mail) => {
        filed.push(mail);
        return ok({ kind: 'done', place: null });
      },
      withdrawCopy: async () => ok('alone'),
    }),
  });
  const { handlers } = createDrafts({
    store: desk.store,
    clock: ports.clock,
    emit: () => {},
    attachmentContent: async () => {
      const bytes = options.attachment ?? ok(new Uint8Array([1, 2, 3]));
      return bytes.ok
        ? ok({ fileName: 'factuur.pdf', contentType: 'application/pdf', caution: null, bytes: bytes.value })
        : bytes;
    },
  });
  desk.outbox.start();
  const value = async <T>(answer: Result<T> | Promise<Result<T>>): Promise<T> => {
    const settled = await answer;
    if (!settled.ok) throw new Error(`${settled.error.code}: ${settled.error.detail}`);
    return settled.value;
  };
  const save = async (asked: CommandArgs<'draft.save'>): Promise<DraftView> => {
    const saved = await value(handlers['draft.save'](asked));
    if (saved === null) throw new Error('nothing was saved');
    return saved;
  };
  const addFile = (id: number, fileName: string, bytes = new Uint8Array([9, 9]), contentId: string | null = null) =>
    value(handlers['draft.addFile']({ id, fileName, contentType: 'application/pdf', contentId, bytes }));
  const send = (id: number, sendAt: number | null = null): Promise<DeliveryView> =>
    value(desk.outbox.handlers['draft.send']({ id, sendAt, now: false }));
  const undo = (id: number): Promise<LetterBack> => value(desk.outbox.handlers['outbox.undo']({ id }));
  return { ...desk, ports, sent, filed, handlers, value, save, addFile, send, undo };
}
const begun = (desk: ReturnType<typeof openDesk>, to: readonly { name: string; address: string }[] = []) =>
  desk.value(desk.handlers['draft.begin']({ kind: 'new', account: null, to: [...to] }));
const again = ({ files: _files, savedAt: _savedAt, ...draft }: DraftView, change: Partial<DraftView> = {}) =>
  ({ ...draft, ...change }) as CommandArgs<'draft.save'>;
const atRest = async (desk: ReturnType<typeof openDesk>, ms: number): Promise<void> => {
  await desk.ports.pass(ms);
  for (let turn = 0; turn < 10; turn += 1) await desk.ports.pass(0);
};

describe('what is being written', () => {
  it('is one answer a conversation, whoever begins it', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const first = await desk.save(answerToSave(conversation, 'Dag'));
    const second = await desk.save(answerToSave(conversation, 'Dag Jan'));
    expect(second).toMatchObject({ id: first.id, text: 'Dag Jan', conversation });
    expect(await desk.value(desk.handlers['draft.list']({}))).toMatchObject([
      { id: first.id, who: 'Jan van den Berg', subject: 'Offerte voor een tuinhuis', preview: 'Dag Jan' },
    ]);
  });

  it('is gone when an answer holds nothing any more, and stays for a file or a chosen person', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const { id } = await desk.save(answerToSave(conversation, 'Dag'));
    const file = await desk.addFile(id, 'plan.pdf');
    expect(await desk.save({ ...answerToSave(conversation, ' '), id })).toMatchObject({ id, files: [file] });
    await desk.value(desk.handlers['draft.removeFile']({ file: file.id }));
    const chosen = { to: [BOOKKEEPER], cc: [], bcc: [] };
    expect(await desk.save({ ...answerToSave(conversation, ''), id, recipients: chosen })).toMatchObject({ id });
    expect(await desk.value(desk.handlers['draft.save']({ ...answerToSave(conversation, ''), id }))).toBeNull();
    expect(desk.store.drafts.open()).toEqual([]);
  });

  it('lists no new mail in which nothing was said, and forgets it after a day', async () => {
    const desk = openDesk();
    await begun(desk);
    const kept = await begun(desk, [BOOKKEEPER]);
    expect(await desk.value(desk.handlers['draft.list']({}))).toMatchObject([{ id: kept.id, who: 'Boekhouder' }]);
    await desk.ports.pass(2 * DAY_MS);
    desk.drafts.start();
    expect(desk.store.drafts.open().map(({ id }) => id)).toEqual([kept.id]);
  });

  it('is brought back from the bin with what was typed since, and not from the next day on', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const { id } = await desk.save(answerToSave(conversation, 'Eerste'));
    await desk.addFile(id, 'plan.pdf');
    await desk.value(desk.handlers['draft.discard']({ id }));
    expect(desk.store.drafts.answerIn(conversation)).toBeNull();
    const since = await desk.save({ ...answerToSave(conversation, 'Tweede'), html: '<p>Tweede</p>' });
    await desk.addFile(since.id, 'foto.pdf');
    const back = await desk.value(desk.handlers['draft.bringBack']({ id }));
    expect(back).toMatchObject({ id, text: 'Eerste\n\nTweede', html: '<p>Eerste</p><p></p><p>Tweede</p>' });
    expect(back.files.map(({ fileName }) => fileName)).toEqual(['plan.pdf', 'foto.pdf']);
    await desk.value(desk.handlers['draft.discard']({ id }));
    await desk.ports.pass(2 * DAY_MS);
    desk.drafts.start();
    expect(await desk.handlers['draft.bringBack']({ id })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('of two conversations that turn out to be one becomes one, with all words, people and files', async () => {
    const desk = openDesk();
    const one = desk.receive();
    const other = desk.receive({ messageId: 'tweede@klant.example', subject: 'Iets anders' });
    const first = await desk.save(answerToSave(one, 'Over het tuinhuis.'));
    const second = await desk.save({
      ...answerToSave(other, 'En het andere.'),
      recipients: { to: [], cc: [BOOKKEEPER], bcc: [] },
    });
    await desk.addFile(second.id, 'plan.pdf');
    desk.store.transaction(() => mergeInto(desk.store, one, other));
    expect(await desk.value(desk.handlers['draft.get']({ id: first.id }))).toMatchObject({
      text: 'Over het tuinhuis.\n\nEn het andere.',
      recipients: { cc: [BOOKKEEPER] },
      files: [{ fileName: 'plan.pdf' }],
    });
    expect(desk.store.drafts.open()).toHaveLength(1);
  });
});

describe('files', () => {
  it('have names that are safe everywhere, and come back byte for byte', async () => {
    const desk = openDesk();
    const { id } = await begun(desk);
    const bytes = new Uint8Array([0, 255, 13, 10]);
    const file = await desk.addFile(id, '../../CON.pdf', bytes);
    expect(file.fileName).not.toMatch(/[/\\]|^CON/);
    const content = await desk.value(desk.handlers['draft.fileContent']({ file: file.id }));
    expect([...content.bytes]).toEqual([...bytes]);
  });

  it('are refused beyond what the server of the account takes, as they are on the wire', async () => {
    const desk = openDesk();
    const { id } = await begun(desk);
    desk.store.habits.learn('a1', { maxBytes: 1_000_000 });
    await desk.addFile(id, 'a.pdf', new Uint8Array(400_000));
    const tooMuch = desk.handlers['draft.addFile']({
      id,
      fileName: 'b.pdf',
      contentType: 'application/pdf',
      contentId: null,
      bytes: new Uint8Array(350_000),
    });
    expect(await tooMuch).toMatchObject({ ok: false, error: { code: 'message-too-large' } });
    await desk.addFile(id, 'b.pdf', new Uint8Array(300_000));
  });
});

describe('a letter that was sent', () => {
  it('is no draft any more, and taken back it is the one it was: people, looks and files', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const written = await desk.save({
      ...answerToSave(conversation, 'Zie bijlage'),
      html: '<p>Zie <strong>bijlage</strong></p>',
      subject: 'Uw offerte',
      recipients: { to: [BOOKKEEPER], cc: [], bcc: [{ name: '', address: 'geheim@x.example' }] },
    });
    await desk.addFile(written.id, 'plan.pdf');
    const before = await desk.value(desk.handlers['draft.get']({ id: written.id }));
    const delivery = await desk.send(written.id);
    expect(delivery.to).toEqual([BOOKKEEPER.address, 'geheim@x.example']);
    expect(await desk.value(desk.handlers['draft.list']({}))).toEqual([]);
    expect(await desk.handlers['draft.save'](again(before))).toMatchObject({ error: { code: 'not-found' } });
    const back = await desk.undo(delivery.id);
    expect(back).toEqual({ conversation, draft: before });
    expect(await desk.value(desk.handlers['draft.get']({ id: written.id }))).toEqual(before);
  });

  it('is gone for good once somebody has it, and its files are in the story, at hand without a network', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const { id } = await desk.save({ ...answerToSave(conversation, 'Hierbij'), html: '<p>Hierbij</p>' });
    await desk.addFile(id, 'plan.pdf', new Uint8Array([7, 7, 7]));
    await desk.send(id);
    await atRest(desk, HOUR_MS);
    expect(desk.sent).toHaveLength(1);
    expect(desk.store.drafts.get(id)).toBeNull();
    const message = desk.store.messages.ofConversation(conversation).at(-1);
    const [attachment] = desk.store.attachments.ofMessage(message?.id ?? 0);
    expect(attachment).toMatchObject({ fileName: 'plan.pdf', isHere: true, size: 3 });
    expect([...(desk.store.attachments.content(attachment?.id ?? 0) ?? [])]).toEqual([7, 7, 7]);
    expect(desk.store.bodies.get(message?.id ?? 0)?.html).toContain('Hierbij');
  });

  it('keeps for the owner, and for nobody else, who had it blindly', async () => {
    const desk = openDesk();
    const draft = await begun(desk, [BOOKKEEPER]);
    const recipients = { to: [BOOKKEEPER], cc: [], bcc: [{ name: '', address: 'geheim@x.example' }] };
    await desk.save(again(draft, { text: 'Dag', subject: 'Dag', recipients }));
    await desk.send(draft.id);
    await atRest(desk, HOUR_MS);
    const [left, copy] = [desk.sent, desk.filed].map((mails) => Buffer.from(mails[0]?.raw ?? []).toString('latin1'));
    expect(desk.sent[0]?.recipients).toEqual([BOOKKEEPER.address, 'geheim@x.example']);
    expect(left).not.toContain('geheim');
    expect(copy).toBe(`Bcc: geheim@x.example\r\n${left}`);
  });

  it('is as it was saved last, also when it is sent twice at once', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const draft = await desk.save(answerToSave(conversation, 'Oud'));
    const sending = desk.outbox.handlers['draft.send']({ id: draft.id, sendAt: null, now: false });
    const twice = desk.outbox.handlers['draft.send']({ id: draft.id, sendAt: null, now: false });
    await desk.save(again(draft, { text: 'Nieuw' }));
    const { id } = await desk.value(sending);
    expect(await twice).toMatchObject({ ok: false });
    expect(desk.store.deliveries.get(id)?.text).toBe('Nieuw');
    expect(desk.store.deliveries.list(10)).toHaveLength(1);
  });

  it('with files comes back when the customer writes first', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const { id } = await desk.save(answerToSave(conversation, 'Morgen'));
    await desk.addFile(id, 'plan.pdf');
    await desk.send(id, MONDAY_9 + DAY_MS);
    await desk.ports.pass(HOUR_MS);
    desk.receive({ messageId: 'nog@klant.example', inReplyTo: ['vraag@klant.example'], text: 'Laat maar.' });
    expect(await desk.value(desk.handlers['draft.get']({ id }))).toMatchObject({ files: [{ fileName: 'plan.pdf' }] });
    expect(desk.store.deliveries.list(10)).toEqual([]);
  });

  it('in plain words from elsewhere leaves what is being written with care alone', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const { id } = await desk.save(answerToSave(conversation, 'Een lang verhaal'));
    await desk.addFile(id, 'plan.pdf');
    const said = { conversation, text: 'Tot straks.', sendAt: null, now: false, cannedId: null };
    const delivery = await desk.value(desk.outbox.handlers['reply.send'](said));
    expect(desk.store.drafts.answerIn(conversation)?.id).toBe(id);
    const back = await desk.undo(delivery.id);
    expect(back.draft).toMatchObject({ text: 'Tot straks.\n\nEen lang verhaal', files: [{ fileName: 'plan.pdf' }] });
  });

  it('says nothing where it holds nothing, and not with an open field', async () => {
    const desk = openDesk();
    const { id } = await begun(desk, [BOOKKEEPER]);
    const send = () => desk.outbox.handlers['draft.send']({ id, sendAt: null, now: false });
    expect(await send()).toMatchObject({ error: { code: 'invalid-argument' } });
    const draft = await desk.value(desk.handlers['draft.get']({ id }));
    await desk.save(again(draft, { subject: 'Dag {{klant.voornaam}}' }));
    expect(await send()).toMatchObject({ error: { code: 'field-without-value' } });
  });
});

describe('a new mail', () => {
  it('begins a conversation, and taken back leaves none behind', async () => {
    const desk = openDesk();
    const draft = await begun(desk, [{ name: 'Nieuwe Klant', address: 'nieuw@klant.example' }]);
    await desk.save(again(draft, { subject: 'Kennismaking', text: 'Dag' }));
    const delivery = await desk.send(draft.id);
    expect(desk.store.conversations.get(delivery.conversation)).toMatchObject({
      customer: { name: 'Nieuwe Klant', address: 'nieuw@klant.example' },
      subject: 'Kennismaking',
    });
    const back = await desk.undo(delivery.id);
    expect(back.draft).toMatchObject({ id: draft.id, kind: 'new', conversation: null, subject: 'Kennismaking' });
    expect(desk.store.conversations.get(delivery.conversation)).toBeNull();
  });
});

describe('a message that is passed on', () => {
  const ask = (desk: ReturnType<typeof openDesk>, conversation: number) => {
    const message = desk.store.messages.ofConversation(conversation)[0]?.id ?? 0;
    return desk.handlers['draft.begin']({ kind: 'forward', message });
  };
  const letter = {
    attachments: [
      {
        part: '2',
        fileName: 'factuur.pdf',
        contentType: 'application/pdf',
        size: 3,
        contentId: null,
        isInline: false,
        content: null,
      },
    ],
  };

  it('takes its files along, and the customer still waits for his answer', async () => {
    const desk = openDesk();
    const conversation = desk.receive(letter);
    const draft = await desk.value(ask(desk, conversation));
    expect(draft).toMatchObject({ kind: 'forward', subject: 'Fwd: Offerte voor een tuinhuis', conversation });
    expect(draft.files).toMatchObject([{ fileName: 'factuur.pdf', size: 3 }]);
    await desk.save(again(draft, { recipients: { to: [BOOKKEEPER], cc: [], bcc: [] } }));
    const before = desk.store.conversations.get(conversation);
    const delivery = await desk.send(draft.id);
    await atRest(desk, HOUR_MS);
    expect(desk.sent).toHaveLength(1);
    expect(delivery.conversation).not.toBe(conversation);
    const original = desk.store.messages.ofConversation(conversation)[0];
    if (original === undefined) throw new Error('the original is gone');
    expect(viewMessage(desk.store, original).passedOnTo).toEqual([BOOKKEEPER.address]);
    const after = desk.store.conversations.get(conversation);
    expect([after?.turn, after?.replyBy]).toEqual(['ours', before?.replyBy]);
    expect(desk.store.messages.ofConversation(conversation)[0]?.isAnswered).toBe(false);
  });

  it('is not begun without its files: where they cannot be had, that is said', async () => {
    const desk = openDesk({ attachment: failed('offline', 'auto', 'no network') } satisfies Question);
    expect(await ask(desk, desk.receive(letter))).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(desk.store.drafts.open()).toEqual([]);
  });
});
