// One file: a thumbnail or a pictogram, its name, what it is and how large, and beside it opening and saving.
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import { fileKind, previewKind, type FileKind } from '../../../main/domain/attachment/what-file.ts';
import { background } from '../../client/background.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Thumbnail } from './thumbnail.tsx';
import type { FileDeeds } from './use-file-deeds.ts';

const ICONS: Readonly<Record<FileKind, IconName>> = {
  picture: 'picture',
  pdf: 'paper',
  text: 'paper',
  table: 'report',
  document: 'paper',
  slides: 'picture',
  calendar: 'plan',
  card: 'person',
  mail: 'mail',
  archive: 'clip',
  sound: 'clip',
  film: 'clip',
  drawing: 'clip',
  runs: 'warning',
  other: 'clip',
};

type AttachmentRowProps = {
  readonly attachment: AttachmentView;
  readonly deeds: FileDeeds;
  readonly onPreview: () => void;
};

export function AttachmentRow({ attachment, deeds, onPreview }: AttachmentRowProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { fileName, contentType, size, caution } = attachment;
  const kind = fileKind(fileName, contentType);
  const what = `${t(`attached.kind.${kind}`)}, ${moments.size(size)}`;
  const isHeld = caution !== null;
  return (
    <li className={isHeld ? 'file held' : 'file'}>
      <button
        type="button"
        className="file-preview"
        aria-label={`${t('attached.preview', { name: fileName })}, ${what}${isHeld ? `, ${t('attached.neverOpened')}` : ''}`}
        onClick={onPreview}
      >
        {previewKind(fileName, contentType) === 'picture' ? (
          <Thumbnail attachment={attachment} />
        ) : (
          <span className="file-icon">
            <Icon name={isHeld ? 'warning' : ICONS[kind]} />
          </span>
        )}
        <span className="file-words">
          <span className="cut" translate="no">
            {fileName}
          </span>
          <span className="soft">
            {what}
            {isHeld && ` · ${t('attached.neverOpened')}`}
          </span>
        </span>
      </button>
      <span className="file-deeds">
        {!isHeld && (
          <Button
            look="quiet"
            size="small"
            aria-label={t('attached.openNamed', { name: fileName })}
            onClick={() => background(deeds.open(attachment))}
          >
            {t('attached.open')}
          </Button>
        )}
        <Button
          look="quiet"
          size="small"
          aria-label={t('attached.saveNamed', { name: fileName })}
          onClick={() => background(deeds.save(attachment))}
        >
          {t('attached.save')}
        </Button>
      </span>
    </li>
  );
}
