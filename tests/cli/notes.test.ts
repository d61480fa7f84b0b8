import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';

let desk: CommandLineDesk;
beforeAll(async () => {
  desk = await openCommandLine();
});
afterAll(() => desk.close());

it('a desk without any account keeps calls in its queue, from the question to the answer and to the erasure', async () => {
  const call = ['note', 'add', '--who', 'Els Claes', '--channel', 'phone', '--phone', '06 12 34 56 78', '--text-stdin'];
  const added = await desk.balie([...call, '--json'], { stdin: 'Wanneer is mijn fiets klaar?\n' });
  expect(added.json()).toMatchObject({ channel: 'phone', who: 'Els Claes', turn: 'ours', replyByFrom: 'target' });
  const { conversation } = added.json() as { readonly conversation: number };

  const queue = await desk.balie(['queue', '--json']);
  expect(queue.json()).toMatchObject([{ conversation, subject: 'Wanneer is mijn fiets klaar?' }]);
  expect((await desk.balie(['account', 'list', '--json'])).json()).toEqual([]);

  const answered = await desk.balie(['note', 'answer', String(conversation), '--text-stdin', '--json'], { stdin: '' });
  expect(answered.json()).toMatchObject({ conversation, channel: 'phone', turn: 'theirs' });
  const shown = (await desk.balie(['show', String(conversation), '--json'])).json();
  expect(shown).toMatchObject({
    messages: [
      { byHand: true, direction: 'in' },
      { channel: 'phone', direction: 'out' },
    ],
  });

  const erased = await desk.balie(['erase', '+31 6 12345678', '--yes', '--json']);
  expect(erased.json()).toMatchObject({ messages: 2, conversations: 1 });
  expect((await desk.balie(['search', 'fiets', '--json'])).json()).toEqual([]);
});

it('what is no number or no channel is told before anything is kept', async () => {
  const odd = ['note', 'add', '--who', 'Els', '--text-stdin', '--json'];
  expect((await desk.balie([...odd, '--channel', 'duif'], { stdin: 'x' })).code).toBe(2);
  const number = await desk.balie([...odd, '--channel', 'phone', '--phone', '12'], { stdin: 'x' });
  expect(number.json()).toMatchObject({ error: { code: 'contact-not-understood', retry: 'user' } });
});
