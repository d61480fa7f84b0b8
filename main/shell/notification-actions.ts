// Which buttons a notification carries, by what the desktop can show and by what would still be right for the conversation. What
// they do is checked again when one is pressed (engine/reminders/act-on-reminder.ts). Pure.
import type { Reminder } from '../contract/reminders.ts';
import { HOUR_MS, type Instant } from '../domain/instant.ts';

export type ReminderAction = 'open' | 'snooze-hour' | 'phoned';

/** Electron shows buttons on macOS and Windows only (its documentation, "NotificationAction"); elsewhere a click opens. */
export const canShowActions = (platform: NodeJS.Platform): boolean => platform === 'darwin' || platform === 'win32';

/** The first is the one that macOS shows without being asked for more. None for a bundle: it is about no one conversation. */
export function actionsFor(
  platform: NodeJS.Platform,
  reminder: Reminder | null,
  now: Instant,
): readonly ReminderAction[] {
  if (!canShowActions(platform) || reminder === null) return [];
  const { replyBy, threshold } = reminder;
  const mayWaitAnHour = threshold === 'follow-up' || replyBy === null || now + HOUR_MS <= replyBy;
  return mayWaitAnHour ? ['open', 'snooze-hour', 'phoned'] : ['open', 'phoned'];
}
