// What a notification says about the reminders that fell due together, and what a click on it shows. Pure.
import type { Reminder, ReminderBundle, Threshold } from '../contract/reminders.ts';
import type { Instant } from '../domain/instant.ts';
import type { ReminderWords } from './reminder-words.ts';

export type ReminderNote = {
  readonly title: string;
  readonly body: string;
  /** null: the top of the queue. */
  readonly conversation: number | null;
  /** The one that it is about, where it is about one. */
  readonly reminder: Reminder | null;
};

export type NoteLook = {
  readonly words: ReminderWords;
  readonly isContentHidden: boolean;
  /** "vandaag 16:40": a notification is also read an hour later. */
  readonly moment: (at: Instant) => string;
};

// Beyond this many names a notification is cut off by every desktop.
const NAMED = 3;

/** One note for all of them; null when there is nothing to say. */
export function reminderNote(bundle: ReminderBundle, look: NoteLook): ReminderNote | null {
  const [first, ...others] = bundle.reminders;
  if (first === undefined) return null;
  return others.length === 0 ? noteOfOne(first, look) : noteOfSeveral(first, bundle, look);
}

function noteOfOne(reminder: Reminder, { words, isContentHidden, moment }: NoteLook): ReminderNote {
  const { who, subject, replyBy, promised, threshold, conversation } = reminder;
  const texts = textsFor(threshold, words);
  const subjectLine = isContentHidden ? [] : [subject.trim() || words.noSubject];
  const promiseLine = isContentHidden || promised === undefined ? [] : [words.promised(promised)];
  const clockLine =
    replyBy === null || threshold === 'follow-up'
      ? []
      : [threshold === 'overdue' ? words.since(moment(replyBy)) : words.by(moment(replyBy))];
  return {
    title: isContentHidden ? texts.hidden : texts.one(who),
    body: [...subjectLine, ...promiseLine, ...clockLine].join('\n'),
    conversation,
    reminder,
  };
}

function noteOfSeveral(
  first: Reminder,
  { reminders, customers, counts }: ReminderBundle,
  { words, isContentHidden }: NoteLook,
): ReminderNote {
  const conversations = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isAllAlike = counts[first.threshold] === conversations;
  const texts = textsFor(first.threshold, words);
  if (customers === 1) {
    return {
      title: isContentHidden ? texts.hidden : texts.one(words.conversations(first.who, conversations)),
      body: '',
      conversation: first.conversation,
      reminder: null,
    };
  }
  const names = [...new Set(reminders.map(({ who }) => who))].slice(0, NAMED);
  const more = customers > names.length ? ` ${words.moreLate(customers - names.length)}` : '';
  return {
    title: isAllAlike
      ? texts.several(first.threshold === 'woken' ? conversations : customers)
      : words.several(customers),
    body: isContentHidden ? '' : `${names.join(', ')}${more}`,
    conversation: null,
    reminder: null,
  };
}

type Texts = {
  readonly one: (who: string) => string;
  readonly hidden: string;
  readonly several: (count: number) => string;
};

function textsFor(threshold: Threshold, words: ReminderWords): Texts {
  switch (threshold) {
    case 'overdue':
      return { one: words.late, hidden: words.lateHidden, several: words.severalLate };
    case 'warning':
      return { one: words.soonLate, hidden: words.soonLateHidden, several: words.several };
    case 'woken':
      return { one: words.woken, hidden: words.wokenHidden, several: words.severalWoken };
    case 'follow-up':
      return { one: words.notHeard, hidden: words.notHeardHidden, several: words.severalNotHeard };
  }
}
