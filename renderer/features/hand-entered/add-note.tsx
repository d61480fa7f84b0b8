// Adding to a conversation that is there, whatever its channel: he called again, I answered, a remark for myself.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { QueueItem } from '../../../main/contract/views.ts';
import {
  isHandChannel,
  NOTE_KINDS,
  type HandChannel,
  type NoteKind,
} from '../../../main/domain/conversation/hand-channels.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button, Kbd } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Segments } from '../../ui/field.tsx';
import { ChannelChoice, NoteText } from './note-fields.tsx';
import './hand-entered.css';

type AddNoteProps = { readonly item: QueueItem; readonly onClose: () => void };

export function AddNote({ item, onClose }: AddNoteProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const { who } = item;
  const [kind, setKind] = useState<NoteKind>('incoming');
  // Who mailed and comes back another way most likely calls.
  const [channel, setChannel] = useState<HandChannel>(isHandChannel(item.channel) ? item.channel : 'phone');
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isEmpty = kind === 'remark' && text.trim() === '';
  const save = async (): Promise<void> => {
    if (isEmpty) return;
    const refused = await desk.notes.append({ conversation: item.conversation, who }, kind, channel, text);
    if (refused === null) onClose();
    else setFailure(refused);
  };
  return (
    <Dialog title={t('notes.addTitle', { who })} onClose={onClose}>
      <form
        className="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          background(save());
        }}
      >
        <div className="note-kind">
          <Segments
            label={t('notes.kind')}
            value={kind}
            options={NOTE_KINDS.map((one) => ({ value: one, label: t(`notes.kinds.${one}`) }))}
            onValue={setKind}
          />
          <p className="help">{t(`notes.kindHelp.${kind}`)}</p>
        </div>
        {kind !== 'remark' && <ChannelChoice channel={channel} onChannel={setChannel} />}
        <NoteText label={t('notes.what')} placeholder={t(`notes.kindWords.${kind}`)} text={text} onText={setText} />
        {failure !== null && <FailureBox error={failure} language={language} />}
        <div className="row-of-buttons">
          <Button look="main" isSubmit disabled={isEmpty}>
            {t('notes.save')} <Kbd>Enter</Kbd>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
