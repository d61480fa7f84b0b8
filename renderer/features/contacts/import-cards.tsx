// An address book from a file: first what would come of it, then, with the owner's yes, kept.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardImport } from '../../../main/contract/contacts.ts';
import type { Failure } from '../../../main/contract/errors.ts';
import { importWords } from '../../../main/contract/text/contact-words.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';

export function ImportCards({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [figures, setFigures] = useState<CardImport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async (): Promise<void> => {
    const rehearsed = await desk.client.shell('shell.chooseCards', {});
    setFailure(rehearsed.ok ? null : rehearsed.error);
    if (rehearsed.ok && rehearsed.value !== null) setFigures(rehearsed.value);
  };
  const keep = async (): Promise<void> => {
    const kept = await desk.client.shell('shell.importCards', {});
    if (!kept.ok) {
      setFailure(kept.error);
      return;
    }
    onClose();
    if (kept.value !== null) desk.people.tellImported(importWords(language, kept.value, false));
  };
  return (
    <Dialog title={t('contacts.importTitle')} onClose={onClose}>
      <div className="settings-stack">
        <p>{t('contacts.importHelp')}</p>
        {figures !== null && (
          <div role="status">
            <p>{importWords(language, figures, true)}</p>
            {figures.examples.length > 0 && (
              <p className="soft">{t('contacts.importNew', { names: figures.examples.join(', ') })}</p>
            )}
          </div>
        )}
        {failure !== null && <FailureBox error={failure} language={language} />}
        <div className="row-of-buttons">
          {figures !== null && figures.added + figures.completed > 0 && (
            <Button look="main" onClick={() => background(keep())}>
              {t('contacts.importYes')}
            </Button>
          )}
          <Button onClick={() => background(choose())}>{t('contacts.chooseFile')}</Button>
          <Button look="quiet" onClick={() => background(desk.people.saveCards(null))}>
            {t('contacts.export')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
