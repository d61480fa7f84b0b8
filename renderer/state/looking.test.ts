import { beforeEach, describe, expect, it } from 'vitest';
import type { ShellEvent } from '../../main/contract/bridge.ts';
import { ok } from '../../main/contract/errors.ts';
import { everyWhileShown, type Attention } from '../client/attention.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { tellLooking } from './looking.ts';
import { createPlaceStore, type PlaceStore } from './place.ts';

let told: (number | null)[];
let isHere: boolean;
let changed: () => void;
let shellTells: (event: ShellEvent) => void;
let place: PlaceStore;
const attention: Attention = {
  isTyping: () => false,
  isShown: () => isHere,
  isHere: () => isHere,
  onChange: (listener) => {
    changed = listener;
    return () => {
      changed = () => {};
    };
  },
};
const client = {
  call: async (_name: string, args: { readonly conversation: number | null }) => {
    told.push(args.conversation);
    return ok(null);
  },
  onShellEvent: (listener: (event: ShellEvent) => void) => {
    shellTells = listener;
    return () => {};
  },
} as Partial<DeskClient> as DeskClient;

beforeEach(() => {
  told = [];
  isHere = true;
  changed = () => {};
  place = createPlaceStore({ getItem: () => null, setItem: () => {} });
});

describe('the conversation that the owner has before him', () => {
  it('is told as he goes from one to the next, each once', () => {
    tellLooking(client, place, attention);
    place.setState({ conversation: 7 });
    place.setState({ isReading: true });
    place.setState({ conversation: 8 });
    expect(told).toEqual([null, 7, 8]);
  });
  it('is none while he works in another program, and the same when he is back', () => {
    place.setState({ conversation: 7 });
    tellLooking(client, place, attention);
    isHere = false;
    changed();
    isHere = true;
    changed();
    expect(told).toEqual([null, 7, null, 7]);
  });
  it('is none in the rooms that show no conversation', () => {
    place.setState({ conversation: 7 });
    tellLooking(client, place, attention);
    place.setState({ view: { kind: 'settings', tab: 'general' } });
    place.setState({ view: { kind: 'search' } });
    expect(told).toEqual([null, 7, null, 7]);
  });
  it('is told to an engine that was started anew', () => {
    place.setState({ conversation: 7 });
    tellLooking(client, place, attention);
    shellTells({ kind: 'engine-ready' });
    expect(told).toEqual([null, 7, 7]);
  });
});

describe('what ticks', () => {
  it('rests while the window is away, and begins at once when it is back', () => {
    let ticks = 0;
    const stop = everyWhileShown(3_600_000, attention, () => (ticks += 1));
    expect(ticks).toBe(1);
    isHere = false;
    changed();
    expect(ticks).toBe(1);
    isHere = true;
    changed();
    changed();
    expect(ticks).toBe(2);
    stop();
    changed();
    expect(ticks).toBe(2);
  });
});
