// What a letter with looks, files, blind copies and a stranger's words in it is as bytes: read back by our own reader, and by eye.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { openOutboxDesk, OWN_ADDRESS, type OutboxDesk } from '../../../tests/helpers/outbox-desk.ts';
import type { FileToCompose } from '../channels/email/compose.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';
import { identityOf } from '../ingest/identity.ts';
import { createFakePorts } from '../ports/fake-ports.ts';
import { prepareLetter, type LetterAsked, type PreparedLetter } from './prepare-letter.ts';
import { plainWords } from './queue-letter.ts';

const NOW = Date.UTC(2026, 4, 26, 7, 12, 30);
const openDesk = (): OutboxDesk =>
  openOutboxDesk(createFakePorts(NOW), {
    connectorFor: () => {
      throw new Error('nothing is sent here');
    },
  });
const prepare = (desk: OutboxDesk, asked: Partial<LetterAsked>) =>
  prepareLetter(desk.store, {
    ...plainWords(1, 'Dag Jan'),
    files: [],
    date: NOW,
    uuid: 'u-1',
    settings: DEFAULT_SETTINGS,
    ...asked,
  });
async function prepared(desk: OutboxDesk, asked: Partial<LetterAsked>): Promise<PreparedLetter> {
  const letter = await prepare(desk, asked);
  if (!letter.ok) throw new Error(letter.error.detail);
  return letter.value;
}
const file = (fileName: string, change: Partial<FileToCompose> = {}): FileToCompose => ({
  fileName,
  contentType: 'application/pdf',
  contentId: null,
  content: Buffer.from('%PDF-1.7\r\nmet een \0 en een losse \n\r\n.\r\n'),
  ...change,
});
const text = ({ raw }: PreparedLetter): string => Buffer.from(raw).toString('latin1');
const head = (letter: PreparedLetter): string => text(letter).split('\r\n\r\n')[0] ?? '';
const ids = (many: readonly { readonly part: string; readonly contentId: string | null }[]) =>
  many.map(({ part, contentId }) => [part, contentId?.replace(/[<>]/g, '') ?? null]);
const newTo = (address: string, name = ''): Partial<LetterAsked> => ({
  kind: 'new',
  conversation: null,
  subject: 'Offerte',
  recipients: { to: [{ name, address }], cc: [], bcc: [] },
});

describe('a letter with looks and files', () => {
  const picture = file('kast.png', { contentType: 'image/png', contentId: 'kast-1' });
  const html = '<p>Zie <img src="cid:kast-1" alt="kast"></p>';

  it.each<[string, Partial<LetterAsked>]>([
    ['looks only', { html: '<p>Dag <strong>Jan</strong></p>' }],
    ['a picture in its text', { html, files: [picture] }],
    ['a picture in its text and files beside it', { html, files: [file('a.pdf'), picture, file('b.pdf')] }],
    ['plain words and files', { files: [file('a.pdf'), file('b.pdf')] }],
  ])('is found again as it was stored: %s', async (_name, asked) => {
    const desk = openDesk();
    desk.receive();
    const { mail, raw } = await prepared(desk, asked);
    const read = parseMail(raw);
    expect(ids(read.attachments)).toEqual(
      ids(mail.attachments).toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    );
    const inOneLine = Buffer.from(raw).toString('latin1').replaceAll('\r\n', '');
    for (const { content } of mail.attachments) {
      expect(inOneLine).toContain(Buffer.from(content ?? []).toString('base64'));
    }
    expect(read.html?.trim() ?? null).toBe(mail.html?.trim() ?? null);
    expect(identityOf({ mail: read, size: raw.byteLength })).toBe(identityOf({ mail, size: raw.byteLength }));
  });

  it('always says it in plain words too, and leaves out a picture that was taken from the text', async () => {
    const desk = openDesk();
    desk.receive();
    const letter = await prepared(desk, { html: '<p>Dag</p>', files: [picture] });
    expect(text(letter)).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
    expect(text(letter)).not.toContain('image/png');
    expect(letter.mail.attachments).toEqual([]);
  });

  it('says its language, and draws a photo no wider than a mail in a program that knows no other way', async () => {
    const desk = openDesk();
    desk.receive();
    const png = Buffer.from(`89504e470d0a1a0a0000000d49484452${'00000640'.repeat(2)}0806000000`, 'hex');
    const letter = await prepared(desk, {
      text: 'Thank you for your question. We can deliver the table on Friday, if that is good for you.',
      html,
      files: [{ ...picture, content: png }],
    });
    expect(head(letter)).toMatch(/^Content-Language: en$/m);
    expect(letter.mail.html).toMatch(/^<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><\/head>/);
    expect(letter.mail.html).toContain('src="cid:kast-1" alt="kast" width="600"');
  });

  it('is signed in the language that it is written in, where that is beyond doubt', async () => {
    const desk = openDesk();
    const conversation = desk.receive({ text: 'Dag, kunt u mij een offerte sturen voor de kast? Alvast bedankt, Jan' });
    const signatures = [
      { address: null, language: 'nl' as const, text: 'Met vriendelijke groet' },
      { address: null, language: 'en' as const, text: 'Kind regards' },
    ];
    const signed = async (words: string): Promise<string> => {
      const settings = { ...DEFAULT_SETTINGS, signatures };
      return (await prepared(desk, { ...plainWords(conversation, words), settings })).mail.text;
    };
    expect(
      await signed('Thank you for your question. We can deliver it on Friday, if that is good for you.'),
    ).toContain('Kind regards');
    expect(await signed('Super, thanks!')).toContain('Met vriendelijke groet');
  });

  it('that leaves later is dated when it leaves: hours of delay look like spam, and tell when the owner works', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const sendAt = NOW + 9 * 3_600_000;
    const queued = await desk.outbox.handlers['reply.send']({
      conversation,
      text: 'Dag Jan',
      sendAt,
      now: false,
      cannedId: null,
    });
    if (!queued.ok) throw new Error(queued.error.detail);
    expect(parseMail(desk.store.deliveries.raw(queued.value.id) ?? new Uint8Array()).date).toBe(sendAt);
  });

  it('says nothing where its one picture was taken out again', async () => {
    const desk = openDesk();
    const conversation = desk.receive();
    const words = { ...plainWords(conversation, ''), canned: [], savedAt: NOW, sender: OWN_ADDRESS };
    const draft = desk.store.drafts.add(words);
    desk.store.draftFiles.add(
      draft,
      { fileName: 'a.png', contentType: 'image/png', contentId: 'a' },
      new Uint8Array(9),
    );
    const sent = await desk.outbox.handlers['draft.send']({ id: draft, sendAt: null, now: true });
    expect(sent).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
  });

  it('names its files in any script (RFC 2231), and in a way that no name can break out of', async () => {
    const desk = openDesk();
    desk.receive();
    const names = ['Offerte Đặng & zn.pdf', 'a"; x="b.pdf', `${'lang '.repeat(35)}é.pdf`];
    const { raw } = await prepared(desk, { files: names.map((name) => file(name)) });
    expect(Buffer.from(raw).toString('latin1')).toMatch(/filename\*0\*=utf-8''/i);
    expect(parseMail(raw).attachments.map(({ fileName }) => fileName)).toEqual(names);
  });

  it('has no line beyond what SMTP carries (RFC 5321 4.5.3.1.6), whatever is in it', async () => {
    const desk = openDesk();
    desk.receive({ subject: 'x'.repeat(3_000), references: [`${'r'.repeat(240)}@klant.example`] });
    const long = 'aé'.repeat(5_000);
    const letter = await prepared(desk, {
      text: long,
      html: `<p>${long}</p>`,
      files: [file('brief.eml', { contentType: 'application/octet-stream', content: Buffer.from(long) })],
    });
    const longest = Math.max(
      ...text(letter)
        .split('\r\n')
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(998);
    expect(text(letter)).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect([...letter.raw].every((byte) => byte < 128)).toBe(true);
  });
});

describe('whom it goes to', () => {
  it('is as the owner says, each once; blind copies are in the envelope and nowhere in the bytes', async () => {
    const desk = openDesk();
    const person = (address: string) => ({ name: '', address });
    const letter = await prepared(desk, {
      ...newTo('a@x.example'),
      recipients: {
        to: [person('a@x.example'), person('A@X.example')],
        cc: [person('b@x.example')],
        bcc: [person('geheim@x.example'), person('b@x.example')],
      },
    });
    expect(letter.recipients).toEqual(['a@x.example', 'b@x.example', 'geheim@x.example']);
    expect(text(letter)).not.toMatch(/geheim|^bcc/im);
    expect(letter.mail.bcc).toEqual([person('geheim@x.example')]);
  });

  it('has nobody in sight where all have it blindly, and says so: without To it would look like spam', async () => {
    const blind = { to: [], cc: [], bcc: [{ name: '', address: 'geheim@x.example' }] };
    const letter = await prepared(openDesk(), { ...newTo(''), recipients: blind });
    expect(head(letter)).toMatch(/^To: undisclosed-recipients:;$/m);
    expect(parseMail(letter.raw)).toMatchObject({ to: [], bcc: [] });
    expect(letter.recipients).toEqual(['geheim@x.example']);
  });

  it('may be five hundred, and from beyond ASCII', async () => {
    const desk = openDesk();
    const to = Array.from({ length: 499 }, (_, nr) => ({ name: `Klant ${nr} é`, address: `klant${nr}@x.example` }));
    const recipients = { to: [...to, { name: '', address: 'jan@münchen.example' }], cc: [], bcc: [] };
    const letter = await prepared(desk, { ...newTo(''), recipients });
    expect(letter.recipients).toHaveLength(500);
    expect(letter.recipients.at(-1)).toBe('jan@xn--mnchen-3ya.example');
    expect(parseMail(letter.raw).to).toHaveLength(500);
  });

  it.each([
    ['a subject', { subject: 'Dag\r\nBcc: x@evil.example' }],
    ['a name', newTo('jan@x.example', 'Jan\r\nBcc: x@evil.example')],
    ['a file', { files: [file('a\r\nBcc: x@evil.example')] }],
  ])('cannot be added to by a line end in %s', async (_name, asked) => {
    const desk = openDesk();
    desk.receive();
    const letter = await prepared(desk, asked);
    expect(text(letter)).not.toMatch(/^bcc:/im);
    expect(parseMail(letter.raw).bcc).toEqual([]);
  });

  it.each([
    ['jan', 'recipient-refused'],
    ['"a@b, c"@x.example', 'recipient-refused'],
  ])('is refused where it is no address: %s', async (address, code) => {
    expect(await prepare(openDesk(), newTo(address))).toMatchObject({ ok: false, error: { code } });
  });

  it('must be somebody, and the sender one of our own', async () => {
    const desk = openDesk();
    desk.receive();
    const nobody = { to: [], cc: [], bcc: [] };
    expect(await prepare(desk, { recipients: nobody })).toMatchObject({ error: { code: 'recipient-missing' } });
    expect(await prepare(desk, { sender: 'baas@elders.example' })).toMatchObject({ error: { code: 'sender-refused' } });
  });

  it('may be answered from another own address of any account', async () => {
    const desk = openDesk();
    desk.receive();
    const [account] = desk.store.accounts.list();
    if (account === undefined) throw new Error('no account');
    const addresses = ['els@atelier.example', 'verkoop@atelier.example'];
    desk.store.accounts.add({ ...account, id: 'a2', email: 'els@atelier.example', addresses });
    const letter = await prepared(desk, { sender: 'verkoop@atelier.example' });
    expect([letter.account.id, letter.sender]).toEqual(['a2', 'verkoop@atelier.example']);
  });

  it('may have no subject', async () => {
    expect(head(await prepared(openDesk(), { ...newTo('jan@x.example'), subject: '' }))).not.toMatch(/^Re:/m);
  });
});

describe('a message that is passed on', () => {
  it('has the customer’s words below a head in his language, and is part of nobody’s story', async () => {
    const desk = openDesk();
    const conversation = desk.receive({ text: 'Dag,\n\nHierbij mijn factuur. Graag betaling voor vrijdag.\n\nJan' });
    const message = desk.store.messages.ofConversation(conversation)[0]?.id ?? 0;
    const letter = await prepared(desk, {
      kind: 'forward',
      message,
      text: 'Voor jou.',
      html: '<p>Voor <strong>jou</strong>.</p>',
      subject: 'Fwd: Offerte',
      recipients: { to: [{ name: '', address: 'boekhouder@kantoor.example' }], cc: [], bcc: [] },
    });
    expect(letter.mail.text).toMatch(
      /^Voor jou\.\n\n-{10} Doorgestuurd bericht -{10}\nVan: Jan van den Berg <jan@klant/,
    );
    expect(letter.mail.text).toContain('\n\nDag,\n\nHierbij mijn factuur.');
    expect(letter.mail.html).toContain('Hierbij mijn factuur.');
    expect(head(letter)).not.toMatch(/^(?:in-reply-to|references):/im);
  });
});
