// The colour by which an account is known, out of the eight of the palette.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** In the order of the palette (ui/tokens.css). */
const COLOURS = ['teal', 'ochre', 'purple', 'green', 'pink', 'blue', 'olive', 'grey'] as const;

type ColourChoiceProps = { readonly value: number; readonly onValue: (colour: number) => void };

export function ColourChoice({ value, onValue }: ColourChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <div className="field" role="radiogroup" aria-label={t('account.colour')}>
      <span className="label" aria-hidden="true">
        {t('account.colour')}
      </span>
      <div className="colour-choice">
        {COLOURS.map((word, colour) => (
          <label key={word} title={t(`account.colours.${word}`)}>
            <input
              type="radio"
              name={name}
              aria-label={t(`account.colours.${word}`)}
              checked={colour === value}
              onChange={() => onValue(colour)}
            />
            <span className="colour" style={{ background: `var(--account-${colour})` }} />
          </label>
        ))}
      </div>
    </div>
  );
}
