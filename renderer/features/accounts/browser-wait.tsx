// While the owner signs in on his provider's page: what to do there, the page once more when no browser came, and a way out.
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

type BrowserWaitProps = { readonly testId: string; readonly provider: string };

export function BrowserWait({ testId, provider }: BrowserWaitProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const page = useFacts(({ signInPages }) => signInPages[testId]);
  return (
    <div className="notice-box" role="status">
      <p>{t('browser.waiting', { provider })}</p>
      {page !== undefined && (
        <details>
          <summary>{t('browser.noPage')}</summary>
          <div className="settings-stack">
            <TextField
              label={t('browser.address')}
              value={page}
              readOnly
              translate="no"
              onFocus={({ target }) => target.select()}
              onText={() => {}}
            />
            <div>
              <Button size="small" onClick={() => background(desk.client.shell('shell.openLink', { url: page }))}>
                {t('browser.openAgain')}
              </Button>
            </div>
          </div>
        </details>
      )}
      <div>
        <Button size="small" onClick={() => background(desk.client.call('accounts.stopSignIn', { testId }))}>
          {t('browser.stop')}
        </Button>
      </div>
    </div>
  );
}
