// What went wrong in the world: a sentence, one thing to do, and the raw words behind "details".
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../main/contract/errors.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import { failureWords } from '../i18n/trade-words.ts';

export function FailureBox({ error, language }: { readonly error: Failure; readonly language: UiLanguage }) {
  const { t } = useTranslation();
  const { sentence, action } = failureWords(language, error);
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{sentence}</strong> {action}
      </p>
      {error.detail !== '' && (
        <details>
          <summary>{t('common.details')}</summary>
          <p translate="no">{error.detail}</p>
        </details>
      )}
    </div>
  );
}
