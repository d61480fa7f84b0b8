import { describe, expect, test } from 'vitest';
import type { CommandName } from '../../main/contract/commands.ts';
import type { DraftView } from '../../main/contract/drafts.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import { createTexts } from '../i18n/i18n.ts';
import { answerEveryone, answerOne } from './addressing.ts';
import { createNotices } from './notices.ts';
import { createPlaceStore } from './place.ts';
import { answerKey, blankOf, createWriting, draftKey, writtenOf, type WritingKey } from './writing.ts';

const JAN = { name: 'Jan', address: 'jan@x.be' };
const ELS = { name: 'Els', address: 'els@z.be' };

/** Answers each command when it is let, in the order in which they were asked. */
async function desk() {
  const asked: {
    readonly name: CommandName;
    readonly args: Record<string, unknown>;
    answer: (with_: Result<unknown>) => void;
  }[] = [];
  const call = (name: CommandName, args: Record<string, unknown>) =>
    new Promise((resolve) => asked.push({ name, args, answer: resolve }));
  const notices = createNotices();
  const place = createPlaceStore({ getItem: () => null, setItem: () => undefined });
  const failures: string[] = [];
  const writing = createWriting({
    // Only `call` is used of it.
    client: { call } as unknown as Parameters<typeof createWriting>[0]['client'],
    texts: await createTexts('nl'),
    place,
    notices,
    tellFailure: ({ code }) => failures.push(code),
  });
  const of = (key: WritingKey) => writtenOf(writing.store.getState(), key) ?? blankOf(key);
  /** The oldest question that was not answered yet. */
  const next = async () => {
    for (let turn = 0; turn < 10 && asked.length === 0; turn += 1) await Promise.resolve();
    return asked.shift();
  };
  return { asked, next, writing, notices, place, failures, of };
}

const draft = (part: Partial<DraftView>): DraftView => ({
  id: 7,
  kind: 'answer',
  conversation: 3,
  message: null,
  account: null,
  sender: null,
  recipients: null,
  subject: null,
  text: '',
  html: null,
  files: [],
  canned: [],
  savedAt: 0,
  ...part,
});
const KEY = answerKey(3);

describe('what is being written', () => {
  test('in a conversation that is not read yet is not stored over what lies there, and comes behind it', async () => {
    const { writing, asked, next, of } = await desk();
    writing.write(KEY, { text: ' Tot dinsdag.', html: null });
    expect(await writing.save(KEY)).toEqual(ok(null));
    expect(asked).toEqual([]);
    writing.knowAnswer(3, draft({ text: 'Dag Jan,', recipients: { to: [ELS], cc: [], bcc: [] } }));
    expect(of(KEY)).toMatchObject({ id: 7, text: 'Dag Jan, Tot dinsdag.', recipients: { to: [ELS] }, revision: 1 });
    void writing.save(KEY);
    expect((await next())?.args).toMatchObject({ id: 7, text: 'Dag Jan, Tot dinsdag.' });
  });

  test('is stored once, however fast the second save follows the first', async () => {
    const { writing, next, asked, of } = await desk();
    writing.knowAnswer(3, null);
    writing.write(KEY, { text: 'D', html: null });
    const first = writing.save(KEY);
    const begun = await next();
    expect(begun?.args).toMatchObject({ id: null, conversation: 3, text: 'D' });
    writing.write(KEY, { text: 'Dag', html: '<p><strong>Dag</strong></p>' });
    const second = writing.save(KEY);
    await Promise.resolve();
    expect(asked).toEqual([]);
    begun?.answer(ok(draft({ text: 'D' })));
    expect(await first).toEqual(ok(7));
    const again = await next();
    expect(again?.args).toMatchObject({ id: 7, text: 'Dag', html: '<p><strong>Dag</strong></p>' });
    again?.answer(ok(draft({ text: 'Dag' })));
    expect(await second).toEqual(ok(7));
    // What the engine answered did not put back what was typed meanwhile.
    expect(of(KEY).text).toBe('Dag');
  });

  test('stays on screen and is tried again where it could not be stored', async () => {
    const { writing, next, of } = await desk();
    writing.knowAnswer(3, null);
    writing.write(KEY, { text: 'Dag', html: null });
    const first = writing.save(KEY);
    (await next())?.answer(failed('disk-full', 'auto', 'ENOSPC'));
    expect((await first).ok).toBe(false);
    expect(of(KEY).text).toBe('Dag');
    void writing.save(KEY);
    expect((await next())?.args).toMatchObject({ text: 'Dag' });
  });

  test('begins anew where its draft was sent or thrown away elsewhere', async () => {
    const { writing, next } = await desk();
    writing.know(draft({ text: 'Dag' }));
    writing.write(KEY, { text: 'Dag Jan', html: null });
    void writing.save(KEY);
    (await next())?.answer(failed('not-found', 'never', 'draft 7'));
    await Promise.resolve();
    void writing.save(KEY);
    expect((await next())?.args).toMatchObject({ id: null, text: 'Dag Jan' });
  });

  test('is not overwritten by what the engine knew before', async () => {
    const { writing, of } = await desk();
    writing.know(draft({ text: 'Oud' }));
    const { revision } = of(KEY);
    writing.write(KEY, { text: 'Oud en nieuw', html: null });
    writing.know(draft({ text: 'Oud' }));
    writing.knowAnswer(3, null);
    expect(of(KEY)).toMatchObject({ text: 'Oud en nieuw', revision });
  });

  test('is shown anew only where its words come from elsewhere', async () => {
    const { writing, of } = await desk();
    writing.know(draft({ text: 'Dag' }));
    const { revision } = of(KEY);
    writing.know(draft({ text: 'Dag', subject: 'Re: kast' }));
    expect(of(KEY).revision).toBe(revision);
    writing.know(draft({ text: 'Dag Jan' }));
    expect(of(KEY).revision).toBe(revision + 1);
  });

  test('holds a file after its words are stored, and never loses one to a save that began before', async () => {
    const { writing, next, of } = await desk();
    writing.knowAnswer(3, null);
    writing.write(KEY, { text: 'Zie bijlage', html: null });
    const file = { id: 1, fileName: 'a.pdf', contentType: 'application/pdf', size: 3, contentId: null };
    const added = writing.addFile(KEY, { ...file, bytes: new Uint8Array(3) });
    const saved = await next();
    expect(saved?.name).toBe('draft.save');
    saved?.answer(ok(draft({ text: 'Zie bijlage' })));
    const adding = await next();
    expect(adding).toMatchObject({ name: 'draft.addFile', args: { id: 7, fileName: 'a.pdf' } });
    writing.write(KEY, { text: 'Zie bijlage.', html: null });
    const later = writing.save(KEY);
    adding?.answer(ok(file));
    expect(await added).toEqual(ok(file));
    (await next())?.answer(ok(draft({ text: 'Zie bijlage.', files: [file] })));
    await later;
    expect(of(KEY).files).toEqual([file]);
  });

  test('that is thrown away comes back by one key, where it was', async () => {
    const { writing, next, notices, place, of } = await desk();
    const key = draftKey(9);
    const mail = draft({ id: 9, kind: 'new', conversation: null, text: 'Past dinsdag?' });
    writing.know(mail);
    const discarded = writing.discard(key);
    (await next())?.answer(ok(null));
    (await next())?.answer(ok([]));
    await discarded;
    expect(of(key).text).toBe('');
    const undone = notices.newestUndo()?.undo?.();
    (await next())?.answer(ok(mail));
    (await next())?.answer(ok([]));
    await undone;
    expect(of(key).text).toBe('Past dinsdag?');
    expect(place.getState().view).toEqual({ kind: 'writing', draft: 9 });
  });
});

describe('an answer begun by a key', () => {
  const view = (cc: readonly (typeof JAN)[]) =>
    ({ item: { conversation: 3 }, replyTo: [JAN], replyCc: cc }) as unknown as Parameters<typeof answerOne>[1];

  test('goes to the customer alone, or to everyone; and alone it stores nothing', async () => {
    const { writing, asked, of } = await desk();
    answerOne(writing, view([ELS]));
    expect(of(KEY).recipients).toEqual({ to: [JAN], cc: [], bcc: [] });
    answerEveryone(writing, view([ELS]));
    expect(of(KEY).recipients).toEqual({ to: [JAN], cc: [ELS], bcc: [] });
    await writing.save(KEY);
    expect(asked).toEqual([]);
  });

  test('stays addressed as it is once it has words', async () => {
    const { writing, of } = await desk();
    writing.write(KEY, { text: 'Dag', html: null });
    answerOne(writing, view([ELS]));
    expect(of(KEY).recipients).toBeNull();
  });
});
