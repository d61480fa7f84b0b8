// Turns the engine's reminders into the desktop's notifications: bundled, in the owner's language, without content when he wants
// it so. When and how often something is due is the engine's business.
import { Notification } from 'electron';
import type { Reminder } from '../contract/views.ts';
import type { Timers } from '../engine/ports/ports.ts';
import { reminderNote } from './reminder-text.ts';
import type { ShellWords } from './words.ts';

export type NotificationsDeps = {
  readonly timers: Timers;
  readonly words: () => ShellWords;
  readonly wish: () => { readonly enabled: boolean; readonly hideContent: boolean };
  readonly onClick: (conversation: number | null) => void;
};

// After a wake many fall due within the same breath.
const BUNDLE_MS = 1_500;
// A notification that nobody holds is garbage-collected together with its click.
const KEPT = 20;

export type Notifications = { readonly remind: (reminders: readonly Reminder[]) => void };

export function createNotifications({ timers, words, wish, onClick }: NotificationsDeps): Notifications {
  let gathered: Reminder[] = [];
  const shown: Notification[] = [];

  const give = (): void => {
    const due = gathered;
    gathered = [];
    const { enabled, hideContent } = wish();
    if (!enabled || !Notification.isSupported()) return;
    const note = reminderNote(due, words(), hideContent);
    if (note === null) return;
    const notification = new Notification({ title: note.title, body: note.body });
    notification.on('click', () => onClick(note.conversation));
    shown.push(notification);
    if (shown.length > KEPT) shown.shift();
    notification.show();
  };
  return {
    remind: (reminders) => {
      if (gathered.length === 0) timers.after(BUNDLE_MS, give);
      gathered.push(...reminders);
    },
  };
}
