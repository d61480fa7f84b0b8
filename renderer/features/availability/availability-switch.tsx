// In the rail: whether the owner is there and until when, in words; a press changes it.
import { useTranslation } from 'react-i18next';
import { useAvailability } from './use-availability.ts';

export function AvailabilitySwitch({ onOpen }: { readonly onOpen: () => void }) {
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
}
