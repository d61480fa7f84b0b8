// On a note in the story: the two things the owner can do with what he wrote himself.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { ChangeNote } from './change-note.tsx';

export function NoteDeeds({ message, who }: { readonly message: MessageView; readonly who: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isChanging, setIsChanging] = useState(false);
  return (
    <div className="row-of-buttons note-deeds">
      <Button look="quiet" size="small" onClick={() => setIsChanging(true)}>
        {t('notes.change')}
      </Button>
      <Button look="quiet" size="small" onClick={() => background(desk.notes.remove(message.id, who))}>
        {t('notes.remove')}
      </Button>
      {isChanging && <ChangeNote message={message} onClose={() => setIsChanging(false)} />}
    </div>
  );
}
