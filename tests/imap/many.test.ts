// A chunk of many messages: the small ones come whole with all about them, and what the server says of their sizes is not trusted.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startScriptedImap, type ScriptedImap, type ScriptedMail } from '../helpers/scripted-imap.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const MANY = 150;
const LARGE = [20, 90];
const mails: readonly ScriptedMail[] = Array.from({ length: MANY }, (_, index) => ({
  uid: index + 1,
  raw: customerMail(`Vraag ${index + 1}`, {
    messageId: `m${index + 1}@x.example`,
    body: LARGE.includes(index + 1) ? 'Een lang verhaal. '.repeat(12_000) : 'Kunt u mij helpen?',
  }),
}));

let server: ScriptedImap;
let desk: SyncDesk;
beforeEach(async () => {
  server = await startScriptedImap({ mails: [...mails] });
  desk = openSyncDesk({ imap: plainAt(server.port) });
});
afterEach(async () => {
  await desk.stop();
  await server.stop();
});
const sync = () => desk.watch().syncNow({ mailbox: null, full: false });
const textOf = (nr: number): string => {
  const [row] = desk.store.messages.withMessageId('a1', `m${nr}@x.example`);
  return row === undefined ? '' : desk.store.bodies.text(row.id);
};
const isDirect = (name: string, args: string): boolean =>
  name === 'UID FETCH' && args.includes('BODY.PEEK[]') && args.includes('RFC822.SIZE') && /^\d+[:,]/.test(args);

const names = (args: string, uid: number): boolean =>
  (args.split(' ')[0] ?? '').split(',').some((range) => {
    const [first = 0, last = first] = range.split(':').map(Number);
    return uid >= first && uid <= last;
  });

it('all come, the small ones without a look at them first', async () => {
  let direct = 0;
  server.script(({ name, args }) => {
    if (isDirect(name, args)) direct += 1;
    return null;
  });
  expect(await sync()).toMatchObject({ ok: true, value: { messages: MANY } });
  expect(direct).toBeGreaterThan(0);
  expect([textOf(90).length > 200_000, textOf(91).trim()]).toEqual([true, 'Kunt u mij helpen?']);
});

it('a server that will not search for sizes is asked for each', async () => {
  server.script(({ name, args }) => (name === 'UID SEARCH' && args.includes('LARGER') ? '$TAG BAD what?\r\n' : null));
  expect(await sync()).toMatchObject({ ok: true, value: { messages: MANY } });
});

it('a large one that the search does not name is read whole all the same', async () => {
  server.script(({ name, args }) =>
    name === 'UID SEARCH' && args.includes('LARGER') ? '* SEARCH\r\n$TAG OK done\r\n' : null,
  );
  expect(await sync()).toMatchObject({ ok: true, value: { messages: MANY } });
  expect(textOf(20).length).toBeGreaterThan(200_000);
});

it('what is missing in such an answer is asked for again, one by one', async () => {
  server.script(({ name, args }) => (isDirect(name, args) ? '$TAG OK done\r\n' : null));
  await sync();
  server.script(() => null);
  await expect
    .poll(() => desk.watch().syncNow({ mailbox: null, full: true }), { timeout: 20_000 })
    .toMatchObject({
      value: { messages: MANY },
    });
  expect(textOf(130).trim()).toBe('Kunt u mij helpen?');
});

it('a refusal of one message does not hold up the others', async () => {
  server.script(({ name, args }) => {
    const isBad = name === 'UID FETCH' && args.includes('BODY.PEEK[]') && names(args, 60);
    return isBad ? '$TAG NO [UNAVAILABLE] cannot read it\r\n' : null;
  });
  expect(await sync()).toMatchObject({ ok: true, value: { messages: MANY - 1 } });
});
