// What came with a message, by name and size; saved through the shell, never opened in place.
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Icon } from '../../ui/icon.tsx';

export function AttachmentList({ attachments }: { readonly attachments: readonly AttachmentView[] }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  // Pictures inside the text are part of the text.
  const listed = attachments.filter((attachment) => !(attachment.isInline && attachment.contentId !== null));
  if (listed.length === 0) return null;
  const save = async ({ id, fileName }: AttachmentView): Promise<void> => {
    const saved = await desk.client.shell('shell.saveAttachment', { id });
    if (!saved.ok) desk.tellFailure(saved.error);
    else if (saved.value !== null) {
      desk.notices.add({
        text: t('notice.saved', { name: fileName }),
        failure: null,
        undo: null,
        until: machineNow() + NOTICE_MS,
        leaving: null,
      });
    }
  };
  return (
    <ul className="attachments" aria-label={t('conversation.attachments')}>
      {listed.map((attachment) => (
        <li key={attachment.id}>
          <button
            type="button"
            className="attachment"
            title={attachment.isHere ? attachment.contentType : t('conversation.notHere')}
            aria-label={`${t('conversation.saveAttachment', { name: attachment.fileName })}, ${moments.size(attachment.size)}`}
            onClick={() => background(save(attachment))}
          >
            <Icon name="clip" />
            <span className="cut">{attachment.fileName}</span>
            <span className="soft">{moments.size(attachment.size)}</span>
            <Icon name="save" />
          </button>
        </li>
      ))}
    </ul>
  );
}
