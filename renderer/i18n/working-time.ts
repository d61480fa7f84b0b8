// A length of working time in words: "45 min", "2 u 15 min", "19 u". Never in days: a working day is as long as the owner's hours.
import type { TFunction } from 'i18next';

export function workingTime(t: TFunction, minutes: number | null): string {
  if (minutes === null) return '–';
  const whole = Math.round(minutes);
  if (whole < 60) return t('report.minutes', { minutes: whole });
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  // Beyond a working day nobody counts minutes.
  if (rest === 0 || hours >= 10) return t('report.wholeHours', { hours: rest >= 30 ? hours + 1 : hours });
  return t('report.hours', { hours, minutes: rest });
}
