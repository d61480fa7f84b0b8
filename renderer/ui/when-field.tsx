// Choosing a moment: a few that fit, each under a figure, or one's own words with a preview of what they mean.
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { understandWhen, type Understood } from '../../main/domain/reply-by/parse-when.ts';
import { UNTIL_THEY_WRITE } from '../../main/domain/queue/decisions.ts';
import type { Instant } from '../../main/domain/instant.ts';
import type { OfficeHours } from '../../main/domain/office-hours/office-hours.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import type { Moments } from '../i18n/moments.ts';
import { Button, Kbd } from './button.tsx';
import { MomentRead } from './moment-read.tsx';
import type { Preset } from './when-presets.ts';

type WhenFieldProps = {
  readonly presets: readonly Preset[];
  readonly now: Instant;
  readonly hours: OfficeHours;
  readonly language: UiLanguage;
  readonly moments: Moments;
  /** An earlier moment makes no sense here, and is said to. */
  readonly notBefore?: Instant;
  /** A day stands for its close. */
  readonly isByThen?: boolean;
  /** Enter in the empty field takes the first preset. */
  readonly entersFirst?: boolean;
  readonly onChoose: (at: Instant) => void;
};

export function WhenField({
  presets,
  now,
  hours,
  language,
  moments,
  notBefore,
  isByThen = false,
  entersFirst = false,
  onChoose,
}: WhenFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const inputId = useId();
  const readId = useId();
  const understood: Understood | null =
    text.trim() === ''
      ? null
      : understandWhen({ text, now, zone: hours.zone, language, hours, means: isByThen ? 'end' : 'beginning' });
  const isTooEarly = (at: Instant): boolean => notBefore !== undefined && at < notBefore;
  const at = understood?.kind === 'moment' && !isTooEarly(understood.at) ? understood.at : null;
  const others = understood?.kind === 'moment' ? understood.others.filter((other) => !isTooEarly(other)) : [];
  /** A single figure in the empty field picks the moment beside it, so that h 3 is enough. */
  const pickByFigure = (event: KeyboardEvent): void => {
    const figure = entersFirst && event.key === 'Enter' ? 1 : Number(event.key);
    const preset = text === '' ? presets[figure - 1] : undefined;
    if (preset === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(preset.at);
  };
  return (
    <div className="when-field" role="group" aria-label={t('when.choose')}>
      <ul className="when-presets">
        {presets.map((preset, index) => (
          <li key={preset.at}>
            <button type="button" className="when-preset" onClick={() => onChoose(preset.at)}>
              <Kbd>{entersFirst && index === 0 ? 'Enter' : String(index + 1)}</Kbd>
              <span>{preset.name === 'slot' ? moments.time(preset.at) : t(`when.preset.${preset.name}`)}</span>
              <span className="soft">{preset.at === UNTIL_THEY_WRITE ? '' : moments.when(preset.at)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (at !== null) onChoose(at);
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
            aria-invalid={understood !== null && at === null}
            autoComplete="off"
            onKeyDown={pickByFigure}
            onChange={(event) => setText(event.target.value)}
          />
          <Button look="main" isSubmit disabled={at === null}>
            {t('when.choose')}
          </Button>
        </div>
        <div id={readId} className="when-reads" aria-live="polite">
          {at !== null && <MomentRead at={at} now={now} hours={hours} moments={moments} />}
          {at === null && understood !== null && <p>{whyNot(understood)}</p>}
        </div>
        {at !== null && others.length > 0 && (
          <p className="when-others">
            {t('moment.orElse')}{' '}
            {others.map((other) => (
              <Button key={other} size="small" look="quiet" onClick={() => onChoose(other)}>
                {moments.full(other)}?
              </Button>
            ))}
          </p>
        )}
      </form>
    </div>
  );

  function whyNot(said: Understood): string {
    switch (said.kind) {
      case 'unknown':
        return t('when.unknown');
      case 'past':
        return t('moment.past');
      case 'moment':
        return t('moment.tooEarly');
    }
  }
}
