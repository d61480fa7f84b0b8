// How far an import or export is, with a way to stop it; and afterwards what it came to.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import type { OwnDataWork } from './use-own-data.ts';

type WorkLineProps = { readonly work: Pick<OwnDataWork<unknown>, 'percent' | 'stop'>; readonly children: ReactNode };

export function WorkLine({ work, children }: WorkLineProps) {
  const { t } = useTranslation();
  const { percent } = work;
  return (
    <div role="status" className="settings-stack">
      {percent === null ? (
        children
      ) : (
        <div className="row-of-buttons">
          <span>{t('ownData.working', { percent })}</span>
          <progress max={100} value={percent} aria-label={t('ownData.working', { percent })} />
          <Button size="small" look="quiet" onClick={work.stop}>
            {t('ownData.stop')}
          </Button>
        </div>
      )}
    </div>
  );
}
