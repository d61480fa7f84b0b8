// One file over the whole desk, with its neighbours an arrow away. What it shows was decoded here, from bytes that were looked at.
import { lazy, Suspense, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_PREVIEW_BYTES, type AttachmentView } from '../../../main/contract/attachments.ts';
import { fileKind, previewKind } from '../../../main/domain/attachment/what-file.ts';
import { background } from '../../client/background.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { PictureView } from './picture-view.tsx';
import { TextView } from './text-view.tsx';
import type { FileDeeds } from './use-file-deeds.ts';

/** Its reader is as large as the rest of the window: fetched with the first PDF. */
const PdfView = lazy(() => import('./pdf-view.tsx'));

type PreviewSheetProps = {
  readonly files: readonly AttachmentView[];
  readonly at: number;
  readonly deeds: FileDeeds;
  readonly onGo: (at: number) => void;
  readonly onClose: () => void;
};

export function PreviewSheet({ files, at, deeds, onGo, onClose }: PreviewSheetProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const sheet = element.current;
    sheet?.showModal();
    return () => sheet?.close();
  }, []);
  const file = files[at];
  if (file === undefined) return null;
  const go = (by: number): void => {
    if (files[at + by] !== undefined) onGo(at + by);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else return;
    event.preventDefault();
  };
  return (
    // Arrows belong to the sheet as a whole, whatever in it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={element}
      className="preview"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="preview-head">
        <div className="preview-name">
          <h2 id={titleId} className="cut" translate="no">
            {file.fileName}
          </h2>
          <p className="soft">
            {t(`attached.kind.${fileKind(file.fileName, file.contentType)}`)}, {moments.size(file.size)}
            {files.length > 1 && ` · ${t('attached.place', { nr: at + 1, total: files.length })}`}
          </p>
        </div>
        {files.length > 1 && (
          <>
            <Button look="quiet" icon="back" disabled={at === 0} onClick={() => go(-1)}>
              {t('attached.previous')}
            </Button>
            <Button look="quiet" icon="forward" disabled={at === files.length - 1} onClick={() => go(1)}>
              {t('attached.next')}
            </Button>
          </>
        )}
        {file.caution === null && <Button onClick={() => background(deeds.open(file))}>{t('attached.open')}</Button>}
        <Button icon="save" onClick={() => background(deeds.save(file))}>
          {t('attached.save')}
        </Button>
        <Button look="quiet" icon="close" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <Suspense fallback={<p className="preview-said soft">{t('attached.loading')}</p>}>
        <Shown key={file.id} file={file} />
      </Suspense>
    </dialog>
  );
}

function Shown({ file }: { readonly file: AttachmentView }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const kind = previewKind(file.fileName, file.contentType);
  if (file.caution !== null && kind !== 'text') {
    return (
      <div className="preview-said">
        <p>{t(`attached.why.${file.caution.because}`, { ending: file.caution.ending })}</p>
        <p className="soft">{t('attached.noPreviewHeld')}</p>
      </div>
    );
  }
  if (kind === null) return <p className="preview-said">{t('attached.noPreview')}</p>;
  if (kind === 'text') return <TextView file={file} />;
  if (file.size > MOST_PREVIEW_BYTES)
    return <p className="preview-said">{t('attached.tooLarge', { most: moments.size(MOST_PREVIEW_BYTES) })}</p>;
  return kind === 'pdf' ? <PdfView file={file} /> : <PictureView file={file} />;
}
