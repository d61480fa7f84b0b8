// Before a file is saved that can do harm: what is wrong with it, in one sentence.
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { FileDeeds, HeldBack } from './use-file-deeds.ts';

export function WarningSheet({ heldBack, deeds }: { readonly heldBack: HeldBack; readonly deeds: FileDeeds }) {
  const { t } = useTranslation();
  const { file, caution } = heldBack;
  return (
    <Dialog title={t('attached.warnTitle')} onClose={deeds.leave}>
      <div className="file-warning">
        <p>
          <strong translate="no" className="file-name">
            {file.fileName}
          </strong>
        </p>
        <p>{t(`attached.why.${caution.because}`, { ending: caution.ending })}</p>
        <p>{t('attached.warnAsk')}</p>
        <div className="row-of-buttons">
          <Button look="main" onClick={deeds.leave}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" onClick={() => background(deeds.saveAfterWarning(file))}>
            {t('attached.warnSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
