// In the rail: whether the owner is there and until when, in words; a press changes it.
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAvailability } from './use-availability.ts';

type SwitchProps = { readonly onOpen: () => void };

/** Reckoning with opening hours and holidays costs as much as a whole conversation: not again because the rail has other figures. */
export const AvailabilitySwitch = memo(function AvailabilitySwitch({ onOpen }: SwitchProps) {
  const { t } = useTranslation();
  const { availability, words } = useAvailability();
  return (
    <button
      type="button"
      className={`availability ${availability.kind}`}
      aria-label={`${words}, ${t('availability.change')}`}
      title={t('availability.label')}
      onClick={onOpen}
    >
      <span className="availability-dot" aria-hidden="true" />
      <span>{words}</span>
    </button>
  );
});
