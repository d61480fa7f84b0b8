// The accounts in the settings: how they are, and what can be done with each: change, pause, sign in anew, leave.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AccountTrouble } from './account-trouble.tsx';
import { AccountWizard } from './account-wizard.tsx';
import { EditAccount } from './edit-account.tsx';
import { LeaveAccount } from './leave-account.tsx';
import { MailboxHealth } from './mailbox-health.tsx';
import { NewPassword } from './new-password.tsx';
import { isArchive, remedyFor } from './remedy.ts';
import { SignInAgain } from './sign-in-again.tsx';

type Sheet = { readonly kind: 'edit' | 'password' | 'browser' | 'leave' | 'connect'; readonly account: AccountView };

export function AccountList({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation();
  const accounts = useFacts((facts) => facts.accounts);
  const isDemo = useFacts(({ status }) => status.isDemo);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const close = (): void => setSheet(null);
  return (
    <div className="settings-stack">
      {accounts.length === 0 && <p className="soft">{t('account.none')}</p>}
      <ul className="settings-list">
        {accounts.map((account) => (
          <li key={account.id}>
            <AboutAccount account={account} />
            {!account.isDemo && <AccountButtons account={account} onSheet={(kind) => setSheet({ kind, account })} />}
            {account.state.kind !== 'detached' && <Mailboxes account={account} />}
          </li>
        ))}
      </ul>
      {!isDemo && (
        <div>
          <Button icon="plus" onClick={onAdd}>
            {t('account.add')}
          </Button>
        </div>
      )}
      {sheet?.kind === 'edit' && <EditAccount account={sheet.account} onClose={close} />}
      {sheet?.kind === 'password' && <NewPassword account={sheet.account} onClose={close} />}
      {sheet?.kind === 'browser' && <SignInAgain account={sheet.account} onClose={close} />}
      {sheet?.kind === 'leave' && <LeaveAccount account={sheet.account} onClose={close} />}
      {sheet?.kind === 'connect' && (
        <Dialog title={t('wizard.title')} isWide onClose={close}>
          <AccountWizard email={sheet.account.email} onDone={close} onLeave={close} />
        </Dialog>
      )}
    </div>
  );
}

function AboutAccount({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { state } = account;
  const done = 'done' in state ? moments.count(state.done) : '';
  const total = 'total' in state ? moments.count(state.total) : '';
  return (
    <div className="settings-list-text">
      <p translate="no">
        <span className="account-dot" style={{ background: `var(--account-${account.colour})` }} />
        <strong>{isArchive(account) ? account.name : account.email}</strong>
      </p>
      <p className="soft">
        {t(`account.state.${state.kind}`, { done, total })}
        {'since' in state &&
          state.kind !== 'live' &&
          ` ${t('account.since', { when: moments.short(state.since) })}`} ·{' '}
        {t('account.messages', { count: account.messages })}
        {state.kind !== 'detached' && ` · ${kept()}`}
      </p>
      {state.kind !== 'detached' && (
        <p className="soft small-text" translate="no">
          {account.imap.host}:{account.imap.port} · {account.smtp.host}:{account.smtp.port}
          {account.addresses.length > 1 && ` · ${account.addresses.slice(1).join(', ')}`}
        </p>
      )}
      <AccountTrouble account={account} />
    </div>
  );

  function kept(): string {
    if (account.oauthProvider !== null) {
      return t(account.keep === 'keychain' ? 'account.signInKeychain' : 'account.signInSession');
    }
    return t(account.keep === 'keychain' ? 'account.keepKeychain' : 'account.keepSession');
  }
}

/** Asked for only once somebody looks. */
function Mailboxes({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="account-mailboxes" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('account.mailboxes')}</summary>
      {isOpen && <MailboxHealth account={account} />}
    </details>
  );
}

type AccountButtonsProps = { readonly account: AccountView; readonly onSheet: (kind: Sheet['kind']) => void };

function AccountButtons({ account, onSheet }: AccountButtonsProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { state } = account;
  const pause = async (): Promise<void> => {
    const set = await desk.client.call('accounts.setPaused', { id: account.id, paused: state.kind !== 'paused' });
    if (!set.ok) desk.tellFailure(set.error);
    await desk.refresh.accounts();
  };
  const remedy = remedyFor(account);
  const signIn = account.oauthProvider === null ? 'password' : 'browser';
  if (state.kind === 'detached') {
    return (
      <div className="row-of-buttons">
        {!isArchive(account) && (
          <Button size="small" onClick={() => onSheet('connect')}>
            {t('account.connectAgain')}
          </Button>
        )}
        <Button size="small" look="quiet danger" onClick={() => onSheet('leave')}>
          {t('account.remove')}
        </Button>
      </div>
    );
  }
  return (
    <div className="row-of-buttons">
      <Button size="small" onClick={() => onSheet('edit')}>
        {t('common.edit')}
      </Button>
      <Button size="small" onClick={() => background(pause())}>
        {t(state.kind === 'paused' ? 'account.resume' : 'account.pause')}
      </Button>
      {(remedy === null || remedy === 'try') && (
        <Button size="small" onClick={() => onSheet(signIn)}>
          {t(signIn === 'password' ? 'account.newPassword' : 'browser.signInShort')}
        </Button>
      )}
      <Button size="small" look="quiet danger" onClick={() => onSheet('leave')}>
        {t('account.remove')}
      </Button>
    </div>
  );
}
