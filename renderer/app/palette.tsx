// Ctrl+K: type what you want to do or where you want to be.
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SECTIONS } from '../../main/domain/queue/sections.ts';
import { usePausedUntil } from '../features/settings/use-pause.ts';
import { sectionName } from '../i18n/trade-words.ts';
import { useLanguage } from '../state/use-desk.tsx';
import { Kbd } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Actions } from './actions.ts';
import { KEY_RULES } from './keys.ts';

type Entry = { readonly id: string; readonly words: string; readonly shown: string; readonly act: () => void };

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const showInList = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

export function Palette({ actions, onClose }: { readonly actions: Actions; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isPaused = usePausedUntil() !== null;
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries: readonly Entry[] = [
    ...KEY_RULES.filter(({ action }) => action !== 'palette').map(({ action, words, shown }) => ({
      id: action,
      words: t(`keys.${words}`),
      shown,
      act: () => actions.run(action),
    })),
    { id: 'no-answer', words: t('action.noAnswer'), shown: '', act: () => actions.run('no-answer') },
    { id: 'availability', words: t('availability.action'), shown: '', act: () => actions.run('availability') },
    { id: 'notifications', words: t('notifications.action'), shown: '', act: () => actions.run('notifications') },
    ...(isPaused
      ? [{ id: 'pause-over', words: t('notifications.pauseOver'), shown: '', act: () => actions.run('pause-over') }]
      : [
          { id: 'pause-hour', words: t('notifications.pauseHour'), shown: '', act: () => actions.run('pause-hour') },
          {
            id: 'pause-tomorrow',
            words: t('notifications.pauseTomorrow'),
            shown: '',
            act: () => actions.run('pause-tomorrow'),
          },
        ]),
    { id: 'source', words: t('sources.action'), shown: '', act: () => actions.run('source') },
    { id: 'learned', words: t('settings.tab.learned'), shown: '', act: () => actions.run('learned') },
    {
      id: 'acknowledgements',
      words: t('keys.goTo', { place: t('settings.tab.acknowledgements') }),
      shown: '',
      act: () => actions.run('acknowledgements'),
    },
    { id: 'person-data', words: t('ownData.personAction'), shown: '', act: () => actions.run('person-data') },
    ...SECTIONS.map((section) => ({
      id: `go-${section}`,
      words: t('keys.goTo', { place: sectionName(language, section) }),
      shown: '',
      act: () => actions.goTo(section),
    })),
    {
      id: 'go-promises',
      words: t('keys.goTo', { place: t('ledger.title') }),
      shown: '',
      act: () => actions.run('promises'),
    },
    ...(['outbox', 'report', 'settings'] as const).map((room) => ({
      id: `go-${room}`,
      words: t('keys.goTo', { place: t(`rail.${room}`) }),
      shown: '',
      act: () => actions.run(room),
    })),
  ];
  const words = query.trim();
  const searching: Entry = {
    id: 'search-for',
    words: t('keys.searchFor', { words }),
    shown: '',
    act: () => actions.searchFor(words),
  };
  const wanted = plain(query).split(/\s+/);
  const named = entries.filter((entry) => wanted.every((word) => plain(entry.words).includes(word)));
  // What is no command is most likely a name or a word from a letter.
  const found = words === '' ? named : [...named, searching];
  const choose = (entry: Entry | undefined): void => {
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
  return (
    <Dialog title={t('keys.palette')} onClose={onClose}>
      <div className="settings-stack">
        <input
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found[at] === undefined ? undefined : `${listId}-${found[at].id}`}
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
          {found.map((entry, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above hears the keys
            <div
              key={entry.id}
              id={`${listId}-${entry.id}`}
              role="option"
              aria-selected={index === at}
              ref={index === at ? showInList : null}
              className={index === at ? 'palette-entry selected' : 'palette-entry'}
              onClick={() => choose(entry)}
            >
              <span>{entry.words}</span>
              <span>
                {entry.shown
                  .split(' ')
                  .filter((key) => key !== '')
                  .map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
              </span>
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
