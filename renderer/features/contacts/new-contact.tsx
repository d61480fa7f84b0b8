// Somebody who never wrote, written down by hand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { TextField } from '../../ui/field.tsx';

/** Answers the address of who was added, or null. */
export function NewContact({ onDone }: { readonly onDone: (address: string | null) => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [company, setCompany] = useState('');
  const [handle, setHandle] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    const added = await desk.people.add({
      name: name.trim(),
      company: company.trim(),
      handles: handle.trim() === '' ? [] : [handle],
    });
    if (added.ok) onDone(added.value);
    else setFailure(added.error);
  };
  return (
    <Dialog title={t('contacts.addTitle')} onClose={() => onDone(null)}>
      <form
        className="settings-stack"
        onSubmit={(event) => {
          event.preventDefault();
          background(save());
        }}
      >
        <TextField label={t('card.name')} value={name} maxLength={200} onText={setName} autoComplete="off" />
        <TextField label={t('card.company')} value={company} maxLength={200} onText={setCompany} autoComplete="off" />
        <TextField
          label={t('contacts.addHandle')}
          help={t('contacts.addHandleHelp')}
          value={handle}
          maxLength={320}
          onText={setHandle}
          autoComplete="off"
        />
        {failure !== null && <FailureBox error={failure} language={language} />}
        <div className="row-of-buttons">
          <Button look="main" isSubmit disabled={name.trim() === '' && handle.trim() === ''}>
            {t('contacts.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
