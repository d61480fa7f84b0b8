import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import { HOUR_MS, MINUTE_MS } from '../domain/instant.ts';
import { officeHoursOf } from '../domain/office-hours/holidays.ts';
import { trayMenu, trayTip, trayUntil, type TrayFacts, type TrayItem } from './tray-menu.ts';

/** Tuesday 12 May 2026, 15:00 in Amsterdam. */
const NOW = Date.parse('2026-05-12T13:00:00Z');
const CLOSING = Date.parse('2026-05-12T15:30:00Z');
const hours = officeHoursOf(DEFAULT_SETTINGS.officeHours, NOW);

const facts = (
  given: Partial<TrayFacts> = {},
  lateNames: readonly string[] = [],
  nextNames: readonly string[] = [],
) => ({
  summary: {
    overdue: lateNames.length,
    now: nextNames.length,
    late: lateNames.map((who, index) => ({
      conversation: index + 1,
      who,
      replyBy: NOW - 55 * MINUTE_MS,
      replyByFrom: 'target' as const,
    })),
    next: nextNames.map((who, index) => ({
      conversation: index + 101,
      who,
      replyBy: NOW + 100 * MINUTE_MS,
      replyByFrom: 'hand' as const,
    })),
  },
  pausedUntil: null,
  hours,
  availability: { kind: 'open', by: 'hours', until: CLOSING } as const,
  evening: { isAfterClosing: false, toDecide: 0, until: CLOSING },
  now: NOW,
  ...given,
});
const told = (items: readonly TrayItem[]): readonly string[] =>
  items.map((item) => (item.kind === 'line' ? '-' : item.kind === 'more' ? `${item.label} >` : item.label));
const find = (items: readonly TrayItem[], id: string): TrayItem | undefined =>
  items
    .flatMap((item) => (item.kind === 'more' ? [item, ...item.items] : [item]))
    .find((item) => item.kind !== 'line' && item.id === id);

describe('the tray', () => {
  it('says who waits too long and since when, what comes next today, and what can be done', () => {
    expect(told(trayMenu(facts({}, ['Mia Peeters', 'Jan & Co'], ['An']), 'nl'))).toEqual([
      'Balie: 2 klanten wachten te lang',
      'Mia Peeters · te laat sinds vandaag 14:05',
      'Jan & Co · te laat sinds vandaag 14:05',
      '-',
      'An · voor vandaag 16:40 · zelf gezet',
      '-',
      'Open tot 17:30 >',
      'Meldingen stil >',
      '-',
      'Balie openen',
      'Balie afsluiten',
    ]);
  });
  it('is short when nobody waits', () => {
    expect(told(trayMenu(facts(), 'en'))).toEqual([
      'Balie: nobody waits too long',
      '-',
      'Open until 17:30 >',
      'Silence notifications >',
      '-',
      'Open Balie',
      'Quit Balie',
    ]);
  });
  it('names ten and counts the rest, with names cut so that the moment stays in sight', () => {
    const names = Array.from({ length: 15 }, (_, nr) => `Klant ${nr} ${'x'.repeat(60)}`);
    const lines = told(trayMenu(facts({}, names), 'nl'));
    expect(lines[1]).toMatch(/^.{39}… · te laat sinds vandaag 14:05$/u);
    expect(lines.filter((line) => line.includes('te laat sinds'))).toHaveLength(10);
    expect(lines).toContain('en nog 5');
  });
  it('sums it up on hover', () => {
    expect(trayTip(facts(), 'nl')).toBe('Balie: niemand wacht te lang');
    expect(trayTip(facts({}, ['Mia'], ['An']), 'nl')).toBe(
      'Balie: 1 klant wacht te lang, de eerstvolgende voor vandaag 16:40',
    );
  });
  it('says the same a minute later, so that the menu is not drawn anew', () => {
    const before = facts({}, ['Mia'], ['An']);
    const after = { ...before, now: NOW + 20 * MINUTE_MS };
    expect(trayMenu(after, 'nl')).toEqual(trayMenu(before, 'nl'));
    expect(trayTip(after, 'nl')).toBe(trayTip(before, 'nl'));
  });
  it('offers the evening review after closing, while there is something to decide', () => {
    const evening = { isAfterClosing: true, toDecide: 3, until: NOW + HOUR_MS };
    expect(find(trayMenu(facts({ evening }), 'nl'), 'evening')).toMatchObject({
      label: 'Avondronde: nog 3 te beslissen',
      deed: { kind: 'run', action: 'evening' },
    });
    expect(find(trayMenu(facts({ evening: { ...evening, toDecide: 0 } }), 'nl'), 'evening')).toBeUndefined();
  });
  it('marks what the owner said of being there', () => {
    const availability = { kind: 'closed', by: 'owner', until: CLOSING } as const;
    const menu = trayMenu(facts({ availability }), 'nl');
    expect(find(menu, 'available-closed')).toMatchObject({ isOn: true });
    expect(find(menu, 'available-by-hours')).toMatchObject({ isOn: false });
  });
});

describe('silence', () => {
  it('is offered for an hour and until the next opening', () => {
    const menu = trayMenu(facts(), 'nl');
    expect(find(menu, 'pause-hour')).toMatchObject({ label: 'Een uur', deed: { kind: 'pause', pause: 'hour' } });
    expect(find(menu, 'pause-tomorrow')).toMatchObject({ label: 'Tot morgen 9:00' });
  });
  it('says until when, and one press ends it', () => {
    const menu = trayMenu(facts({ pausedUntil: NOW + HOUR_MS }), 'nl');
    expect(find(menu, 'pause-over')).toMatchObject({
      label: 'Meldingen zijn stil tot vandaag 16:00: weer aanzetten',
      deed: { kind: 'pause', pause: 'over' },
    });
    expect(find(menu, 'pause')).toBeUndefined();
  });
});

describe('the words of the tray stay right', () => {
  it('until the day, the pause, the opening hours or the evening turns, whichever is first', () => {
    expect(trayUntil(facts())).toBe(CLOSING);
    expect(trayUntil(facts({ pausedUntil: NOW + HOUR_MS }))).toBe(NOW + HOUR_MS);
    const evening = { isAfterClosing: true, toDecide: 1, until: NOW + 1 };
    expect(trayUntil(facts({ evening }))).toBe(NOW + 1);
    const never = { kind: 'closed', by: 'hours', until: null } as const;
    const past = { isAfterClosing: false, toDecide: 0, until: 0 };
    expect(trayUntil(facts({ availability: never, evening: past }))).toBe(Date.parse('2026-05-12T22:00:00Z'));
  });
});
