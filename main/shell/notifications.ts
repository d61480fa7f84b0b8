// Turns the engine's bundles into the desktop's notifications: in the owner's language, without content when he wants it so, with
// buttons where there are any. When and how often something is due is the engine's business; do-not-disturb is the desktop's.
import { Notification } from 'electron';
import type { Reminder, ReminderBundle } from '../contract/reminders.ts';
import type { Logger } from '../engine/ports/ports.ts';
import type { Instant } from '../domain/instant.ts';
import { actionsFor, type ReminderAction } from './notification-actions.ts';
import { reminderNote, type NoteLook } from './reminder-text.ts';
import type { ReminderWords } from './reminder-words.ts';

export type NotificationsDeps = {
  readonly look: () => NoteLook;
  readonly isDemo: () => boolean;
  readonly deskNow: () => Instant;
  readonly onClick: (conversation: number | null) => void;
  readonly onAction: (reminder: Reminder, action: Exclude<ReminderAction, 'open'>) => void;
  readonly log: Logger;
};

// A notification that nobody holds is garbage-collected together with its click.
const KEPT = 20;

export type Notifications = { readonly remind: (bundle: ReminderBundle) => void };

export function createNotifications(deps: NotificationsDeps): Notifications {
  const shown: Notification[] = [];
  return {
    remind: (bundle) => {
      const look = deps.look();
      const note = reminderNote(bundle, look);
      if (note === null || !Notification.isSupported()) return;
      const { title, body, conversation, reminder } = note;
      const actions = actionsFor(process.platform, reminder, deps.deskNow());
      const notification = new Notification({
        title: deps.isDemo() ? look.words.practice(title) : title,
        body,
        // Electron's own choice is "low", which some desktops put away without showing it. "critical" would break do-not-disturb.
        urgency: 'normal',
        actions: actions.map((action) => ({ type: 'button' as const, text: actionWords(action, look.words) })),
      });
      notification.on('click', () => deps.onClick(conversation));
      notification.on('action', ({ actionIndex }) => {
        const action = actions[actionIndex];
        if (action === undefined || action === 'open' || reminder === null) deps.onClick(conversation);
        else deps.onAction(reminder, action);
      });
      notification.on('failed', (_event, error) => deps.log('warn', 'notification not shown', { error }));
      shown.push(notification);
      if (shown.length > KEPT) shown.shift();
      notification.show();
    },
  };
}

function actionWords(action: ReminderAction, words: ReminderWords): string {
  switch (action) {
    case 'open':
      return words.open;
    case 'snooze-hour':
      return words.snoozeHour;
    case 'phoned':
      return words.phonedAlready;
  }
}
