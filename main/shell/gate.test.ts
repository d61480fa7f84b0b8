import { anything, assert, asyncProperty, constantFrom, dictionary, oneof } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../contract/commands.ts';
import { ok, type Result } from '../contract/errors.ts';
import { SHELL_COMMANDS } from '../contract/shell-commands.ts';
import { createGate, isOfBoundedSize } from './gate.ts';

function openGate(answer: () => Promise<Result<unknown>> = async () => ok(null)) {
  const passed: { readonly name: string; readonly args: unknown }[] = [];
  const bugs: string[] = [];
  const take = (name: string, args: unknown): Promise<Result<unknown>> => {
    passed.push({ name, args });
    return answer();
  };
  return { gate: createGate({ engine: take, shell: take, onBug: (name) => bugs.push(name) }), passed, bugs };
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

describe('the gate between the window and the rest', () => {
  it('lets a known command with sound arguments through, and nothing that was not asked for', async () => {
    const { gate, passed } = openGate();
    expect(await gate('conversation.open', { id: 3, extra: 'x' })).toEqual(ok(null));
    expect(await gate('shell.openLink', { url: 'https://voorbeeld.be' })).toEqual(ok(null));
    expect(passed).toEqual([
      { name: 'conversation.open', args: { id: 3 } },
      { name: 'shell.openLink', args: { url: 'https://voorbeeld.be' } },
    ]);
  });

  it.each(['toString', '__proto__', 'constructor', 'queue.destroy', '', null, 3, {}])(
    'knows no command %j',
    async (name) => {
      const { gate, passed } = openGate();
      expect(codeOf(await gate(name, {}))).toBe('invalid-argument');
      expect(passed).toEqual([]);
    },
  );

  it.each([
    ['data.import', { path: '/etc', account: null, ownAddresses: [] }],
    ['data.export', { folder: '/home/jan/.ssh', contact: null }],
  ])('lets the window name no place on the disk by %s', async (name, args) => {
    const { gate, passed } = openGate();
    expect(codeOf(await gate(name, args))).toBe('invalid-argument');
    expect(passed).toEqual([]);
  });

  it('turns a thrown bug into an answer', async () => {
    const { gate, bugs } = openGate(async () => {
      throw new TypeError('kapot');
    });
    expect(codeOf(await gate('queue.counts', {}))).toBe('internal');
    expect(bugs).toEqual(['queue.counts']);
  });

  it('refuses what is larger than any honest message', () => {
    expect(isOfBoundedSize({ text: 'x'.repeat(2_000_000) })).toBe(true);
    expect(isOfBoundedSize({ text: 'x'.repeat(5_000_000) })).toBe(false);
    expect(isOfBoundedSize(Array.from({ length: 200_000 }, () => 0))).toBe(false);
    expect(isOfBoundedSize(new Uint8Array(5_000_000))).toBe(false);
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(isOfBoundedSize(cycle)).toBe(false);
  });

  // P14: 10,000 random messages, no crash, and nothing of the wrong shape gets through.
  it('stands ten thousand random messages', async () => {
    const { gate, passed, bugs } = openGate();
    const names = [...Object.keys(COMMANDS), ...Object.keys(SHELL_COMMANDS)];
    const whatever = anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    const keys = constantFrom('id', 'text', 'url', 'limit', 'section', 'until', 'draft', 'file', '__proto__');
    await assert(
      asyncProperty(
        oneof(constantFrom(...names), whatever),
        oneof(whatever, dictionary(keys, whatever)),
        async (name, args) => {
          const before = passed.length;
          const result = await gate(name, args);
          if (!result.ok) return result.error.code === 'invalid-argument' && passed.length === before;
          const through = passed.at(-1);
          const schema = { ...COMMANDS, ...SHELL_COMMANDS }[through?.name as keyof typeof COMMANDS].args;
          return schema.safeParse(through?.args).success;
        },
      ),
      { numRuns: 10_000 },
    );
    expect(bugs).toEqual([]);
  }, 60_000);
});
