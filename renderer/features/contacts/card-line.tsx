// One line of the card that can be written in: kept with Enter or when the owner goes elsewhere, as it was with Esc.
import { useId, type KeyboardEvent } from 'react';

type CardLineProps = {
  readonly label: string;
  readonly value: string;
  /** What the letters say, where the owner says nothing. */
  readonly placeholder?: string;
  readonly most: number;
  readonly onSave: (value: string) => void;
};

export function CardLine({ label, value, placeholder, most, onSave }: CardLineProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') {
      event.currentTarget.value = value;
      event.stopPropagation();
    }
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <div className="card-line">
      <label htmlFor={id}>{label}</label>
      <input
        // Written anew when it changed elsewhere, or was taken back.
        key={value}
        id={id}
        className="input"
        defaultValue={value}
        placeholder={placeholder}
        maxLength={most}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          const written = event.currentTarget.value.trim();
          if (written !== value) onSave(written);
        }}
      />
    </div>
  );
}
