// A labelled control with help and, when needed, what is wrong with it.
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';

type FieldProps = {
  readonly label: string;
  readonly help?: string;
  readonly wrong?: string | null;
  /** Gets the ids to wire the control to its label and words. */
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
};

export function Field({ label, help, wrong, children }: FieldProps) {
  const id = useId();
  const hasWords = help !== undefined || (wrong !== undefined && wrong !== null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(hasWords ? { id, 'aria-describedby': `${id}-words` } : { id })}
      {hasWords && (
        <div id={`${id}-words`}>
          {wrong !== undefined && wrong !== null ? <p className="wrong">{wrong}</p> : <p className="help">{help}</p>}
        </div>
      )}
    </div>
  );
}

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id' | 'onChange'> & {
  readonly label: string;
  readonly help?: string;
  readonly wrong?: string | null;
  readonly onText: (text: string) => void;
};

export function TextField({ label, help, wrong, onText, ...rest }: TextFieldProps) {
  return (
    <Field label={label} {...(help === undefined ? {} : { help })} {...(wrong === undefined ? {} : { wrong })}>
      {(ids) => (
        <input
          {...rest}
          {...ids}
          aria-invalid={wrong !== undefined && wrong !== null}
          className="input"
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectFieldProps<Value extends string> = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
  readonly label: string;
  readonly help?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
};

export function SelectField<Value extends string>({ label, help, value, options, onValue }: SelectFieldProps<Value>) {
  return (
    <Field label={label} {...(help === undefined ? {} : { help })}>
      {(ids) => (
        <select
          {...ids}
          className="select"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onValue(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly help?: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
};

export function Choice({ label, help, isOn, isDisabled = false, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
      {help !== undefined && <span className="help">{help}</span>}
    </label>
  );
}

type SegmentsProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
};

/** One of a few, all in sight. */
export function Segments<Value extends string>({ label, value, options, onValue }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div className="field" role="radiogroup" aria-label={label}>
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <div>
        <div className="segments">
          {options.map((option) => (
            <label key={option.value}>
              <input type="radio" name={name} checked={option.value === value} onChange={() => onValue(option.value)} />
              {option.label}
            </label>
          ))}
        </div>
      </div>
    </div>
  );
}
