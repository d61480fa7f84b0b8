// The sheet of the acknowledgements in the settings: whether they are sent, what they say, and what became of each.
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/field.tsx';
import { AcknowledgementList } from './acknowledgement-list.tsx';
import { AcknowledgementSwitch } from './acknowledgement-switch.tsx';
import { AcknowledgementText } from './acknowledgement-text.tsx';
import { useAcknowledgements } from './use-acknowledgements.ts';

const PER_HOUR = [5, 10, 20, 50, 100, 200] as const;

export function AcknowledgementSettings() {
  const { t } = useTranslation();
  const { overview, settings, turn, save } = useAcknowledgements();
  if (overview === null) return null;
  const { mode, items } = overview;
  const isListFirst = mode.kind === 'dry-run' || mode.kind === 'stopped';
  const choices: readonly number[] = PER_HOUR;
  const perHour = choices.includes(settings.perHour)
    ? choices
    : [...choices, settings.perHour].toSorted((a, b) => a - b);
  const list = <AcknowledgementList mode={mode} items={items} />;
  return (
    <div className="settings-stack">
      <p>{t('acks.intro')}</p>
      <AcknowledgementSwitch mode={mode} items={items} onTurn={turn} />
      {/* What the owner is asked to read stands before what he may change. */}
      {isListFirst && list}
      <AcknowledgementText texts={settings.texts} onTexts={(texts) => save({ texts })} />
      <div className="two-columns">
        <SelectField
          label={t('acks.perHour')}
          value={String(settings.perHour)}
          options={perHour.map((count) => ({ value: String(count), label: String(count) }))}
          onValue={(count) => save({ perHour: Number(count) })}
        />
        <p className="soft ack-aside">{t('acks.perHourHelp')}</p>
      </div>
      {!isListFirst && list}
    </div>
  );
}
