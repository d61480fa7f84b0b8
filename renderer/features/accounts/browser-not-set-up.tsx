// This provider signs in by browser, and no client id for it is configured on this computer: said plainly, with what to do.
import { useTranslation } from 'react-i18next';
import type { OAuthProvider } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

type BrowserNotSetUpProps = { readonly provider: OAuthProvider; readonly onLookAgain: () => void };

export function BrowserNotSetUp({ provider, onLookAgain }: BrowserNotSetUpProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <div className="settings-stack">
      <ol className="numbered">
        <li>{t(`browser.register.${provider}`)}</li>
        <li>
          {t('browser.putFile')}
          <pre className="file-sample" translate="no">{`{ "${provider}": { "clientId": "…" } }`}</pre>
        </li>
        <li>{t('browser.thenLook')}</li>
      </ol>
      <div className="row-of-buttons">
        <Button size="small" onClick={() => background(desk.client.shell('shell.openDataFolder', {}))}>
          {t('settings.openFolder')}
        </Button>
        <Button size="small" onClick={onLookAgain}>
          {t('browser.lookAgain')}
        </Button>
      </div>
    </div>
  );
}
