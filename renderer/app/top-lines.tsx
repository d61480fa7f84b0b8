// Lines above everything: trouble said loudly, the engine starting again, the practice desk.
import { useTranslation } from 'react-i18next';
import { background } from '../client/background.ts';
import { failureWords } from '../i18n/trade-words.ts';
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
  const words = trouble === null ? null : failureWords(language, trouble);
  const leave = async (): Promise<void> => {
    const left = await desk.client.shell('shell.leaveDemo', {});
    if (!left.ok) desk.tellFailure(left.error);
  };
  if (!isEngineAway && words === null && !isDemo) return null;
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
