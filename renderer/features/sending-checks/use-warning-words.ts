// A warning in one sentence, with the owner's own words in it.
import { useTranslation } from 'react-i18next';
import type { UiLanguage } from '../../../main/domain/conversation/message.ts';
import type { SendingWarning } from '../../../main/domain/sending/sending-checks.ts';
import { channelName } from '../../i18n/trade-words.ts';

export function useWarningWords(language: UiLanguage): (warning: SendingWarning) => string {
  const { t } = useTranslation();
  // What the owner wrote may look like a place for another text.
  const interpolation = { skipOnVariables: true };
  return (warning) => {
    switch (warning.kind) {
      case 'open-fields':
        return t('sending.warning.fields', {
          count: warning.fields.length,
          fields: warning.fields.join(', '),
          interpolation,
        });
      case 'missing-attachment':
        return t('sending.warning.attachment', { words: warning.words, interpolation });
      case 'wrong-name':
        return t('sending.warning.name', { words: warning.words, expected: warning.expected, interpolation });
      case 'odd-address':
        return t('sending.warning.odd', { address: warning.address, meant: warning.meant, interpolation });
      case 'to-a-list':
        return t('sending.warning.list', { address: warning.address, interpolation });
      case 'many-recipients':
        return t('sending.warning.many', { count: warning.count });
      case 'no-subject':
        return t('sending.warning.subject');
      case 'other-language':
        return t('sending.warning.language', {
          written: t(`sending.languages.${warning.written}`),
          theirs: t(`sending.languages.${warning.theirs}`),
        });
      case 'wrong-weekday':
        return t('sending.warning.weekday', {
          words: warning.words,
          weekday: t(`sending.weekdays.${warning.weekday}`),
          interpolation,
        });
      case 'past-date':
        return t('sending.warning.past', { words: warning.words, interpolation });
      case 'sensitive':
        return t(`sending.warning.sensitive.${warning.where}`, {
          what: t(`sending.what.${warning.what}`),
          words: warning.words,
          channel: channelName(language, warning.channel),
          interpolation,
        });
    }
  };
}
