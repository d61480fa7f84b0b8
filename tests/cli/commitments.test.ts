import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';

let desk: CommandLineDesk;
beforeAll(async () => {
  desk = await openCommandLine();
});
afterAll(() => desk.close());

const list = async (...more: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
  (await desk.balie(['commitments', ...more, '--json'])).json() as readonly Record<string, unknown>[];

it('a promise is written down, moved, kept, and shown where it stands', async () => {
  const call = ['note', 'add', '--who', 'Els Claes', '--channel', 'phone', '--phone', '06 12 34 56 78', '--text-stdin'];
  const noted = await desk.balie([...call, '--json'], { stdin: 'Wil stalen zien.\n' });
  const { conversation } = noted.json() as { readonly conversation: number };
  const add = ['commitments', 'add', String(conversation), '--words', 'stalen brengen', '--json'];
  const added = await desk.balie([...add, '--at', '2090-05-14T15:00:00Z']);
  const { commitment } = added.json() as { readonly commitment: number };
  await desk.balie(['commitments', 'confirm', String(commitment), '--at', '2090-05-15T15:00:00Z', '--json']);
  expect(await list()).toMatchObject([
    { commitment, who: 'Els Claes', words: 'stalen brengen', state: 'open', due: '2090-05-15T15:00:00.000Z' },
  ]);

  await desk.balie(['commitments', 'keep', String(commitment), '--json']);
  expect(await list('--state', 'kept')).toMatchObject([{ commitment, state: 'kept', because: 'owner' }]);

  expect((await desk.balie([...add, '--at', '2020-01-01T09:00:00Z'])).json()).toMatchObject({
    error: { code: 'moment-past' },
  });
  expect(await list('--state', 'broken')).toEqual([]);
  expect((await desk.balie(['commitments', '--state', 'late', '--json'])).code).toBe(2);
});
