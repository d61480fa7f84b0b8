// A time of day, written as one likes: "9", "9u30", "9:30", "0930". The browser's own time field follows the language of the
// operating system, not ours, and knows no 24:00.
import { useState } from 'react';
import { readTime } from './read-time.ts';

type TimeFieldProps = {
  readonly label: string;
  /** Where the words stand about what is wrong. */
  readonly wrongId: string;
  readonly value: string;
  readonly onValue: (time: string) => void;
  /** What was typed and is no time; null once it is one. */
  readonly onWrong: (text: string | null) => void;
};

export function TimeField({ label, wrongId, value, onValue, onWrong }: TimeFieldProps) {
  const [isWrong, setIsWrong] = useState(false);
  return (
    <input
      className="input time"
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={isWrong ? wrongId : undefined}
      // A value that changed elsewhere begins a fresh field.
      key={value}
      defaultValue={value}
      autoComplete="off"
      onBlur={(event) => {
        const text = event.target.value;
        const time = readTime(text);
        if (time === null || isWrong) onWrong(time === null ? text : null);
        setIsWrong(time === null);
        if (time === null) return;
        event.target.value = time;
        if (time !== value) onValue(time);
      }}
    />
  );
}
