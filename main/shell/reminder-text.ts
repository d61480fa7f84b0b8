// What a notification says about the reminders that fell due together, and what a click on it shows. Pure.
import type { Reminder } from '../contract/views.ts';
import type { ShellWords } from './words.ts';

export type ReminderNote = {
  readonly title: string;
  readonly body: string;
  /** null: the top of the queue. */
  readonly conversation: number | null;
};

// Beyond this many names a notification is cut off by every desktop.
const NAMED = 3;

/** One note for all of them; null when there is nothing to say. */
export function reminderNote(
  reminders: readonly Reminder[],
  words: ShellWords,
  hideContent: boolean,
): ReminderNote | null {
  // Late is the worse news: a conversation that is both is told once.
  const byConversation = new Map<number, Reminder>();
  for (const reminder of reminders) {
    if (byConversation.get(reminder.conversation)?.threshold !== 'overdue') {
      byConversation.set(reminder.conversation, reminder);
    }
  }
  const [first, ...others] = [...byConversation.values()];
  if (first === undefined) return null;
  if (others.length === 0) {
    return {
      title: hideContent ? hiddenTitle(first, words) : openTitle(first, words),
      body: hideContent ? '' : first.subject.trim() || words.noSubject,
      conversation: first.conversation,
    };
  }
  const names = [first, ...others].map((reminder) => reminder.who);
  const more = names.length > NAMED ? ` ${words.moreLate(names.length - NAMED)}` : '';
  return {
    title: words.several(names.length),
    body: hideContent ? '' : `${names.slice(0, NAMED).join(', ')}${more}`,
    conversation: null,
  };
}

function openTitle(reminder: Reminder, words: ShellWords): string {
  switch (reminder.threshold) {
    case 'overdue':
      return words.late(reminder.who);
    case 'warning':
      return words.soonLate(reminder.who);
    case 'woken':
      return words.woken(reminder.who);
  }
}

function hiddenTitle(reminder: Reminder, words: ShellWords): string {
  switch (reminder.threshold) {
    case 'overdue':
      return words.lateHidden;
    case 'warning':
      return words.soonLateHidden;
    case 'woken':
      return words.wokenHidden;
  }
}
