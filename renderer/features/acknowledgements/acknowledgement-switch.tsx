// On, off, on trial or stopped; and the yes that ends the trial, which is given after reading and not before.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AcknowledgementMode, AcknowledgementView } from '../../../main/contract/acknowledgements.ts';
import type { CommandArgs } from '../../../main/contract/commands.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';

type SwitchProps = {
  readonly mode: AcknowledgementMode;
  readonly items: readonly AcknowledgementView[];
  readonly onTurn: (how: CommandArgs<'acknowledgements.switch'>) => void;
};

export function AcknowledgementSwitch({ mode, items, onTurn }: SwitchProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const [isEnding, setIsEnding] = useState(false);
  const [hasRead, setHasRead] = useState(false);
  const wouldHave = items.filter(({ outcome }) => outcome === 'dry-run').length;
  return (
    <div className={`notice-box ack-switch ${mode.kind}`}>
      <p role="status">
        <strong>{stateWords()}</strong>
      </p>
      <p>{mode.kind === 'off' ? t('acks.turnOnHelp') : t('acks.guards')}</p>
      <div className="row-of-buttons">
        {mode.kind === 'off' && (
          <Button look="main" onClick={() => onTurn({ to: 'on' })}>
            {t('acks.turnOn')}
          </Button>
        )}
        {mode.kind === 'stopped' && (
          <Button look="main" onClick={() => onTurn({ to: 'resume' })}>
            {t('acks.resume')}
          </Button>
        )}
        {mode.kind === 'dry-run' && !isEnding && (
          <Button onClick={() => setIsEnding(true)}>{t('acks.endDryRun')}</Button>
        )}
        {mode.kind !== 'off' && (
          <Button look="quiet" onClick={() => onTurn({ to: 'off' })}>
            {t('acks.turnOff')}
          </Button>
        )}
      </div>
      {mode.kind === 'dry-run' && isEnding && (
        <div className="ack-ending">
          {wouldHave === 0 && <p>{t('acks.nothingYet')}</p>}
          <Choice label={t('acks.hasRead')} isOn={hasRead} onChange={setHasRead} />
          <Button look="main" disabled={!hasRead} onClick={() => onTurn({ to: 'live', hasRead: true })}>
            {t('acks.goLive')}
          </Button>
        </div>
      )}
    </div>
  );

  function stateWords(): string {
    switch (mode.kind) {
      case 'off':
      case 'on':
        return t(`acks.state.${mode.kind}`);
      case 'dry-run':
        return t('acks.state.dry-run', { until: moments.full(mode.until) });
      case 'stopped':
        return t('acks.state.stopped', { since: moments.when(mode.since) });
    }
  }
}
