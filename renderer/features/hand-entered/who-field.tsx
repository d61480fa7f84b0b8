// Whom a note is about: typed, or picked from the customers that are known already as soon as their first letters stand there.
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownPerson } from '../../../main/contract/hand-entered.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';

type WhoFieldProps = {
  readonly who: string;
  readonly onWho: (who: string) => void;
  readonly onPick: (person: KnownPerson) => void;
};

/** Typing is quicker than this; so the engine is asked once a word. */
const ASK_AFTER_MS = 120;

export function WhoField({ who, onWho, onPick }: WhoFieldProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const id = useId();
  const [people, setPeople] = useState<readonly KnownPerson[]>([]);
  const [at, setAt] = useState(-1);
  const [isTyping, setIsTyping] = useState(false);
  const wanted = isTyping ? who.trim() : '';

  useEffect(() => {
    if (wanted === '') return undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const found = await desk.notes.people(wanted);
      if (!isWanted) return;
      setPeople(found);
      setAt(-1);
    };
    const asking = later(ASK_AFTER_MS, () => background(ask()));
    asking.soon();
    return () => {
      isWanted = false;
      asking.cancel();
    };
  }, [desk, wanted]);

  const shown = wanted === '' ? [] : people;
  const pick = (person: KnownPerson): void => {
    setIsTyping(false);
    setPeople([]);
    onPick(person);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const person = shown[at];
    if (event.key === 'ArrowDown') setAt(Math.min(shown.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(-1, at - 1));
    else if (event.key === 'Enter' && person !== undefined) pick(person);
    else if (event.key === 'Escape' && shown.length > 0) setIsTyping(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="field who-field">
      <label htmlFor={id}>{t('notes.who')}</label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-people`}
        aria-autocomplete="list"
        aria-activedescendant={shown[at] === undefined ? undefined : `${id}-${at}`}
        aria-describedby={`${id}-help`}
        value={who}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setIsTyping(true);
          onWho(event.target.value);
        }}
        onBlur={() => setIsTyping(false)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-help`} className="help">
        {t('notes.whoHelp')}
      </p>
      <div id={`${id}-people`} role="listbox" aria-label={t('notes.known')} hidden={shown.length === 0}>
        {shown.map((person, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above hears the keys
          <div
            key={person.address}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'known-person selected' : 'known-person'}
            // Before the field loses the focus, and the list with it.
            onPointerDown={(event) => {
              event.preventDefault();
              pick(person);
            }}
          >
            <strong>{person.name || person.shown}</strong>
            {person.name !== '' && person.shown !== '' && <span className="soft cut">{person.shown}</span>}
            {person.conversations > 0 && (
              <span className="soft">
                {t('notes.knownLast', { count: person.conversations, when: moments.short(person.lastAt) })}
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
