// Ctrl+K: type what you want to do, where or with whom you want to be, or what you want to say.
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import type { Actions } from './actions.ts';
import { KeyNames } from './key-names.tsx';
import { ENTRY_KINDS, usePaletteEntries, type PaletteEntry } from './palette-entries.ts';

const showInList = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

export function Palette({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = usePaletteEntries(actions, query);
  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    // The sheet must be gone first: several actions open one of their own.
    requestAnimationFrame(entry.act);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else return;
    event.preventDefault();
  };
  const chosen = found[at];
  return (
    <Dialog title={t('keys.palette')} onClose={onClose}>
      <div className="settings-stack">
        <input
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
          aria-label={t('keys.paletteLabel')}
          placeholder={t('keys.paletteLabel')}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened in order to type
          autoFocus
          value={query}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div id={listId} className="palette-list" role="listbox" aria-label={t('keys.palette')}>
          {ENTRY_KINDS.map((kind) => {
            const entries = found.filter((entry) => entry.kind === kind);
            if (entries.length === 0) return null;
            return (
              <div key={kind} role="group" aria-labelledby={`${listId}-${kind}`}>
                <p id={`${listId}-${kind}`} className="palette-kind soft" role="presentation">
                  {t(`keys.kinds.${kind}`)}
                </p>
                {entries.map((entry) => (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above hears the keys
                  <div
                    key={entry.id}
                    id={`${listId}-${entry.id}`}
                    role="option"
                    aria-selected={entry === chosen}
                    ref={entry === chosen ? showInList : null}
                    className={entry === chosen ? 'palette-entry selected' : 'palette-entry'}
                    onClick={() => choose(entry)}
                  >
                    <span className="cut">
                      {entry.words} {entry.more !== '' && <span className="soft">{entry.more}</span>}
                    </span>
                    <span className="palette-keys">
                      <KeyNames strokes={entry.keys.slice(0, 1)} />
                    </span>
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {found.length === 0 && <p className="soft">{t('keys.nothing')}</p>}
      </div>
    </Dialog>
  );
}
