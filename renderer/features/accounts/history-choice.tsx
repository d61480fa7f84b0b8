// How much of the mail that is there already comes over.
import { useTranslation } from 'react-i18next';
import { HISTORY_WINDOWS, type HistoryWindow } from '../../../main/contract/views.ts';
import { Segments } from '../../ui/field.tsx';

type HistoryChoiceProps = { readonly value: HistoryWindow; readonly onValue: (window: HistoryWindow) => void };

export function HistoryChoice({ value, onValue }: HistoryChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <Segments
        label={t('history.title')}
        value={value}
        options={HISTORY_WINDOWS.map((window) => ({ value: window, label: t(`history.${window}`) }))}
        onValue={onValue}
      />
      <p className="help">{t('history.help')}</p>
    </div>
  );
}
