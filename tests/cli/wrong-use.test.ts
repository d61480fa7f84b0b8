import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';

let desk: CommandLineDesk;
beforeAll(async () => {
  desk = await openCommandLine();
});
afterAll(() => desk.close());

it.each([
  [['verzin']],
  [['queue', '--section', 'gisteren']],
  [['queue', '--at', 'vrijdag']],
  [['show']],
  [['show', 'zeven']],
  [['show', '1', '2']],
  [['snooze', '1']],
  [['account', 'add', '--email', 'geen-adres']],
  [['account', 'add', '--email', 'a@b.example', '--imap', 'host', '--smtp', 'host']],
  [['queue', '--onbekend']],
])('wrong use (%j) is told with exit code 2, and as one JSON value', async (words) => {
  const ran = await desk.balie([...words, '--json']);
  expect(ran.code).toBe(2);
  expect(ran.json()).toMatchObject({ error: { code: 'invalid-argument', retry: 'never' } });
});

it('what the world refuses is told with exit code 1, in the owner’s language', async () => {
  const ran = await desk.balie(['show', '12345', '--json']);
  expect(ran.code).toBe(1);
  expect(ran.json()).toMatchObject({ error: { code: 'not-found', message: expect.stringMatching(/ niet /) } });
});

it('help is there in the machine’s language, and nothing is opened for it', async () => {
  expect((await desk.balie(['--help'])).out).toContain('balie account add');
  expect((await desk.balie(['queue', '--help'])).out).toContain('Toont de wachtrij');
  expect((await desk.balie(['queue', '--help'], { env: { LANG: 'en_GB.UTF-8' } })).out).toContain('Shows the queue');
});

it('an empty desk is an empty queue', async () => {
  const ran = await desk.balie(['queue', '--json']);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.json()).toEqual([]);
});
