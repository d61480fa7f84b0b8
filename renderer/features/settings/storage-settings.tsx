// The owner's own disk: how much room Balie takes, which copies there are, and how long old conversations keep their words.
import { useTranslation } from 'react-i18next';
import type { StorageView } from '../../../main/contract/storage.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { StorageBackups } from './storage-backups.tsx';
import { StorageRetention } from './storage-retention.tsx';
import { useStorage } from './use-storage.ts';

export function StorageSettings() {
  const storage = useStorage();
  if (storage === null) return <div className="settings-stack" aria-busy="true" />;
  return (
    <div className="settings-stack">
      <StorageBackups storage={storage} />
      <StorageRetention />
      <Sizes storage={storage} />
    </div>
  );
}

function Sizes({ storage }: { readonly storage: StorageView }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const lines = [
    { label: t('storage.database'), bytes: storage.databaseBytes },
    { label: t('storage.attachments'), bytes: storage.attachmentBytes, isPart: true },
    { label: t('storage.backupsSize'), bytes: storage.backupBytes },
    { label: t('storage.log'), bytes: storage.logBytes },
    { label: t('storage.free'), bytes: storage.freeBytes, isApart: true },
  ];
  return (
    <section className="settings-stack" aria-labelledby="storage-sizes">
      <h2 id="storage-sizes">{t('storage.sizes')}</h2>
      <dl className="sizes">
        {lines.map(({ label, bytes, isPart = false, isApart = false }) => (
          <div key={label} className={isPart ? 'size part' : isApart ? 'size apart' : 'size'}>
            <dt>{label}</dt>
            <dd>{moments.size(bytes)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {storage.lastCheckAt === null
          ? t('storage.neverChecked')
          : t('storage.checked', { when: moments.when(storage.lastCheckAt) })}
      </p>
    </section>
  );
}
