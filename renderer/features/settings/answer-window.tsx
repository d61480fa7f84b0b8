// How long after a customer's last message a channel still takes an answer; by the clock on the wall, as networks count.
import { useTranslation } from 'react-i18next';

const HOURS: readonly number[] = [12, 24, 48, 72, 168];

type AnswerWindowProps = {
  readonly label: string;
  readonly hours: number | null;
  readonly onHours: (hours: number | null) => void;
};

export function AnswerWindow({ label, hours, onHours }: AnswerWindowProps) {
  const { t } = useTranslation();
  const shown = hours === null || HOURS.includes(hours) ? HOURS : [...HOURS, hours].toSorted((a, b) => a - b);
  return (
    <select
      className="select"
      aria-label={label}
      value={hours ?? ''}
      onChange={(event) => onHours(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{t('hoursMore.windowNone')}</option>
      {shown.map((value) => (
        <option key={value} value={value}>
          {value > 24 && value % 24 === 0
            ? t('hoursMore.windowDays', { count: value / 24 })
            : t('hoursMore.windowHours', { count: value })}
        </option>
      ))}
    </select>
  );
}
