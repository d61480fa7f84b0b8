// The fields that notes share: by which way it came, what was said, how to reach whoever said it.
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTED_CHANNELS, type HandChannel } from '../../../main/domain/conversation/hand-channels.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useFacts, useLanguage } from '../../state/use-desk.tsx';
import { Segments, TextField } from '../../ui/field.tsx';
import { capital } from './capital.ts';
import { wrongIn, type Reach } from './reach-fields.ts';
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
  const isOffered = NOTED_CHANNELS.some((one) => one === channel);
  const offered: readonly HandChannel[] = isOffered ? NOTED_CHANNELS : [...NOTED_CHANNELS, channel];
  return (
    <div className="channel-choice">
      <Segments
        label={t('notes.channel')}
        value={channel}
        options={offered.map((one) => ({ value: one, label: capital(channelName(language, one)) }))}
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
  readonly ways: readonly (keyof Reach)[];
  /** What is wrong is said once the owner tried to save. */
  readonly isTried: boolean;
  readonly onReach: (reach: Reach) => void;
};

export function ReachFields({ channel, reach, ways, isTried, onReach }: ReachFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const home = useFacts(({ settings }) => homeCountry(settings.officeHours));
  const wrong = isTried ? wrongIn(reach, home) : null;
  const words = {
    network: { label: t('notes.handle', { channel: channelName(language, channel) }), wrong: t('notes.wrongHandle') },
    phone: { label: t('notes.phone'), wrong: t('notes.wrongPhone') },
    email: { label: t('notes.email'), wrong: t('notes.wrongEmail') },
  } as const;
  return (
    <div className="reach-fields">
      {ways.map((way) => (
        <TextField
          key={way}
          label={words[way].label}
          type={way === 'phone' ? 'tel' : 'text'}
          value={reach[way]}
          wrong={wrong === way ? words[way].wrong : null}
          autoComplete="off"
          spellCheck={false}
          onText={(text) => onReach({ ...reach, [way]: text })}
        />
      ))}
    </div>
  );
}
