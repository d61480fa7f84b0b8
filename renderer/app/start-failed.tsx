// Shown instead of the desk when the engine cannot open it: what is wrong, one thing to do, and another try.
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../main/contract/errors.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import { Button } from '../ui/button.tsx';
import { FailureBox } from '../ui/failure-box.tsx';

export function StartFailed({ error, language }: { readonly error: Failure; readonly language: UiLanguage }) {
  const { t } = useTranslation();
  return (
    <main className="start-failed">
      <h1>{t('app.startFailed')}</h1>
      <FailureBox error={error} language={language} />
      <div>
        <Button look="main" onClick={() => window.location.reload()}>
          {t('app.tryAgain')}
        </Button>
      </div>
    </main>
  );
}
