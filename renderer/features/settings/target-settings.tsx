// Within how much working time an answer is due, per channel. Mail first; the others follow in the order of the contract.
import { useTranslation } from 'react-i18next';
import { CHANNELS, type Channel } from '../../../main/domain/conversation/message.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { HoursPreview } from './hours-preview.tsx';
import { useSettings } from './use-settings.ts';

/** Working time is thought of in hours; half an hour is the finest that anyone promises. */
const CHOICES = [30, 60, 120, 180, 240, 360, 480, 720, 960, 1_440, 2_400] as const;

export function TargetSettings() {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const change = (channel: Channel, part: Partial<(typeof settings.targets)[Channel]>): void =>
    set({ targets: { ...settings.targets, [channel]: { ...settings.targets[channel], ...part } } });
  return (
    <div className="settings-stack">
      <p>{t('settings.targetsIntro')}</p>
      <HoursPreview settings={settings} />
      <table className="targets">
        <thead>
          <tr>
            <th scope="col">{t('settings.channel')}</th>
            <th scope="col">{t('settings.first')}</th>
            <th scope="col">{t('settings.nextAnswer')}</th>
          </tr>
        </thead>
        <tbody>
          {CHANNELS.map((channel) => (
            <TargetRow
              key={channel}
              channel={channel}
              target={settings.targets[channel]}
              onChange={(part) => change(channel, part)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Target = { readonly firstMinutes: number; readonly nextMinutes: number };
type TargetRowProps = {
  readonly channel: Channel;
  readonly target: Target;
  readonly onChange: (part: Partial<Target>) => void;
};

function TargetRow({ channel, target, onChange }: TargetRowProps) {
  const { t } = useTranslation();
  const name = channelName(useLanguage(), channel);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Duration
          label={`${name}: ${t('settings.first')}`}
          minutes={target.firstMinutes}
          onMinutes={(firstMinutes) => onChange({ firstMinutes })}
        />
      </td>
      <td>
        <Duration
          label={`${name}: ${t('settings.nextAnswer')}`}
          minutes={target.nextMinutes}
          onMinutes={(nextMinutes) => onChange({ nextMinutes })}
        />
      </td>
    </tr>
  );
}

type DurationProps = {
  readonly label: string;
  readonly minutes: number;
  readonly onMinutes: (minutes: number) => void;
};

function Duration({ label, minutes, onMinutes }: DurationProps) {
  const { t } = useTranslation();
  const words = (value: number): string =>
    value < 60 ? t('settings.minutes', { count: value }) : t('settings.hours', { count: value / 60 });
  const choices: readonly number[] = CHOICES;
  const shown = choices.includes(minutes) ? choices : [...choices, minutes].toSorted((a, b) => a - b);
  return (
    <select
      className="select"
      aria-label={label}
      value={minutes}
      onChange={(event) => onMinutes(Number(event.target.value))}
    >
      {shown.map((value) => (
        <option key={value} value={value}>
          {words(value)}
        </option>
      ))}
    </select>
  );
}
