// Lines above everything: trouble said loudly, the engine starting again, the practice desk.
import { useTranslation } from 'react-i18next';
import { background } from '../client/background.ts';
import { failureWords } from '../i18n/trade-words.ts';
import { TravelLine, useTravel } from '../features/settings/travel-line.tsx';
import { DeskNewsLine } from '../features/settings/desk-news-line.tsx';
import { AccountRemedy } from '../features/accounts/account-remedy.tsx';
import { isTroubled } from '../features/accounts/account-trouble.tsx';
import { QuietLine } from '../features/accounts/quiet-line.tsx';
import { useDesk, useFacts, useLanguage } from '../state/use-desk.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

export function TopLines() {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const trouble = useFacts((facts) => facts.trouble);
  const isEngineAway = useFacts((facts) => facts.isEngineAway);
  const isDemo = useFacts(({ status }) => status.isDemo);
  const accounts = useFacts((facts) => facts.accounts);
  const troubled = accounts.find(isTroubled);
  const quiet = useFacts(({ accounts }) => accounts.find((account) => account.quiet !== null));
  const words = trouble === null ? null : failureWords(language, trouble);
  const leave = async (): Promise<void> => {
    const left = await desk.client.shell('shell.leaveDemo', {});
    if (!left.ok) desk.tellFailure(left.error);
  };
  const hasNews = useFacts(({ status }) => status.news !== null);
  const { asks: isOnTheRoad } = useTravel();
  if (
    !isEngineAway &&
    words === null &&
    !isDemo &&
    troubled === undefined &&
    quiet === undefined &&
    !hasNews &&
    !isOnTheRoad
  )
    return null;
  return (
    <header className="top-lines">
      {isEngineAway && (
        <p className="top-line trouble" role="status">
          {t('app.restarting')}
        </p>
      )}
      {words !== null && (
        <div className="top-line trouble" role="alert">
          <Icon name="warning" />
          <span>
            <strong>{words.sentence}</strong> {words.action}
          </span>
          <Button size="small" look="quiet" onClick={() => desk.facts.setState({ trouble: null })}>
            {t('common.close')}
          </Button>
        </div>
      )}
      <DeskNewsLine />
      {accounts.map(
        (account) =>
          account.state.kind === 'needs-owner' && (
            <div key={account.id} className="top-line trouble">
              <Icon name="warning" />
              <span className="cut">
                <strong translate="no">{account.email}</strong>: {failureWords(language, account.state.error).sentence}
              </span>
              <AccountRemedy account={account} />
            </div>
          ),
      )}
      {troubled?.state.kind === 'waiting' && (
        // The rail says it in full; a narrow window has no room for that.
        <div className="narrow-only">
          <div className="top-line trouble">
            <Icon name="warning" />
            <span className="cut">
              <strong>{t(`account.state.${troubled.state.kind}`, { done: '', total: '' })}</strong> {troubled.email}
            </span>
            <Button
              size="small"
              onClick={() => desk.place.setState({ view: { kind: 'settings', tab: 'accounts' }, isReading: false })}
            >
              {t('account.see')}
            </Button>
          </div>
        </div>
      )}
      <TravelLine />
      {quiet !== undefined && <QuietLine account={quiet} />}
      {isDemo && (
        <div className="top-line demo">
          <span>{t('app.demo')}</span>
          <Button size="small" onClick={() => background(leave())}>
            {t('app.leaveDemo')}
          </Button>
        </div>
      )}
    </header>
  );
}
