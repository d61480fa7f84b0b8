// The files that go along, by name and size, and what is to be known of one before it does.
import { useTranslation } from 'react-i18next';
import { cautionOf } from '../../../main/domain/attachment/caution.ts';
import type { DraftFile } from '../../../main/contract/drafts.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Icon } from '../../ui/icon.tsx';

type LetterFilesProps = {
  readonly files: readonly DraftFile[];
  /** Being added, for those that take a while. */
  readonly slow: readonly string[];
  readonly onRemove: (file: DraftFile) => void;
};

export function LetterFiles({ files, slow, onRemove }: LetterFilesProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  // Pictures within the words are seen there.
  const beside = files.filter(({ contentId }) => contentId === null);
  const programs = beside.filter(({ fileName }) => cautionOf(fileName, null) !== null);
  if (beside.length + slow.length === 0) return null;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <div className="letter-files">
      <ul aria-label={t('files.label')}>
        {beside.map((file) => (
          <li key={file.id} className="letter-file">
            <Icon name="clip" />
            <span className="cut" translate="no">
              {file.fileName}
            </span>
            <span className="soft">{moments.size(file.size)}</span>
            <button
              type="button"
              className="letter-tool"
              aria-label={t('files.remove', { name: file.fileName })}
              title={t('files.remove', { name: file.fileName })}
              onClick={() => onRemove(file)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <p role="status">
        {slow.map((name) => (
          <span key={name}>{t('files.busy', { name })} </span>
        ))}
        {files.length > 1 && <span className="soft">{t('files.total', { size: moments.size(total) })}</span>}
      </p>
      {programs.map(({ id, fileName }) => (
        <p key={id} className="letter-file-caution">
          {t('files.program', { name: fileName })}
        </p>
      ))}
    </div>
  );
}
