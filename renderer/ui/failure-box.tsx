// What went wrong in the world: a sentence, one thing to do, and the raw words behind "details".
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../main/contract/errors.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import { failureWords } from '../i18n/trade-words.ts';

type FailureBoxProps = {
  readonly error: Failure;
  readonly language: UiLanguage;
  /** A one-time trial: nothing tries again by itself, so "Balie will" would be untrue. */
  readonly isTrial?: boolean;
};

export function FailureBox({ error, language, isTrial = false }: FailureBoxProps) {
  const { t } = useTranslation();
  const { sentence, action } = failureWords(language, error);
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{sentence}</strong> {!(isTrial && isPassing(error)) && action}
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

/** It may be over by itself in a while. */
export const isPassing = ({ retry }: Failure): boolean => retry === 'auto' || retry === 'after';
