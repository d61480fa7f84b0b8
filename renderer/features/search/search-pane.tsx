// Searching all conversations as one types. Arrows move through the results while the words stay in the field.
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { SearchHit, SearchPage } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk, useLanguage, useMoments, usePlace } from '../../state/use-desk.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Shorter than the pause between two keys of a quick typist. */
const PAUSE_MS = 70;
const MOST_HITS = 100;

type Found = { readonly page: SearchPage | null; readonly error: Failure | null };

/** The newest question's answer; older ones that come in late are let go. */
function useSearch(query: string): Found {
  const desk = useDesk();
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('search', { query, limit: MOST_HITS });
      if (!isCurrent) return;
      setFound(answer.ok ? { page: answer.value, error: null } : { page: null, error: answer.error });
    };
    if (query.trim() === '') return undefined;
    const asking = later(PAUSE_MS, () => background(ask()));
    asking.soon();
    return () => {
      isCurrent = false;
      asking.cancel();
    };
  }, [query, desk]);
  return query.trim() === '' ? NOTHING : found;
}

const NOTHING: Found = { page: null, error: null };
const showInList = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

export function SearchPane() {
  const { t } = useTranslation();
  const desk = useDesk();
  const query = usePlace((place) => place.searchText);
  const language = useLanguage();
  const { page, error } = useSearch(query);
  const [at, setAt] = useState(0);
  const hits = page?.hits ?? [];

  const open = (hit: SearchHit, isReading: boolean): void =>
    desk.place.setState({ conversation: hit.conversation, isReading });
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(hits.length - 1, to));
    const hit = hits[next];
    setAt(next);
    if (hit !== undefined) open(hit, false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Enter') {
      const hit = hits[at];
      if (hit !== undefined) open(hit, true);
    } else if (event.key === 'Escape') {
      desk.place.setState({ view: { kind: 'desk' } });
    } else return;
    event.preventDefault();
  };

  return (
    <section className="list-pane" aria-label={t('search.title')}>
      <div className="search-head">
        <Icon name="search" />
        <input
          id="search-field"
          className="input"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-activedescendant={hits[at] === undefined ? undefined : `hit-${hits[at].message}`}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens the search wants to type
          autoFocus
          value={query}
          autoComplete="off"
          // The earlier words stay to look at, and give way to the first new letter.
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            desk.place.setState({ searchText: event.target.value });
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="search-count soft" role="status">
        {page === null ? t('search.start') : words(page)}
      </p>
      {error !== null && <FailureBox error={error} language={language} />}
      <div id="search-hits" className="search-hits" role="listbox" aria-label={t('search.title')}>
        {hits.map((hit, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field hears the keys
          <div
            key={hit.message}
            id={`hit-${hit.message}`}
            ref={index === at ? showInList : null}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'hit selected' : 'hit'}
            onClick={() => {
              setAt(index);
              open(hit, true);
            }}
          >
            <HitWords hit={hit} />
          </div>
        ))}
      </div>
    </section>
  );

  function words(result: SearchPage): string {
    const isIndexing = result.indexed < result.messages;
    const count =
      result.hits.length === 0 ? t('search.none', { query }) : t('search.hits', { count: result.hits.length });
    return isIndexing
      ? `${count} ${t('search.indexing', { done: String(result.indexed), total: String(result.messages) })}`
      : count;
  }
}

function HitWords({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation();
  const moments = useMoments();
  return (
    <>
      <p className="hit-head">
        <strong className="cut">{hit.who}</strong>
        <span className="soft">{moments.short(hit.at)}</span>
      </p>
      <p className="cut">{hit.subject.trim() || t('common.noSubject')}</p>
      <p className="hit-snippet soft">
        {hit.snippet.map((piece, index) =>
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one line, never reordered
          piece.isMatch ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </p>
    </>
  );
}
