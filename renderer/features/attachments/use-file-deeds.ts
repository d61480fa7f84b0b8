// Saving and opening, with what is said about it afterwards.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import type { Caution } from '../../../main/domain/attachment/caution.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk } from '../../state/use-desk.tsx';

export type HeldBack = { readonly file: AttachmentView; readonly caution: Caution };

export type FileDeeds = {
  /** A file for whose saving the owner's yes is asked. */
  readonly heldBack: HeldBack | null;
  readonly save: (file: AttachmentView) => Promise<void>;
  readonly saveAfterWarning: (file: AttachmentView) => Promise<void>;
  readonly leave: () => void;
  readonly saveAll: (files: readonly AttachmentView[]) => Promise<void>;
  readonly open: (file: AttachmentView) => Promise<void>;
};

export function useFileDeeds(): FileDeeds {
  const { t } = useTranslation();
  const desk = useDesk();
  const [heldBack, setHeldBack] = useState<HeldBack | null>(null);
  const say = (text: string): void => {
    desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
  };
  const save = async (file: AttachmentView, isWarned: boolean): Promise<void> => {
    const saved = await desk.client.shell('shell.saveAttachment', { id: file.id, isWarned });
    if (!saved.ok) desk.tellFailure(saved.error);
    else if (saved.value?.kind === 'held-back') setHeldBack({ file, caution: saved.value.caution });
    else if (saved.value !== null) say(t('attached.savedIn', { name: file.fileName }));
  };
  return {
    heldBack,
    // What its name tells needs no fetching first.
    save: async (file) => (file.caution === null ? save(file, false) : setHeldBack({ file, caution: file.caution })),
    saveAfterWarning: (file) => {
      setHeldBack(null);
      return save(file, true);
    },
    leave: () => setHeldBack(null),
    saveAll: async (files) => {
      const saved = await desk.client.shell('shell.saveAttachments', { ids: files.map(({ id }) => id) });
      if (!saved.ok) desk.tellFailure(saved.error);
      else if (saved.value !== null) {
        const { folder, saved: count, heldBack: names } = saved.value;
        const left =
          names.length === 0 ? [] : [t('attached.heldBack', { count: names.length, names: names.join(', ') })];
        say([t('attached.savedAll', { count, folder }), ...left].join(' '));
      }
    },
    open: async (file) => {
      const opened = await desk.client.shell('shell.openAttachment', { id: file.id });
      if (!opened.ok) desk.tellFailure(opened.error);
      else if (opened.value.kind === 'held-back') setHeldBack({ file, caution: opened.value.caution });
    },
  };
}
