// Signing an account in anew on its provider's page, after its access ended.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { BrowserWait } from './browser-wait.tsx';
import { providerName } from './remedy.ts';

export function SignInAgain({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [testId, setTestId] = useState<string | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const provider = providerName(account);
  const signIn = async (): Promise<void> => {
    const id = crypto.randomUUID();
    setTestId(id);
    setError(null);
    const answer = await desk.client.call('accounts.signInAgain', { id: account.id, testId: id });
    setTestId(null);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    await desk.refresh.accounts();
    onClose();
  };
  const close = (): void => {
    if (testId !== null) background(desk.client.call('accounts.stopSignIn', { testId }));
    onClose();
  };
  return (
    <Dialog title={t('browser.signInFor', { email: account.email })} onClose={close}>
      <div className="settings-stack">
        {testId === null ? (
          <p>{t('browser.again', { provider })}</p>
        ) : (
          <BrowserWait testId={testId} provider={provider} />
        )}
        {error !== null && <FailureBox error={error} language={language} isTrial />}
        {testId === null && (
          <div className="row-of-buttons">
            <Button look="main" onClick={() => background(signIn())}>
              {t('browser.signIn')}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('common.cancel')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
