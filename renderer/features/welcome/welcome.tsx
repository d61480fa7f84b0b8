// First start: connect a mailbox, or look around in the practice desk.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { DeskPicture } from '../../ui/desk-picture.tsx';

type WelcomeProps = {
  readonly onConnect: () => void;
  /** He keeps what he notes himself, and adds mail when he likes. */
  readonly onBegin: () => void;
};

export function Welcome({ onConnect, onBegin }: WelcomeProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isBusy, setIsBusy] = useState(false);
  const enterDemo = async (): Promise<void> => {
    setIsBusy(true);
    const entered = await desk.client.shell('shell.enterDemo', {});
    // When it went well, the window reloads and this screen is gone.
    if (!entered.ok) {
      desk.tellFailure(entered.error);
      setIsBusy(false);
    }
  };
  return (
    <main className="welcome">
      <div className="welcome-sheet">
        <DeskPicture />
        <h1>{t('welcome.title')}</h1>
        <p className="welcome-lead">{t('welcome.lead')}</p>
        <div className="welcome-ways">
          <div>
            <Button look="main" size="large" icon="mail" disabled={isBusy} onClick={onConnect}>
              {t('welcome.connect')}
            </Button>
            <p className="soft">{t('welcome.connectHelp')}</p>
          </div>
          <div>
            <Button size="large" icon="desk" disabled={isBusy} onClick={() => background(enterDemo())}>
              {t(isBusy ? 'welcome.demoBusy' : 'welcome.demo')}
            </Button>
            <p className="soft">{t('welcome.demoHelp')}</p>
          </div>
          <div>
            <Button size="large" icon="plus" disabled={isBusy} onClick={onBegin}>
              {t('notes.begin')}
            </Button>
            <p className="soft">{t('notes.beginHelp')}</p>
          </div>
        </div>
        <p className="welcome-local">{t('welcome.local')}</p>
      </div>
    </main>
  );
}
