// Why a notification came, in a sentence or two: "75 % van 8 werkuren was vandaag 15:10 voorbij; antwoord voor morgen 10:30."
import type { TFunction } from 'i18next';
import type { GivenReminder } from '../../../main/contract/reminders.ts';
import type { Moments } from '../../i18n/moments.ts';

export function reminderReason(t: TFunction, moments: Moments, reminder: GivenReminder): string {
  const held = reminder.held === null ? [] : [t(`notifications.held.${reminder.held}`)];
  const shown = reminder.isShown ? [] : [t('notifications.notShown')];
  return [because(t, moments, reminder), ...held, ...shown].join(' ');
}

function because(t: TFunction, moments: Moments, reminder: GivenReminder): string {
  const { threshold, dueAt, replyBy, replyByFrom, workingMinutes } = reminder;
  const due = moments.when(dueAt);
  const facts = { due, replyBy: moments.when(replyBy ?? dueAt) };
  switch (threshold) {
    case 'warning':
      // A moment that was promised or chosen has no working time that anybody thinks in.
      return replyByFrom === 'target' && workingMinutes !== null
        ? t('notifications.because.warning', { ...facts, time: workingTime(t, moments, workingMinutes) })
        : t('notifications.because.warningPlain', { ...facts, from: from(t, reminder) });
    case 'overdue':
      return t('notifications.because.overdue', {
        ...facts,
        from:
          replyByFrom === 'target' && workingMinutes !== null
            ? t('notifications.from.targetTime', { time: workingTime(t, moments, workingMinutes) })
            : from(t, reminder),
      });
    case 'woken':
      return t('notifications.because.woken', { due });
    case 'follow-up':
      return t('notifications.because.followUp', { due });
  }
}

const from = (t: TFunction, { replyByFrom }: GivenReminder): string =>
  replyByFrom === null ? '' : t(`notifications.from.${replyByFrom}`);

/** To half an hour: that is how one thinks of a target. */
function workingTime(t: TFunction, moments: Moments, minutes: number): string {
  if (minutes < 60) return t('notifications.workingMinutes', { count: minutes, amount: moments.count(minutes) });
  const hours = Math.round(minutes / 30) / 2;
  return t('notifications.workingHours', { count: hours, amount: moments.count(hours) });
}
