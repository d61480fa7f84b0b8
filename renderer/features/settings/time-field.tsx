// A time of day, written as one likes: "9", "9u30", "9:30", "0930". The browser's own time field follows the language of the
// operating system, not ours, and knows no 24:00.
import { useState } from 'react';
import { readTime } from './read-time.ts';

type TimeFieldProps = {
  readonly label: string;
  readonly wrong: string;
  readonly value: string;
  readonly onValue: (time: string) => void;
};

export function TimeField({ label, wrong, value, onValue }: TimeFieldProps) {
  const [isWrong, setIsWrong] = useState(false);
  return (
    <input
      className="input time"
      inputMode="numeric"
      aria-label={label}
      aria-invalid={isWrong}
      title={isWrong ? wrong : undefined}
      // A value that changed elsewhere begins a fresh field.
      key={value}
      defaultValue={value}
      autoComplete="off"
      onBlur={(event) => {
        const time = readTime(event.target.value);
        setIsWrong(time === null);
        if (time === null) return;
        event.target.value = time;
        if (time !== value) onValue(time);
      }}
    />
  );
}
