// One of a few, all in sight.
import { useId } from 'react';

type OneOfProps<Value extends string> = {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
};

export function OneOf<Value extends string>({ legend, value, options, onValue }: OneOfProps<Value>) {
  const name = useId();
  return (
    <fieldset className="one-of">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
