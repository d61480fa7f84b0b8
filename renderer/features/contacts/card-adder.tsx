// A line below a list of the card to add one more: typed, kept with Enter or the button.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { Button } from '../../ui/button.tsx';

type CardAdderProps = {
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly known?: readonly string[];
  /** false: it stays to be mended. */
  readonly onAdd: (written: string) => Promise<boolean>;
};

const NONE: readonly string[] = [];

export function CardAdder({ label, hint, most, known = NONE, onAdd }: CardAdderProps) {
  const { t } = useTranslation();
  const id = useId();
  const [written, setWritten] = useState('');
  const add = async (): Promise<void> => {
    const typed = written.trim();
    if (typed !== '' && (await onAdd(typed))) setWritten('');
  };
  return (
    <form
      className="card-adder"
      onSubmit={(event) => {
        event.preventDefault();
        background(add());
      }}
    >
      <input
        className="input"
        aria-label={label}
        placeholder={hint}
        maxLength={most}
        autoComplete="off"
        {...(known.length === 0 ? {} : { list: id })}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      {known.length > 0 && (
        <datalist id={id}>
          {known.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
      {written.trim() !== '' && (
        <Button size="small" isSubmit>
          {t('card.add')}
        </Button>
      )}
    </form>
  );
}
