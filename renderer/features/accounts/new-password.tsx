// Another password for an account that has one no longer, or a wrong one.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { TextField } from '../../ui/field.tsx';
import { KeepPassword } from './servers-step.tsx';

export function NewPassword({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(account.keep);
  const [error, setError] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const save = async (): Promise<void> => {
    setIsBusy(true);
    const answer = await desk.client.call('accounts.setPassword', { id: account.id, password, keep });
    setIsBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    await desk.refresh.accounts();
    onClose();
  };
  return (
    <Dialog title={t('account.passwordFor', { email: account.email })} onClose={onClose}>
      <form
        className="settings-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') background(save());
        }}
      >
        <TextField
          label={t('wizard.password')}
          type="password"
          value={password}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one question on this sheet
          autoFocus
          autoComplete="current-password"
          onText={setPassword}
        />
        <KeepPassword keep={keep} onKeep={setKeep} />
        {error !== null && <FailureBox error={error} language={language} />}
        <div>
          <Button look="main" isSubmit disabled={password === '' || isBusy}>
            {t('wizard.test')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
