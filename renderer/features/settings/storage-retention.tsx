// How long old conversations keep their words. Switching it on asks first, with today's figure and what the law wants kept.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionFigure } from '../../../main/contract/storage.ts';
import { background } from '../../client/background.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useSettings } from './use-settings.ts';

const YEARS = [1, 2, 3, 5, 7, 10] as const;
/** The shortest term of the tax authorities: the Netherlands, 7 years. */
const FISCAL_YEARS = 7;
const ALL = 'all';

export function StorageRetention() {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const { years } = settings.retention;
  const [wanted, setWanted] = useState<number | null>(null);
  const choices: readonly number[] = years === null || YEARS.some((one) => one === years) ? YEARS : [...YEARS, years];
  return (
    <section className="settings-stack" aria-labelledby="storage-retention">
      <h2 id="storage-retention">{t('storage.retention')}</h2>
      <div>
        <SelectField
          label={t('storage.retentionLabel')}
          value={years === null ? ALL : String(years)}
          options={[
            { value: ALL, label: t('storage.keepAll') },
            ...choices.map((count) => ({ value: String(count), label: t('storage.afterYears', { count }) })),
          ]}
          onValue={(value) => (value === ALL ? set({ retention: { years: null } }) : setWanted(Number(value)))}
        />
        <p className="help">{t('storage.retentionHelp')}</p>
      </div>
      {wanted !== null && (
        <RetentionQuestion
          years={wanted}
          onYes={() => {
            set({ retention: { years: wanted } });
            setWanted(null);
          }}
          onClose={() => setWanted(null)}
        />
      )}
    </section>
  );
}

type QuestionProps = { readonly years: number; readonly onYes: () => void; readonly onClose: () => void };

function RetentionQuestion({ years, onYes, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const [figure, setFigure] = useState<RetentionFigure | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('storage.outlook', { years });
      if (answer.ok) setFigure(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(ask());
  }, [desk, years]);
  return (
    <Dialog title={t('storage.retentionTitle', { count: years })} onClose={onClose}>
      <div className="settings-stack">
        <p role="status">
          {figure !== null &&
            (figure.conversations === 0
              ? t('storage.retentionNothing')
              : t('storage.retentionFigure', {
                  conversations: moments.count(figure.conversations),
                  messages: moments.count(figure.messages),
                  size: moments.size(figure.bytes),
                }))}
        </p>
        <p>{t('storage.retentionGone')}</p>
        <p className="notice-box">
          {t('storage.fiscal')} {years < FISCAL_YEARS && <strong>{t('storage.retentionShort')}</strong>}
        </p>
        <div className="row-of-buttons">
          <Button look="danger" disabled={figure === null} onClick={onYes}>
            {t('storage.retentionYes')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
