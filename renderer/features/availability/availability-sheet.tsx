// The switch itself: four choices, each saying what it comes to; away asks until when.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AvailabilityWish } from '../../../main/domain/office-hours/availability.ts';
import { useLanguage, useMoments, useNow } from '../../state/use-desk.tsx';
import { Button, Kbd } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { WhenField } from '../../ui/when-field.tsx';
import { awayPresets } from '../../ui/when-presets.ts';
import { useAvailability } from './use-availability.ts';

export function AvailabilitySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useNow();
  const language = useLanguage();
  const { availability, words, hours, endOf, say } = useAvailability();
  const [isAway, setIsAway] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The choices come before "close", to which the browser gives the focus.
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus(), []);
  const until = (wish: 'open' | 'closed'): string => {
    const end = endOf(wish);
    return end === null ? '' : moments.when(end);
  };
  const choices: readonly { readonly wish: AvailabilityWish; readonly name: string; readonly help: string }[] = [
    { wish: 'by-hours', name: t('availability.byHours'), help: t('availability.byHoursHelp') },
    { wish: 'open', name: t('availability.open'), help: t('availability.openHelp', { until: until('open') }) },
    { wish: 'closed', name: t('availability.closed'), help: t('availability.closedHelp', { until: until('closed') }) },
    { wish: 'away', name: t('availability.awayUntil'), help: t('availability.awayHelp') },
  ];
  const current: AvailabilityWish = availability.by === 'hours' ? 'by-hours' : availability.kind;
  const choose = (wish: AvailabilityWish): void => {
    if (wish === 'away') setIsAway(true);
    else {
      onClose();
      say(wish);
    }
  };
  const pickByFigure = (event: KeyboardEvent): void => {
    const choice = choices[Number(event.key) - 1];
    if (isAway || choice === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(choice.wish);
  };
  return (
    <Dialog title={isAway ? t('availability.awayUntil') : t('availability.label')} onClose={onClose}>
      {isAway ? (
        <div className="settings-stack">
          <WhenField
            presets={awayPresets(now, hours)}
            now={now}
            hours={hours}
            language={language}
            moments={moments}
            onChoose={(at) => {
              onClose();
              say('away', at);
            }}
          />
          <Button look="quiet" size="small" icon="back" onClick={() => setIsAway(false)}>
            {t('availability.back')}
          </Button>
        </div>
      ) : (
        // The figures work wherever in the sheet the focus is.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="settings-stack" onKeyDown={pickByFigure}>
          <p className={`availability-now ${availability.kind}`}>
            <span className="availability-dot" aria-hidden="true" />
            {words}
          </p>
          <ul ref={list} className="availability-choices">
            {choices.map(({ wish, name, help }, index) => (
              <li key={wish}>
                <button
                  type="button"
                  className="availability-choice"
                  aria-pressed={wish === current}
                  onClick={() => choose(wish)}
                >
                  <Kbd>{String(index + 1)}</Kbd>
                  <span>
                    <strong>{name}</strong>
                    <span className="help">{help}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
