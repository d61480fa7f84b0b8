// A text setting: kept when the owner leaves the field, not at every key.
import type { FocusEvent } from 'react';
import { Field } from '../../ui/field.tsx';

type SlowTextProps = {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly rows?: number;
  readonly maxLength: number;
  readonly onValue: (value: string) => void;
};

export function SlowText({ label, help, value, rows = 1, maxLength, onValue }: SlowTextProps) {
  const leave = (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const text = event.target.value;
    if (text !== value) onValue(text);
  };
  return (
    <Field label={label} {...(help === undefined ? {} : { help })}>
      {(ids) =>
        rows === 1 ? (
          <input
            {...ids}
            className="input"
            // A value that changed elsewhere begins a fresh field.
            key={value}
            defaultValue={value}
            maxLength={maxLength}
            onBlur={leave}
          />
        ) : (
          <textarea
            {...ids}
            className="textarea"
            rows={rows}
            // A value that changed elsewhere begins a fresh field.
            key={value}
            defaultValue={value}
            maxLength={maxLength}
            onBlur={leave}
          />
        )
      }
    </Field>
  );
}
