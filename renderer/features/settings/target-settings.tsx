// Within how much working time an answer is due, per channel. Mail first; the others follow in the order of the contract.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../main/contract/settings.ts';
import { CHANNELS, type Channel } from '../../../main/domain/conversation/message.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Segments, SelectField } from '../../ui/field.tsx';
import { AnswerWindow } from './answer-window.tsx';
import { HoursPreview } from './hours-preview.tsx';
import { useSettings } from './use-settings.ts';

/** Working time is thought of in hours; half an hour is the finest that anyone promises. */
const CHOICES = [30, 60, 120, 180, 240, 360, 480, 720, 960, 1_440, 2_400] as const;

export function TargetSettings() {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const [channel, setChannel] = useState<Channel>('email');
  const change = (changed: Channel, part: Partial<Target>): void => {
    setChannel(changed);
    set({ targets: { ...settings.targets, [changed]: { ...settings.targets[changed], ...part } } });
  };
  return (
    <div className="settings-stack">
      <p>{t('settings.targetsIntro')}</p>
      <HoursPreview settings={settings} channel={channel} onChannel={setChannel} />
      <SelectField
        label={t('followUp.setting')}
        help={t('followUp.settingHelp')}
        value={String(settings.followUp.workingDays)}
        options={followUpDays(settings.followUp.workingDays).map((count) => ({
          value: String(count),
          label: count === 0 ? t('followUp.settingOff') : t('followUp.settingDays', { count }),
        }))}
        onValue={(days) => set({ followUp: { workingDays: Number(days) } })}
      />
      <div>
        <Segments
          label={t('promiseSetting.label')}
          value={settings.commitments.watch}
          options={[
            { value: 'ask', label: t('promiseSetting.ask') },
            { value: 'by-itself', label: t('promiseSetting.byItself') },
          ]}
          onValue={(watch) => set({ commitments: { watch } })}
        />
        <p className="soft">{t('promiseSetting.help')}</p>
      </div>
      <table className="targets">
        <thead>
          <tr>
            <th scope="col">{t('settings.channel')}</th>
            <th scope="col">{t('settings.first')}</th>
            <th scope="col">{t('settings.nextAnswer')}</th>
            <th scope="col">{t('hoursMore.window')}</th>
          </tr>
        </thead>
        <tbody>
          {CHANNELS.map((one) => (
            <TargetRow key={one} channel={one} target={settings.targets[one]} onChange={(part) => change(one, part)} />
          ))}
        </tbody>
      </table>
      <p className="soft">{t('hoursMore.windowHelp')}</p>
    </div>
  );
}

const FOLLOW_UP_DAYS: readonly number[] = [0, 1, 2, 3, 5, 10, 15];
const followUpDays = (current: number): readonly number[] =>
  FOLLOW_UP_DAYS.includes(current) ? FOLLOW_UP_DAYS : [...FOLLOW_UP_DAYS, current].toSorted((a, b) => a - b);

type Target = Settings['targets'][Channel];
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
      <td>
        <AnswerWindow
          label={`${name}: ${t('hoursMore.window')}`}
          hours={target.windowHours ?? null}
          onHours={(windowHours) => onChange({ windowHours })}
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
