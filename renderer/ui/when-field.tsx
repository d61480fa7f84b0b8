// Choosing a moment: a few that fit, each under a figure, or one's own words with a preview of what they mean.
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '../../main/domain/reply-by/parse-when.ts';
import type { Instant } from '../../main/domain/instant.ts';
import type { OfficeHours } from '../../main/domain/office-hours/office-hours.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import type { Moments } from '../i18n/moments.ts';
import { Button, Kbd } from './button.tsx';
import type { Preset } from './when-presets.ts';

type WhenFieldProps = {
  readonly presets: readonly Preset[];
  readonly now: Instant;
  readonly hours: OfficeHours;
  readonly language: UiLanguage;
  readonly moments: Moments;
  readonly onChoose: (at: Instant) => void;
};

export function WhenField({ presets, now, hours, language, moments, onChoose }: WhenFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const inputId = useId();
  const readId = useId();
  const at = text.trim() === '' ? null : parseWhen({ text, now, zone: hours.zone, language, hours });
  const isPast = at !== null && at <= now;
  const choose = (): void => {
    if (at !== null && !isPast) onChoose(at);
  };
  /** A single figure in the empty field picks the moment beside it, so that h 3 is enough. */
  const pickByFigure = (event: KeyboardEvent): void => {
    const preset = text === '' ? presets[Number(event.key) - 1] : undefined;
    if (preset === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(preset.at);
  };
  return (
    <div className="when" role="group" aria-label={t('when.choose')}>
      <ul className="when-presets">
        {presets.map((preset, index) => (
          <li key={preset.name}>
            <button type="button" className="when-preset" onClick={() => onChoose(preset.at)}>
              <Kbd>{String(index + 1)}</Kbd>
              <span>{t(`when.preset.${preset.name}`)}</span>
              <span className="soft">{moments.when(preset.at)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <label htmlFor={inputId}>{t('when.free')}</label>
        <div className="when-free">
          <input
            id={inputId}
            className="input"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the sheet opens for this one question
            autoFocus
            value={text}
            placeholder={t('when.placeholder')}
            aria-describedby={readId}
            autoComplete="off"
            onKeyDown={pickByFigure}
            onChange={(event) => setText(event.target.value)}
          />
          <Button look="main" isSubmit disabled={at === null || isPast}>
            {t('when.choose')}
          </Button>
        </div>
        <p id={readId} className="when-reads" aria-live="polite">
          {text.trim() !== '' && reading()}
        </p>
      </form>
    </div>
  );

  function reading(): string {
    if (at === null) return t('when.unknown');
    return isPast ? t('when.past') : t('when.reads', { when: moments.full(at) });
  }
}
