// A time of day, written as one likes: "9", "9u30", "9:30", "0930". The browser's own time field follows the language of the
// operating system, not ours, and knows no 24:00. What has hours and minutes counts while it is typed; the rest on leaving.
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

/** Nothing more can follow: "17:3" may still become "17:30". */
const IS_WHOLE = /^\s*(?:\d{1,2}\s*[:.uh]\s*\d{2}|\d{4})\s*$/i;

export function TimeField({ label, wrongId, value, onValue, onWrong }: TimeFieldProps) {
  const [text, setText] = useState(value);
  const [isWrong, setIsWrong] = useState(false);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // It changed elsewhere; what is being typed here is left as it is typed.
    if (readTime(text) !== value) setText(value);
  }
  const tell = (wrong: boolean, typed: string): void => {
    if (wrong || isWrong) onWrong(wrong ? typed : null);
    setIsWrong(wrong);
  };
  return (
    <input
      className="input time"
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={isWrong ? wrongId : undefined}
      value={text}
      autoComplete="off"
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        const time = IS_WHOLE.test(typed) ? readTime(typed) : null;
        if (time === null) return;
        tell(false, typed);
        if (time !== value) onValue(time);
      }}
      onBlur={() => {
        const time = readTime(text);
        tell(time === null, text);
        if (time === null) return;
        setText(time);
        if (time !== value) onValue(time);
      }}
    />
  );
}
