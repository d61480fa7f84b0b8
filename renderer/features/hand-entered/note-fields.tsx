// The fields that notes share: by which way it came, what was said, how to reach whoever said it.
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { HAND_CHANNELS, type HandChannel } from '../../../main/domain/conversation/hand-channels.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useFacts, useLanguage } from '../../state/use-desk.tsx';
import { Segments, TextField } from '../../ui/field.tsx';
import { hasNetworkName, wrongIn, type Reach } from './reach-fields.ts';
import { homeCountry } from '../../../main/domain/contact/phone-number.ts';

export function ChannelChoice({
  channel,
  onChannel,
}: {
  readonly channel: HandChannel;
  readonly onChannel: (channel: HandChannel) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="channel-choice">
      <Segments
        label={t('notes.channel')}
        value={channel}
        options={HAND_CHANNELS.map((one) => ({ value: one, label: channelName(language, one) }))}
        onValue={onChannel}
      />
    </div>
  );
}

type NoteTextProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** Enter saves, as in a chat. */
export function NoteText({ label, placeholder, text, onText }: NoteTextProps) {
  const { t } = useTranslation();
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input note-text"
        rows={3}
        value={text}
        placeholder={placeholder}
        aria-describedby={`${id}-help`}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-help`} className="help">
        {t('notes.enterSaves')}
      </p>
    </div>
  );
}

type ReachFieldsProps = {
  readonly channel: HandChannel;
  readonly reach: Reach;
  /** What is wrong is said once the owner tried to save. */
  readonly isTried: boolean;
  readonly onReach: (reach: Reach) => void;
};

export function ReachFields({ channel, reach, isTried, onReach }: ReachFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const home = useFacts(({ settings }) => homeCountry(settings.officeHours));
  const wrong = isTried ? wrongIn(reach, home) : null;
  return (
    <div className="reach-fields">
      {hasNetworkName(channel) && (
        <TextField
          label={t('notes.handle', { channel: channelName(language, channel) })}
          value={reach.network}
          wrong={wrong === 'network' ? t('notes.wrongHandle') : null}
          autoComplete="off"
          spellCheck={false}
          onText={(network) => onReach({ ...reach, network })}
        />
      )}
      <TextField
        label={t('notes.phone')}
        type="tel"
        value={reach.phone}
        wrong={wrong === 'phone' ? t('notes.wrongPhone') : null}
        autoComplete="off"
        onText={(phone) => onReach({ ...reach, phone })}
      />
      <TextField
        label={t('notes.email')}
        inputMode="email"
        value={reach.email}
        wrong={wrong === 'email' ? t('notes.wrongEmail') : null}
        autoComplete="off"
        spellCheck={false}
        onText={(email) => onReach({ ...reach, email })}
      />
    </div>
  );
}
