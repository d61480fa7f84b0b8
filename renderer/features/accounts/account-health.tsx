// How each account is doing, at the foot of the rail: in words, with a figure while mail comes in, and with one thing to do
// when it does not.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../main/contract/views.ts';
import { useFacts, useMoments } from '../../state/use-desk.tsx';
import { AccountTrouble } from './account-trouble.tsx';

export function AccountHealth() {
  const { t } = useTranslation();
  const all = useFacts((facts) => facts.accounts);
  // One that is not connected any more cannot be ill.
  const accounts = all.filter(({ state }) => state.kind !== 'detached');
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
      {/* What asks for the owner stands on top of the window, with its button. */}
      {state.kind === 'waiting' && <AccountTrouble account={account} />}
    </div>
  );
}
