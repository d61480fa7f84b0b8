import { describe, expect, it } from 'vitest';
import type { Reminder } from '../contract/reminders.ts';
import { HOUR_MS } from '../domain/instant.ts';
import { actionsFor, canShowActions } from './notification-actions.ts';

const NOW = 1_000 * HOUR_MS;
const reminder = (given: Partial<Reminder> = {}): Reminder => ({
  conversation: 1,
  threshold: 'warning',
  who: 'Mia',
  subject: 'Kast',
  replyBy: NOW + 2 * HOUR_MS,
  lastAt: NOW,
  ...given,
});

describe('the buttons of a notification', () => {
  it('are there where the desktop shows them, and nowhere else', () => {
    expect(['darwin', 'win32', 'linux', 'freebsd'].filter((name) => canShowActions(name as NodeJS.Platform))).toEqual([
      'darwin',
      'win32',
    ]);
    expect(actionsFor('linux', reminder(), NOW)).toEqual([]);
  });
  it.each(['darwin', 'win32'] as const)('on %s: open, an hour later, already called', (platform) => {
    expect(actionsFor(platform, reminder(), NOW)).toEqual(['open', 'snooze-hour', 'phoned']);
  });
  it('never offer an hour that would end past the reply-by', () => {
    expect(actionsFor('darwin', reminder({ replyBy: NOW + HOUR_MS - 1 }), NOW)).toEqual(['open', 'phoned']);
    expect(actionsFor('darwin', reminder({ threshold: 'overdue', replyBy: NOW - 1 }), NOW)).toEqual(['open', 'phoned']);
    expect(actionsFor('darwin', reminder({ replyBy: NOW + HOUR_MS }), NOW)).toContain('snooze-hour');
  });
  it('may put off an answer that stays away: nothing of ours becomes late', () => {
    expect(actionsFor('darwin', reminder({ threshold: 'follow-up', replyBy: null }), NOW)).toContain('snooze-hour');
  });
  it('are not on a bundle', () => {
    expect(actionsFor('darwin', null, NOW)).toEqual([]);
  });
});
