import { describe, expect, it } from 'vitest';
import { hasTray } from './tray-presence.ts';

const bus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/x' };

describe('a tray', () => {
  it.each(['darwin', 'win32'] as const)('is there on %s', async (platform) => {
    expect(await hasTray(platform, {}, () => Promise.reject(new Error('nobody is asked')))).toBe(true);
  });
  it('is not there without a session bus, and no bus is started by asking', async () => {
    expect(await hasTray('linux', {}, () => Promise.reject(new Error('nobody is asked')))).toBe(false);
  });
  it.each([
    ['(true,)\n', true],
    ['(false,)\n', false],
    ['   boolean true\n', true],
  ])('is what the bus answers: %j', async (answer, expected) => {
    expect(await hasTray('linux', bus, async () => answer)).toBe(expected);
  });
  it('is asked for by whichever program is there', async () => {
    const asked: string[] = [];
    const answer = await hasTray('linux', bus, async (program) => {
      asked.push(program);
      return program === 'gdbus' ? null : 'boolean true';
    });
    expect([asked, answer]).toEqual([['gdbus', 'dbus-send'], true]);
  });
  it('is unknown where nobody answers', async () => {
    expect(await hasTray('linux', bus, async () => null)).toBeNull();
  });
});
