// Whom it goes to, one field of it: people as chips, completed from whom the owner writes with. A list that is pasted is taken as
// a list; what is no address stays where it was typed, and is said.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completion } from '../../../main/contract/contacts.ts';
import type { Address } from '../../../main/domain/conversation/message.ts';
import { isSameAddress, isWholeList, readRecipients } from '../../../main/domain/letter/read-recipients.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Icon } from '../../ui/icon.tsx';
import { nameOf } from './name-of.ts';
import { stillMeant, type Found } from './still-meant.ts';

type RecipientFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly people: readonly Address[];
  /** Whom this account wrote to comes first. */
  readonly account: string | null;
  readonly onPeople: (people: readonly Address[]) => void;
  /** Words that are no address, or '': nothing may leave while there are any. */
  readonly onUnread: (written: string) => void;
};

/** More than these say less. */
const MOST_OFFERED = 6;

export function RecipientField({ id, label, people, account, onPeople, onUnread }: RecipientFieldProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [at, setAt] = useState(0);
  /** An arrow was used: what is lit is meant, whatever is typed. */
  const [isChosen, setIsChosen] = useState(false);
  const { found, clear } = useCompletion(typed, account);
  const offered = found.filter(({ address }) => !people.some((one) => isSameAddress(one.address, address)));
  const lit = offered[Math.min(at, offered.length - 1)];

  const write = (words: string): void => {
    setTyped(words);
    setIsWrong(false);
    setAt(0);
    setIsChosen(false);
    onUnread(words.trim());
  };
  const add = (more: readonly Address[]): void => {
    const news = more.filter(({ address }) => !people.some((one) => isSameAddress(one.address, address)));
    if (news.length > 0) onPeople([...people, ...news]);
  };
  const take = ({ name, address }: Address): void => {
    add([{ name, address }]);
    write('');
    clear();
  };
  /** Answers whether nothing is left in the field. */
  const takeAll = (words: string): boolean => {
    const { people: read, wrong } = readRecipients(words);
    add(
      read.map((one) =>
        one.name === '' ? (found.find(({ address }) => isSameAddress(address, one.address)) ?? one) : one,
      ),
    );
    write(wrong.join(', '));
    setIsWrong(wrong.length > 0);
    clear();
    return wrong.length === 0;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((key === 'ArrowDown' || key === 'ArrowUp') && offered.length > 0) {
      event.preventDefault();
      setAt(isChosen || key === 'ArrowUp' ? (at + (key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length : 0);
      setIsChosen(true);
    } else if (key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      clear();
    } else if (key === 'Backspace' && typed === '' && people.length > 0) {
      event.preventDefault();
      onPeople(people.slice(0, -1));
    } else if (
      (key === 'Enter' || key === 'Tab' || key === ',' || key === ';') &&
      typed.trim() !== '' &&
      !event.shiftKey
    ) {
      event.preventDefault();
      const isWhole = readRecipients(typed).wrong.length === 0;
      if (lit !== undefined && (isChosen || !isWhole)) take(lit);
      else takeAll(typed);
    } else if (key === 'Enter') event.preventDefault();
  };

  return (
    <div className="recipients">
      <label className="recipients-label" htmlFor={id}>
        {label}
      </label>
      <div className="recipients-in">
        {people.length > 0 && (
          <ul className="recipients-chips" aria-label={label}>
            {people.map((person) => (
              <li key={person.address}>
                <button
                  type="button"
                  className="recipient"
                  title={person.address}
                  aria-label={t('people.remove', { who: `${person.name} ${person.address}`.trim() })}
                  translate="no"
                  onClick={() => onPeople(people.filter((one) => one !== person))}
                >
                  <span className="cut">{nameOf(person)}</span>
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          id={id}
          className="recipients-input"
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={lit === undefined ? undefined : `${listId}-${lit.address}`}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${listId}-wrong` : undefined}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            const words = event.target.value;
            // Some keyboards give no key for a comma.
            if (/[,;]$/.test(words)) takeAll(words);
            else write(words);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (!isWholeList(pasted)) return;
            event.preventDefault();
            takeAll(`${typed} ${pasted}`);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (typed.trim() !== '') takeAll(typed);
            clear();
          }}
        />
      </div>
      <div
        id={listId}
        className={offered.length > 0 ? 'recipients-list' : 'recipients-list none'}
        role="listbox"
        aria-label={t('people.suggestions')}
      >
        {offered.map((person) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above hears the keys
          <div
            key={person.address}
            id={`${listId}-${person.address}`}
            role="option"
            aria-selected={person === lit}
            className={person === lit ? 'recipients-option selected' : 'recipients-option'}
            translate="no"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            <span className="cut">{nameOf(person)}</span>
            {person.name !== '' && <span className="cut soft">{person.address}</span>}
          </div>
        ))}
      </div>
      {isWrong && (
        <p id={`${listId}-wrong`} className="recipients-wrong" role="alert">
          {t('people.wrong', { written: typed.trim() })}
        </p>
      )}
    </div>
  );
}

/** Only the newest question's answer counts. */
function useCompletion(typed: string, account: string | null) {
  const desk = useDesk();
  const [answer, setAnswer] = useState<Found<Completion>>(NONE);
  const asked = useRef('');
  const text = typed.trim();
  useEffect(() => {
    asked.current = text;
    if (text === '') return;
    const ask = async (): Promise<void> => {
      const found = await desk.client.call('contact.complete', { text, limit: MOST_OFFERED, account });
      if (found.ok && asked.current === text) setAnswer({ to: text, found: found.value });
    };
    background(ask());
  }, [desk, text, account]);
  // A list that blinks cannot be read.
  return { found: stillMeant(answer, text), clear: () => setAnswer(NONE) };
}

const NONE = { to: '', found: [] };
