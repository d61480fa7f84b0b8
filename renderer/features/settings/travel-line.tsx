// The computer went to another time zone than the business has: opening hours stay, unless the owner takes them along.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isElsewhere } from '../../../main/domain/office-hours/travel.ts';
import { machineZone } from '../../client/machine-clock.ts';
import { zoneName } from '../../i18n/zone-names.ts';
import { useFacts, useLanguage, useNow } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useSettings } from './use-settings.ts';

/** Whether the line has something to ask. */
export function useTravel(): { readonly machine: string; readonly asks: boolean; readonly isElsewhere: boolean } {
  const { officeHours, travel } = useFacts(({ settings }) => settings);
  const isDemo = useFacts(({ status }) => status.isDemo);
  const now = useNow();
  // Read anew with each tick of the desk's clock: the machine may cross a border while the window is open.
  const machine = machineZone();
  const elsewhere = !isDemo && isElsewhere(machine, officeHours.zone, now);
  return { machine, isElsewhere: elsewhere, asks: elsewhere && travel.keptIn !== machine };
}

export function TravelLine() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, set } = useSettings();
  const { machine, asks, isElsewhere: isAway } = useTravel();
  const isHomeAgain = !isAway && settings.travel.keptIn !== null;
  useEffect(() => {
    // The next journey is a new question.
    if (isHomeAgain) set({ travel: { keptIn: null } });
  });
  if (!asks) return null;
  const place = zoneName(language, machine);
  return (
    <div className="top-line" role="status">
      <Icon name="question" />
      <span>{t('travel.line', { place, zone: zoneName(language, settings.officeHours.zone) })}</span>
      <Button size="small" onClick={() => set({ officeHours: { ...settings.officeHours, zone: machine } })}>
        {t('travel.switch', { place })}
      </Button>
      <Button size="small" look="quiet" onClick={() => set({ travel: { keptIn: machine } })}>
        {t('travel.leave')}
      </Button>
    </div>
  );
}
