// The owner's own closing days: whole days, first and last included.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHoursSetting } from '../../../main/contract/settings.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

type ClosureList = OfficeHoursSetting['closures'];
type ClosuresProps = { readonly closures: ClosureList; readonly onChange: (closures: ClosureList) => void };

export function Closures({ closures, onChange }: ClosuresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const last = until === '' ? from : until;
  const isReady = from !== '' && last >= from;
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const add = (): void => {
    onChange([...closures, { from, until: last, note: note.trim() }].toSorted((a, b) => a.from.localeCompare(b.from)));
    setFrom('');
    setUntil('');
    setNote('');
  };
  return (
    <section className="settings-stack">
      <h2>{t('settings.closures')}</h2>
      {closures.length > 0 && (
        <ul className="settings-list">
          {closures.map((closure, index) => (
            <li key={`${closure.from} ${closure.until} ${closure.note}`}>
              <p className="settings-list-text">
                {day.formatRange(Date.parse(`${closure.from}T12:00Z`), Date.parse(`${closure.until}T12:00Z`))}{' '}
                <span className="soft">{closure.note}</span>
              </p>
              <Button
                size="small"
                look="quiet danger"
                aria-label={t('settings.removeClosure', { note: closure.note || closure.from })}
                onClick={() => onChange(closures.toSpliced(index, 1))}
              >
                {t('common.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="closure-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) add();
        }}
      >
        <TextField label={t('settings.closureFrom')} type="date" value={from} onText={setFrom} />
        <TextField label={t('settings.closureUntil')} type="date" min={from} value={until} onText={setUntil} />
        <TextField label={t('settings.closureNote')} value={note} maxLength={200} onText={setNote} />
        <Button isSubmit disabled={!isReady}>
          {t('settings.addClosure')}
        </Button>
      </form>
    </section>
  );
}
