// In the settings: the senders whose pictures are always shown, and the way back.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../main/contract/errors.ts';
import type { RemoteSender } from '../../../main/contract/remote-content.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

export function RemoteSenders() {
  const { t } = useTranslation();
  const desk = useDesk();
  const [senders, setSenders] = useState<readonly RemoteSender[] | null>(null);
  const take = (answer: Result<readonly RemoteSender[]>): void => {
    if (answer.ok) setSenders(answer.value);
    else desk.tellFailure(answer.error);
  };
  useEffect(() => {
    let isOpen = true;
    const read = async (): Promise<void> => {
      const answer = await desk.client.call('remote.senders', {});
      if (!isOpen) return;
      if (answer.ok) setSenders(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(read());
    return () => {
      isOpen = false;
    };
  }, [desk]);
  const forget = async (sender: string): Promise<void> => take(await desk.client.call('remote.forget', { sender }));
  return (
    <div className="settings-stack">
      <h3>{t('pictures.settings')}</h3>
      <p className="soft">{t(senders?.length === 0 ? 'pictures.noSenders' : 'pictures.settingsHelp')}</p>
      {senders !== null && senders.length > 0 && (
        <ul className="settings-list remote-senders">
          {senders.map(({ sender }) => (
            <li key={sender}>
              <span translate="no">
                {sender.startsWith('@') ? t('pictures.everybody', { domain: sender }) : sender}
              </span>
              <Button
                look="quiet"
                size="small"
                aria-label={t('pictures.forget', { sender })}
                onClick={() => background(forget(sender))}
              >
                {t('pictures.stop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
