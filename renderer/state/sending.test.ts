import { describe, expect, test } from 'vitest';
import type { CommandName } from '../../main/contract/commands.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import { createTexts } from '../i18n/i18n.ts';
import type { Moments } from '../i18n/moments.ts';
import { createNotices } from './notices.ts';
import { createPlaceStore } from './place.ts';
import { createSending } from './sending.ts';
import { answerKey, createWriting } from './writing.ts';

const KEY = answerKey(3);
const SAVED = { id: 7, files: [] };
const DELIVERY = { id: 1, conversation: 3, leavesAt: 10_000 };

/** An answer that is written, and an engine that answers at once. */
async function desk() {
  const asked: CommandName[] = [];
  const call = (name: CommandName): Promise<Result<unknown>> => {
    asked.push(name);
    return Promise.resolve(ok(name === 'draft.save' ? SAVED : name === 'draft.send' ? DELIVERY : []));
  };
  // Only `call` is used of it.
  const client = { call } as unknown as Parameters<typeof createWriting>[0]['client'];
  const texts = await createTexts('nl');
  const notices = createNotices();
  const place = createPlaceStore({ getItem: () => null, setItem: () => undefined });
  const failures: string[] = [];
  const tellFailure = ({ code }: { readonly code: string }): number => failures.push(code);
  const writing = createWriting({ client, texts, place, notices, tellFailure });
  const sending = createSending({
    client,
    texts,
    place,
    notices,
    tellFailure,
    writing,
    moments: () => ({}) as Moments,
    deskNow: () => 0,
    conversation: { refresh: () => Promise.resolve() } as Parameters<typeof createSending>[0]['conversation'],
    refreshDeliveries: () => Promise.resolve(),
  });
  writing.knowAnswer(3, null);
  writing.write(KEY, { text: 'In bijlage de offerte.', html: null });
  const leaves = (): boolean => asked.includes('draft.send');
  return { asked, leaves, writing, failures, send: () => sending.send(KEY, 'Jan', null) };
}

describe('a letter that is sent', () => {
  test('waits for a file that is on its way into it', async () => {
    const { writing, leaves, send } = await desk();
    const file = Promise.withResolvers<boolean>();
    writing.coming.add(KEY, file.promise);
    const sent = send();
    await new Promise((resolve) => setImmediate(resolve));
    expect(leaves()).toBe(false);
    file.resolve(true);
    expect(await sent).toBe(true);
    expect(leaves()).toBe(true);
  });

  test.each([
    ['was refused', () => Promise.resolve(false)],
    ['broke down', () => Promise.reject(new Error('disk'))],
  ])('stays where a file %s', async (_how, file) => {
    const { writing, leaves, send } = await desk();
    writing.coming.add(KEY, file());
    expect(await send()).toBe(false);
    expect(leaves()).toBe(false);
    // What is sent next is another decision.
    expect(await send()).toBe(true);
  });

  test('leaves once, however often the keys are pressed', async () => {
    const { asked, failures, send } = await desk();
    expect(await Promise.all([send(), send(), send()])).toEqual([true, false, false]);
    expect(asked.filter((name) => name === 'draft.send')).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});
