// The owner's own closing days: whole days, first and last included.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHoursSetting } from '../../../main/contract/settings.ts';
import { LOCALE } from '../../i18n/moments.ts';
import { useLanguage, useNow, useZone } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { readDate } from './read-date.ts';

type ClosureList = OfficeHoursSetting['closures'];
type ClosuresProps = { readonly closures: ClosureList; readonly onChange: (closures: ClosureList) => void };

export function Closures({ closures, onChange }: ClosuresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const now = useNow();
  const zone = useZone();
  const today = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  const first = readDate(from, today);
  const last = until.trim() === '' ? first : readDate(until, first ?? today);
  const isBackwards = first !== null && last !== null && last < first;
  // A day is not wrong while it is still being typed.
  const wrongDay = (text: string, read: string | null): string | null =>
    text.trim().length > 4 && read === null ? t('settings.dateInvalid') : null;
  const day = new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const add = (): void => {
    if (first === null || last === null || last < first) return;
    const closure = { from: first, until: last, note: note.trim() };
    onChange([...closures, closure].toSorted((a, b) => a.from.localeCompare(b.from)));
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
          add();
        }}
      >
        <TextField
          label={t('settings.closureFrom')}
          placeholder={t('settings.datePlaceholder')}
          autoComplete="off"
          value={from}
          wrong={wrongDay(from, first)}
          onText={setFrom}
        />
        <TextField
          label={t('settings.closureUntil')}
          placeholder={t('settings.datePlaceholder')}
          autoComplete="off"
          value={until}
          wrong={isBackwards ? t('settings.dateBackwards') : wrongDay(until, last)}
          onText={setUntil}
        />
        <TextField label={t('settings.closureNote')} value={note} maxLength={200} onText={setNote} />
        <Button isSubmit disabled={first === null || last === null || isBackwards}>
          {t('settings.addClosure')}
        </Button>
      </form>
    </section>
  );
}
