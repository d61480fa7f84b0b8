// Opens a link of a letter in the owner's own program, through the shell; what the shell refuses is told.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk } from '../../state/use-desk.tsx';

export function useOpenLink(): (url: string) => void {
  const { t } = useTranslation();
  const desk = useDesk();
  return useCallback(
    (url) => {
      const open = async (): Promise<void> => {
        const opened = await desk.client.shell('shell.openLink', { url });
        if (!opened.ok) desk.tellFailure(opened.error);
        else if (!opened.value) {
          const until = machineNow() + NOTICE_MS;
          desk.notices.add({ text: t('notice.linkRefused'), failure: null, undo: null, until, leaving: null });
        }
      };
      background(open());
    },
    [desk, t],
  );
}
