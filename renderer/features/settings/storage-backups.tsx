// The copies of the desk: made every day, one more when asked, and put back after a question that says what that does.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupView, StorageView } from '../../../main/contract/storage.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { useMessageCount } from './use-message-count.ts';

export function StorageBackups({ storage }: { readonly storage: StorageView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const isDemo = useFacts(({ status }) => status.isDemo);
  const [isMade, setIsMade] = useState(false);
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const make = async (): Promise<void> => {
    setIsMade(false);
    const made = await desk.client.call('storage.backUp', {});
    setIsMade(made.ok);
    if (!made.ok) desk.tellFailure(made.error);
  };
  return (
    <section className="settings-stack" aria-labelledby="storage-backups">
      <h2 id="storage-backups">{t('storage.backups')}</h2>
      <p>
        {t('storage.backupsIntro')} {t('storage.sameDisk')}
      </p>
      {storage.backupTrouble !== null && <FailureBox error={storage.backupTrouble} language={language} />}
      {storage.backups.length === 0 ? (
        <p className="soft">{t('storage.none')}</p>
      ) : (
        <ul className="settings-list">
          {storage.backups.map((backup) => (
            <BackupLine key={backup.name} backup={backup} onRestore={() => setChosen(backup)} />
          ))}
        </ul>
      )}
      <div className="row-of-buttons">
        <Button disabled={storage.isBackingUp || isDemo} onClick={() => background(make())}>
          {t('storage.backUpNow')}
        </Button>
        <span role="status" className="soft">
          {storage.isBackingUp ? t('storage.backingUp') : isMade ? t('storage.made') : ''}
        </span>
      </div>
      {chosen !== null && <RestoreQuestion backup={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

function BackupLine({ backup, onRestore }: { readonly backup: BackupView; readonly onRestore: () => void }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const messagesOf = useMessageCount();
  const when = moments.full(backup.at);
  return (
    <li>
      <p className="settings-list-text">
        <span className="first-upper">{when}</span>{' '}
        <span className="soft">
          · {t(`storage.kind.${backup.kind}`)}
          {backup.messages !== null && ` · ${messagesOf(backup.messages)}`} · {moments.size(backup.bytes)}
        </span>
      </p>
      {backup.kind !== 'damaged' && (
        <Button size="small" look="quiet" aria-label={t('storage.restoreOf', { when })} onClick={onRestore}>
          {t('storage.restore')}
        </Button>
      )}
    </li>
  );
}

function RestoreQuestion({ backup, onClose }: { readonly backup: BackupView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const messagesOf = useMessageCount();
  const [isBusy, setIsBusy] = useState(false);
  const restore = async (): Promise<void> => {
    setIsBusy(true);
    const restored = await desk.client.shell('shell.restoreBackup', { name: backup.name });
    // When it went well, the window is on its way to open anew.
    if (restored.ok) return;
    desk.tellFailure(restored.error);
    onClose();
  };
  return (
    <Dialog title={t('storage.restoreTitle')} onClose={isBusy ? () => {} : onClose}>
      <div className="settings-stack">
        <p>
          <strong>
            {t('storage.restoreWhich', { when: moments.full(backup.at), messages: messagesOf(backup.messages ?? 0) })}
          </strong>
        </p>
        <ul className="plain-list">
          <li>{t('storage.restoreSync')}</li>
          <li>{t('storage.restoreDecisions')}</li>
          <li>{t('storage.restoreOutbox')}</li>
          <li>{t('storage.restoreKept')}</li>
        </ul>
        <div className="row-of-buttons">
          <Button look="main" disabled={isBusy} onClick={() => background(restore())}>
            {t('storage.restoreYes')}
          </Button>
          <Button look="quiet" disabled={isBusy} onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
        <p role="status">{isBusy ? t('storage.restoring') : ''}</p>
      </div>
    </Dialog>
  );
}
