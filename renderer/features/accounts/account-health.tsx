// How each account is doing, at the foot of the rail: in words, with a figure while mail comes in, and with one thing to do
// when it does not.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { failureWords } from '../../i18n/trade-words.ts';
import { useDesk, useFacts, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { NewPassword } from './new-password.tsx';

export function AccountHealth() {
  const { t } = useTranslation();
  const accounts = useFacts((facts) => facts.accounts);
  if (accounts.length === 0) return null;
  return (
    <section className="health" aria-label={t('rail.health')}>
      <ul>
        {accounts.map((account) => (
          <li key={account.id}>
            <OneAccount account={account} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneAccount({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { state, email } = account;
  const done = 'done' in state ? state.done : 0;
  const total = 'total' in state ? state.total : 0;
  return (
    <div className={`health-account ${state.kind}`}>
      <p className="health-name cut" title={email} translate="no">
        <span className="account-dot" style={{ background: `var(--account-${account.colour})` }} />
        {email}
      </p>
      <p className="health-state">
        {t(`account.state.${state.kind}`, { done: moments.count(done), total: moments.count(total) })}
        {'since' in state && state.kind !== 'live' && ` ${t('account.since', { when: moments.short(state.since) })}`}
      </p>
      {state.kind === 'first-sync' && (
        <>
          <progress
            max={Math.max(1, state.total)}
            value={state.done}
            aria-label={t('account.progress', { email: account.email })}
          />
          {state.msLeft !== null && (
            <p className="health-state">
              {state.msLeft < 60_000
                ? t('account.secondsLeft')
                : t('account.minutesLeft', { count: Math.round(state.msLeft / 60_000) })}
            </p>
          )}
        </>
      )}
      {(state.kind === 'waiting' || state.kind === 'needs-owner') && <Trouble account={account} />}
    </div>
  );
}

function Trouble({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const { state } = account;
  if (state.kind !== 'waiting' && state.kind !== 'needs-owner') return null;
  const { sentence, action } = failureWords(language, state.error);
  const wantsPassword = state.error.code === 'wrong-password' || state.error.code === 'password-missing';
  const tryNow = async (): Promise<void> => {
    const tried = await desk.client.call('sync.now', { account: account.id, mailbox: null, full: false });
    if (!tried.ok) desk.tellFailure(tried.error);
    await desk.refresh.accounts();
  };
  return (
    <>
      <p className="health-why">
        {sentence} {action}
      </p>
      {wantsPassword ? (
        <Button size="small" look="main" onClick={() => setIsAsking(true)}>
          {t('account.newPassword')}
        </Button>
      ) : (
        <Button size="small" onClick={() => background(tryNow())}>
          {t('account.tryNow')}
        </Button>
      )}
      {isAsking && <NewPassword account={account} onClose={() => setIsAsking(false)} />}
    </>
  );
}
