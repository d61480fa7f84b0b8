// Leaving an account: a clear choice about what lies here, and about answers that still wait.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Choice } from '../../ui/field.tsx';

export function LeaveAccount({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const waiting = useFacts(
    ({ deliveries }) => deliveries.filter((row) => row.account === account.id && row.state !== 'sent').length,
  );
  const isDetached = account.state.kind === 'detached';
  const [keepMail, setKeepMail] = useState(!isDetached);
  const [dropOutbox, setDropOutbox] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const leave = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    const left = await desk.client.call('accounts.remove', { id: account.id, keepMail, dropOutbox });
    setIsBusy(false);
    if (!left.ok) {
      setError(left.error);
      return;
    }
    desk.place.setState({ conversation: null });
    await desk.refresh.all();
    onClose();
  };
  return (
    <Dialog title={t('leave.title', { email: account.email })} onClose={onClose}>
      <form
        className="settings-stack"
        onSubmit={(event) => {
          event.preventDefault();
          background(leave());
        }}
      >
        {isDetached ? (
          <p>{t('leave.removeHelp', { count: account.messages })}</p>
        ) : (
          <div className="leave-ways" role="radiogroup" aria-label={t('leave.question')}>
            <Way
              title={t('leave.keep')}
              help={t('leave.keepHelp')}
              isChosen={keepMail}
              onChoose={() => setKeepMail(true)}
            />
            <Way
              title={t('leave.remove')}
              help={t('leave.removeHelp', { count: account.messages })}
              isChosen={!keepMail}
              onChoose={() => setKeepMail(false)}
            />
          </div>
        )}
        {waiting > 0 && (
          <div className="failure">
            <p>
              <strong>{t('leave.waiting', { count: waiting })}</strong>
            </p>
            <Choice
              label={t(keepMail ? 'leave.toDraft' : 'leave.drop', { count: waiting })}
              isOn={dropOutbox}
              onChange={setDropOutbox}
            />
          </div>
        )}
        <p className="soft">{t(account.oauthProvider === null ? 'leave.password' : 'leave.access')}</p>
        {error !== null && <FailureBox error={error} language={language} />}
        <div className="row-of-buttons">
          <Button look="danger" isSubmit disabled={isBusy || (waiting > 0 && !dropOutbox)}>
            {t(isBusy ? 'leave.busy' : keepMail ? 'leave.keepButton' : 'leave.removeButton')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type WayProps = {
  readonly title: string;
  readonly help: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Way({ title, help, isChosen, onChoose }: WayProps) {
  const id = useId();
  return (
    <label className="leave-way" htmlFor={id}>
      <input id={id} type="radio" name="leave" checked={isChosen} aria-describedby={`${id}-help`} onChange={onChoose} />
      <strong>{title}</strong>
      <span className="help" id={`${id}-help`}>
        {help}
      </span>
    </label>
  );
}
