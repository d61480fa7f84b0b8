// The owner's own closing days: whole days, first and last included.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHoursSetting } from '../../../main/contract/settings.ts';
import { LOCALE } from '../../i18n/moments.ts';
import { useLanguage, useNow, useZone } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { closureRemarks, type ClosureRemark } from './closure-remarks.ts';
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
  const remarks = closureRemarks(closures);
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
            // Two may be alike to the letter.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${closure.from} ${closure.until} ${closure.note} ${index}`}>
              <p className="settings-list-text">
                {spanOf(day, closure)}
                <span className="soft">{closure.note}</span>
                <ClosureWords remark={remarks[index] ?? null} />
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

/** A range must not run backwards, nor hold a day that is none, for the browser to write it. */
function spanOf(day: Intl.DateTimeFormat, { from, until }: ClosureList[number]): string {
  const first = Date.parse(`${from}T12:00Z`);
  const last = Date.parse(`${until}T12:00Z`);
  if (Number.isNaN(first + last)) return `${from} – ${until}`;
  return first <= last ? day.formatRange(first, last) : `${day.format(first)} – ${day.format(last)}`;
}

function ClosureWords({ remark }: { readonly remark: ClosureRemark | null }) {
  const { t } = useTranslation();
  switch (remark?.kind) {
    case undefined:
      return null;
    case 'reversed':
      return <span className="closure-remark odd">{t('hoursMore.closureReversed')}</span>;
    case 'long':
      return <span className="closure-remark odd">{t('hoursMore.closureLong', { count: remark.years })}</span>;
    case 'overlap':
      return <span className="closure-remark">{t('hoursMore.closureOverlap')}</span>;
  }
}
