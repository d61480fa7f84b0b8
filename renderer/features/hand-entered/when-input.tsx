// A moment in the owner's own words within a form, with what it means below it. Choosing one from a list is ui/when-field.tsx.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../main/domain/instant.ts';
import { officeHoursOf } from '../../../main/domain/office-hours/holidays.ts';
import { parseWhen } from '../../../main/domain/reply-by/parse-when.ts';
import { useFacts, useLanguage, useMoments, useNow } from '../../state/use-desk.tsx';

export type ReadWhen = { readonly text: string; readonly at: Instant | null; readonly isUsable: boolean };

/** What the words mean now; usable too where nothing was typed. */
export function useReadWhen(text: string): ReadWhen {
  const setting = useFacts(({ settings }) => settings.officeHours);
  const language = useLanguage();
  const now = useNow();
  const hours = officeHoursOf(setting, now);
  const at = text.trim() === '' ? null : parseWhen({ text, now, zone: hours.zone, language, hours });
  return { text, at, isUsable: text.trim() === '' || (at !== null && at > now) };
}

export function WhenInput({ read, onText }: { readonly read: ReadWhen; readonly onText: (text: string) => void }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('notes.replyBy')}</label>
      <input
        id={id}
        className="input"
        value={read.text}
        placeholder={t('notes.replyByPlaceholder')}
        aria-describedby={`${id}-reads`}
        aria-invalid={!read.isUsable}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}-reads`} className="help" aria-live="polite">
        {reading()}
      </p>
    </div>
  );

  function reading(): string {
    if (read.text.trim() === '') return '';
    if (read.at === null) return t('when.unknown');
    return read.isUsable ? t('when.reads', { when: moments.full(read.at) }) : t('when.past');
  }
}
