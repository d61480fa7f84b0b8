// Mending a note that was mistyped: its words, its way, and of what a customer said also who he is.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { homeCountry, shownPhone } from '../../../main/domain/contact/phone-number.ts';
import { wayTo } from '../../../main/domain/contact/way.ts';
import { isHandChannel, type HandChannel } from '../../../main/domain/conversation/hand-channels.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage } from '../../state/use-desk.tsx';
import { Button, Kbd } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { TextField } from '../../ui/field.tsx';
import { ChannelChoice, NoteText, ReachFields } from './note-fields.tsx';
import { reachArgs, waysOf, wrongIn, type Reach } from './reach-fields.ts';
import './hand-entered.css';

type ChangeNoteProps = { readonly message: MessageView; readonly onClose: () => void };

export function ChangeNote({ message, onClose }: ChangeNoteProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const home = useFacts(({ settings }) => homeCountry(settings.officeHours));
  const isTheirs = message.direction === 'in';
  const [who, setWho] = useState(message.from.name);
  const [reach, setReach] = useState<Reach>(() => written(message));
  const [channel, setChannel] = useState<HandChannel>(isHandChannel(message.channel) ? message.channel : 'phone');
  const [text, setText] = useState(message.text);
  const [isTried, setIsTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { first, more } = waysOf(channel);
  const save = async (): Promise<void> => {
    setIsTried(true);
    if (text.trim() === '' || (isTheirs && wrongIn(reach, home) !== null)) return;
    const person = isTheirs ? { who, ...reachArgs(reach, channel) } : {};
    const refused = await desk.notes.change({ message: message.id, channel, text, ...person });
    if (refused === null) onClose();
    else setFailure(refused);
  };
  return (
    <Dialog title={t('notes.changeTitle')} onClose={onClose}>
      <form
        className="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          background(save());
        }}
      >
        {isTheirs && <TextField label={t('notes.who')} value={who} autoComplete="off" onText={setWho} />}
        {message.kind !== 'remark' && <ChannelChoice channel={channel} onChannel={setChannel} />}
        <NoteText label={t('notes.what')} placeholder={t('notes.whatPlaceholder')} text={text} onText={setText} />
        {isTheirs && (
          <ReachFields
            channel={channel}
            reach={reach}
            ways={[...first, ...more]}
            isTried={isTried}
            onReach={setReach}
          />
        )}
        {failure !== null && <FailureBox error={failure} language={language} />}
        <div className="row-of-buttons">
          <Button look="main" isSubmit disabled={text.trim() === ''}>
            {t('notes.save')} <Kbd>Enter</Kbd>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function written({ replyTo }: Pick<MessageView, 'replyTo'>): Reach {
  const ways = replyTo.map(({ address }) => wayTo(address));
  const phone = ways.find((way) => way?.kind === 'phone');
  const email = ways.find((way) => way?.kind === 'email');
  const handle = ways.find((way) => way?.kind === 'handle');
  const page = ways.find((way) => way?.kind === 'link');
  return {
    phone: phone === undefined ? '' : shownPhone(phone.number),
    email: email?.address ?? '',
    network: handle?.handle ?? page?.url ?? '',
  };
}
