// What came with a message: each file with what it is, its size, and what can be done with it; a preview one click away. Files that
// run are marked, and saved only after a warning. Pictures that stand in the text itself are part of the text.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import { background } from '../../client/background.ts';
import { Button } from '../../ui/button.tsx';
import { AttachmentRow } from './attachment-row.tsx';
import { PreviewSheet } from './preview-sheet.tsx';
import { useFileDeeds } from './use-file-deeds.ts';
import { WarningSheet } from './warning-sheet.tsx';

export function AttachmentList({ attachments }: { readonly attachments: readonly AttachmentView[] }) {
  const { t } = useTranslation();
  const deeds = useFileDeeds();
  const [shown, setShown] = useState<number | null>(null);
  const listed = attachments.filter((attachment) => isListed(attachment, attachments));
  if (listed.length === 0) return null;
  const savable = listed.filter(({ caution }) => caution === null);
  return (
    <div className="files">
      <ul className="file-list" aria-label={t('attached.list')}>
        {listed.map((attachment, index) => (
          <AttachmentRow key={attachment.id} attachment={attachment} deeds={deeds} onPreview={() => setShown(index)} />
        ))}
      </ul>
      {savable.length > 1 && (
        <Button look="quiet" size="small" icon="save" onClick={() => background(deeds.saveAll(listed))}>
          {t('attached.saveAll', { count: savable.length })}
        </Button>
      )}
      {shown !== null && (
        <PreviewSheet files={listed} at={shown} deeds={deeds} onGo={setShown} onClose={() => setShown(null)} />
      )}
      {deeds.heldBack !== null && <WarningSheet heldBack={deeds.heldBack} deeds={deeds} />}
    </div>
  );
}

/** An invitation often comes twice: for programs, and as a file for people. One of them is enough. */
function isListed({ contentType, contentId, isInline }: AttachmentView, all: readonly AttachmentView[]): boolean {
  if (isInline && contentId !== null) return false;
  return contentType !== 'text/calendar' || !all.some((other) => other.contentType === 'application/ics');
}
