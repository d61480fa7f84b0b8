import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../contract/events.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createSettings, type SettingsDesk } from './settings.ts';

let store: Store;
let events: EngineEvent[];
const open = (): SettingsDesk => createSettings({ store, emit: (event) => void events.push(event) });

beforeEach(() => {
  const opened = openStore(':memory:');
  if (!opened.ok) throw new Error(opened.error.detail);
  store = opened.value;
  events = [];
});

describe('settings', () => {
  it('are the house ones on a new desk', () => {
    expect(open().get()).toEqual(DEFAULT_SETTINGS);
  });
  it('are kept, and told about once', () => {
    expect(open().set({ undoSeconds: 30, theme: 'dark' }).ok).toBe(true);
    expect(open().get()).toEqual({ ...DEFAULT_SETTINGS, undoSeconds: 30, theme: 'dark' });
    expect(events).toEqual([{ kind: 'settings-changed' }]);
  });
  it('stay silent when nothing changed', () => {
    open().set({ undoSeconds: DEFAULT_SETTINGS.undoSeconds, theme: undefined });
    expect(events).toEqual([]);
  });
  it('refuse a bad value and keep what was', () => {
    const settings = open();
    const answer = settings.set({ undoSeconds: 600, theme: 'dark' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(store.settings.all().size).toBe(0);
  });
  it('follow what another process wrote, and tell of it', () => {
    const settings = open();
    settings.reread();
    expect(events).toEqual([]);
    store.settings.put('theme', 'dark');
    settings.reread();
    expect(settings.get().theme).toBe('dark');
    expect(events).toEqual([{ kind: 'settings-changed' }]);
  });
  it('take the house value for one bad part and leave the others', () => {
    store.settings.put('undoSeconds', 'ten');
    store.settings.put('theme', 'dark');
    store.settings.put('something-of-a-newer-version', 1);
    expect(open().get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });
  it('keep the good fields of a part that has a bad one', () => {
    store.settings.put('officeHours', { ...DEFAULT_SETTINGS.officeHours, zone: 'Europe/Atlantis', holidays: 'BE' });
    store.settings.put('weights', { vip: 3, 'time-left': -4, 'of-a-newer-version': 1 });
    const { officeHours, weights } = open().get();
    expect(officeHours).toEqual({ ...DEFAULT_SETTINGS.officeHours, holidays: 'BE' });
    expect(weights).toEqual({ ...DEFAULT_SETTINGS.weights, vip: 3 });
  });
  it('give a channel that was stored before it existed its house target', () => {
    const { email } = DEFAULT_SETTINGS.targets;
    store.settings.put('targets', { email: { ...email, firstMinutes: 60 } });
    expect(open().get().targets).toEqual({
      ...DEFAULT_SETTINGS.targets,
      email: { ...email, firstMinutes: 60 },
    });
  });
});

describe('office hours', () => {
  const may = Date.parse('2026-05-14T10:00Z');
  it('leave out the public holidays of the chosen country', () => {
    const settings = open();
    expect(settings.officeHours(may).isOpenAt(may)).toBe(false);
    settings.set({ officeHours: { ...settings.get().officeHours, holidays: 'none' } });
    expect(settings.officeHours(may).isOpenAt(may)).toBe(true);
  });
  it('are worked out once, and anew for new hours', () => {
    const settings = open();
    const first = settings.officeHours(may);
    expect(settings.officeHours(may + 1)).toBe(first);
    settings.set({ theme: 'dark' });
    expect(settings.officeHours(may)).toBe(first);
    settings.set({ officeHours: { ...settings.get().officeHours, zone: 'Europe/Brussels' } });
    expect(settings.officeHours(may)).not.toBe(first);
  });
  it('know the holidays of the new year when the year turns', () => {
    const settings = open();
    settings.officeHours(may);
    const later = Date.parse('2031-04-14T10:00Z');
    expect(settings.officeHours(later).isOpenAt(later)).toBe(false);
  });
});
