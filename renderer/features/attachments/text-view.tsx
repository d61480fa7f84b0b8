// Letters as they are, never as a page: what looks like a tag is read as one reads it.
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { useLoaded } from './use-loaded.ts';

export function TextView({ file }: { readonly file: AttachmentView }) {
  const { t } = useTranslation();
  const { client } = useDesk();
  const language = useLanguage();
  const loaded = useLoaded(() => client.call('attachment.text', { id: file.id }));
  if (loaded.kind === 'loading') return <p className="preview-said soft">{t('attached.loading')}</p>;
  if (loaded.kind === 'failed') {
    if (loaded.error.code === 'not-possible-now') return <p className="preview-said">{t('attached.notText')}</p>;
    return <FailureBox error={loaded.error} language={language} />;
  }
  return (
    <div
      className="preview-text"
      role="region"
      aria-label={t('attached.content', { name: file.fileName })}
      // It scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {loaded.value.isCut && <p className="aside">{t('attached.cut')}</p>}
      <pre>{loaded.value.text}</pre>
    </div>
  );
}
