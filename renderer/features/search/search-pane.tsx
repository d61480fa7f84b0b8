// Searching all conversations as one types. Arrows move through the results while the words stay in the field.
import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit, SearchPage } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk, useLanguage, usePlace } from '../../state/use-desk.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FilterChips, Offers, Starters, withoutFilter } from './search-filters.tsx';
import { SearchHitRow } from './search-hit-row.tsx';
import { useOffers } from './use-offers.ts';
import { useSearch } from './use-search.ts';

/** Whoever did not find it among these types another word. */
const MOST_HITS = 50;
const IN_SIGHT = 12;
/** Who types on presses the next key sooner. */
const PAUSE_MS = 150;
const NONE: readonly SearchHit[] = [];

export function SearchPane() {
  const { t } = useTranslation();
  const desk = useDesk();
  const query = usePlace((place) => place.searchText);
  const language = useLanguage();
  const { page, error } = useSearch(query, MOST_HITS);
  const offers = useOffers(query);
  const [at, setAt] = useState(0);
  const hits = page?.hits ?? NONE;
  // What is in sight is painted before the rest is drawn: the next letter may be on its way.
  const isDrawn = useDeferredValue(hits) === hits;
  const shown = isDrawn ? hits : hits.slice(0, IN_SIGHT);

  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Only where the arrows went: other results begin at their top, and to look where that is would cost each letter a layout.
    if (at > 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
    else list.current?.scrollTo({ top: 0 });
  }, [at]);

  // What Enter or the next arrow will open; not between two letters.
  useEffect(() => {
    const ahead = later(PAUSE_MS, () => {
      for (const { conversation } of hits.slice(at, at + 2)) background(desk.conversation.readAhead(conversation));
    });
    ahead.soon();
    return ahead.cancel;
  }, [desk, hits, at]);

  const open = (hit: SearchHit, isReading: boolean): void =>
    desk.place.setState({ conversation: hit.conversation, isReading });
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(hits.length - 1, to));
    const hit = hits[next];
    setAt(next);
    if (hit !== undefined) open(hit, false);
  };
  const type = (text: string): void => {
    desk.place.setState({ searchText: text });
    setAt(0);
  };
  const typeOn = (text: string): void => {
    type(text);
    document.querySelector<HTMLElement>('#search-field')?.focus();
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
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {query.trim() === '' && <Starters onChoose={typeOn} />}
      <Offers offers={offers} onChoose={typeOn} />
      <FilterChips filters={page?.filters ?? []} onRemove={(filter) => typeOn(withoutFilter(query, filter.text))} />
      <p className="search-count soft" role="status">
        {page === null || query.endsWith(':') ? t('search.start') : words(page)}
      </p>
      {error !== null && <FailureBox error={error} language={language} />}
      <div ref={list} id="search-hits" className="search-hits" role="listbox" aria-label={t('search.title')}>
        {shown.map((hit, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field hears the keys
          <div
            key={hit.message}
            id={`hit-${hit.message}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'hit selected' : 'hit'}
            onClick={() => {
              setAt(index);
              open(hit, true);
            }}
          >
            <SearchHitRow hit={hit} />
          </div>
        ))}
      </div>
    </section>
  );

  function words({ hits: found, hasMore, asWords, indexed, messages }: SearchPage): string {
    const count = found.length;
    const counted = count === 0 ? t('search.none', { query }) : t(hasMore ? 'search.more' : 'search.hits', { count });
    return [
      counted,
      ...asWords.map((text) => t('search.asWords', { text })),
      ...(indexed < messages ? [t('search.indexing', { done: String(indexed), total: String(messages) })] : []),
    ].join(' ');
  }
}
