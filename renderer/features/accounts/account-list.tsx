// The accounts in the settings: how they are, pause, another password, remove after a clear question.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AccountTrouble, wantsPassword } from './account-trouble.tsx';
import { NewPassword } from './new-password.tsx';

type Sheet = { readonly kind: 'password' | 'remove'; readonly account: AccountView };

export function AccountList({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const accounts = useFacts((facts) => facts.accounts);
  const isDemo = useFacts(({ status }) => status.isDemo);
  const moments = useMoments();
  const [sheet, setSheet] = useState<Sheet | null>(null);

  const pause = async ({ id, state }: AccountView): Promise<void> => {
    const set = await desk.client.call('accounts.setPaused', { id, paused: state.kind !== 'paused' });
    if (!set.ok) desk.tellFailure(set.error);
    await desk.refresh.accounts();
  };
  const remove = async ({ id }: AccountView): Promise<void> => {
    const removed = await desk.client.call('accounts.remove', { id });
    if (!removed.ok) desk.tellFailure(removed.error);
    setSheet(null);
    desk.place.setState({ conversation: null });
    await desk.refresh.all();
  };

  return (
    <div className="settings-stack">
      {accounts.length === 0 && <p className="soft">{t('account.none')}</p>}
      <ul className="settings-list">
        {accounts.map((account) => {
          const { state } = account;
          const done = 'done' in state ? moments.count(state.done) : '';
          const total = 'total' in state ? moments.count(state.total) : '';
          return (
            <li key={account.id}>
              <div className="settings-list-text">
                <p translate="no">
                  <span className="account-dot" style={{ background: `var(--account-${account.colour})` }} />
                  <strong>{account.email}</strong>
                </p>
                <p className="soft">
                  {t(`account.state.${state.kind}`, { done, total })}
                  {'since' in state &&
                    state.kind !== 'live' &&
                    ` ${t('account.since', { when: moments.short(state.since) })}`}{' '}
                  · {t('account.messages', { count: account.messages })} ·{' '}
                  {t(account.keep === 'keychain' ? 'account.keepKeychain' : 'account.keepSession')}
                </p>
                <p className="soft small-text" translate="no">
                  {account.imap.host}:{account.imap.port} · {account.smtp.host}:{account.smtp.port}
                </p>
                <AccountTrouble account={account} />
              </div>
              {!account.isDemo && (
                <div className="row-of-buttons">
                  <Button size="small" onClick={() => background(pause(account))}>
                    {t(state.kind === 'paused' ? 'account.resume' : 'account.pause')}
                  </Button>
                  {!wantsPassword(account) && (
                    <Button size="small" onClick={() => setSheet({ kind: 'password', account })}>
                      {t('account.newPassword')}
                    </Button>
                  )}
                  <Button size="small" look="quiet danger" onClick={() => setSheet({ kind: 'remove', account })}>
                    {t('account.remove')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {!isDemo && (
        <div>
          <Button icon="plus" onClick={onAdd}>
            {t('account.add')}
          </Button>
        </div>
      )}
      {sheet?.kind === 'password' && <NewPassword account={sheet.account} onClose={() => setSheet(null)} />}
      {sheet?.kind === 'remove' && (
        <Dialog title={t('account.remove')} onClose={() => setSheet(null)}>
          <div className="settings-stack">
            <p>{t('account.removeSure', { email: sheet.account.email })}</p>
            <div className="row-of-buttons">
              <Button look="danger" onClick={() => background(remove(sheet.account))}>
                {t('account.remove')}
              </Button>
              <Button look="quiet" onClick={() => setSheet(null)}>
                {t('common.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}
