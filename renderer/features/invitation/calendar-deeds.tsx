// The way of an appointment into the owner's own agenda: opened in the program that he has for it, or kept as a file.
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

export function CalendarDeeds({ message }: { readonly message: MessageView['id'] }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const open = async (): Promise<void> => {
    const opened = await desk.client.shell('shell.openInvitation', { message });
    if (!opened.ok) desk.tellFailure(opened.error);
  };
  const save = async (): Promise<void> => {
    const saved = await desk.client.shell('shell.saveInvitation', { message });
    if (!saved.ok) desk.tellFailure(saved.error);
    else if (saved.value !== null) {
      const text = t('invitation.saved', { path: saved.value });
      desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
    }
  };
  return (
    <div className="row-of-buttons">
      <Button look="quiet" size="small" icon="plan" onClick={() => background(open())}>
        {t('invitation.openCalendar')}
      </Button>
      <Button look="quiet" size="small" icon="save" onClick={() => background(save())}>
        {t('invitation.saveCalendar')}
      </Button>
    </div>
  );
}
