// A decision in words: "gepland morgen 9:15", "antwoord vertrekt morgen 9:00".
import type { TFunction } from 'i18next';
import type { Decided } from '../../../main/contract/evening.ts';
import { UNTIL_THEY_WRITE } from '../../../main/domain/queue/decisions.ts';
import type { Moments } from '../../i18n/moments.ts';

export function decidedWords(t: TFunction, moments: Moments, decided: Decided): string {
  switch (decided.kind) {
    case 'answer':
      return t('evening.kind.answer', { when: moments.when(decided.leavesAt) });
    case 'plan':
      return t('evening.kind.plan', { when: moments.when(decided.at) });
    case 'reply-by':
      return t('evening.kind.reply-by', { when: moments.when(decided.at) });
    case 'later':
      return decided.until === UNTIL_THEY_WRITE
        ? t('evening.kind.laterWhenTheyWrite')
        : t('evening.kind.later', { when: moments.when(decided.until) });
    case 'no-answer':
    case 'phoned':
    case 'done':
    case 'fyi':
      return t(`evening.kind.${decided.kind}`);
  }
}
