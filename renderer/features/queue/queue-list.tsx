// The one list: of its rows only those in sight and a few around them exist. A listbox for screen readers: the list has the focus,
// and the selected row is its active descendant, so that j and k are heard as well as seen.
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { sectionName } from '../../i18n/trade-words.ts';
import { rowsOf, type QueueRow } from '../../state/queue.ts';
import {
  useDesk,
  useFacts,
  useLanguage,
  useMoments,
  useNow,
  usePlace,
  useQueue,
  useZone,
} from '../../state/use-desk.tsx';
import { QueueItemRow } from './queue-item-row.tsx';
import { countedRows, drawnRows, HEADING_PX, ROW_PX, standingFor, topsOf, type Sight } from './row-places.ts';

const keyOf = (row: QueueRow): string =>
  row.kind === 'item' ? `c${row.item.conversation}` : `${row.kind}-${row.section}`;

type AccountMark = { readonly email: string; readonly colour: number };

/** Empty where there is one account. Stays the same while accounts only tell of their progress, so that no row is drawn anew for it. */
function useAccountMarks(): ReadonlyMap<string, AccountMark> {
  const told = useFacts(({ accounts }) =>
    accounts.length < 2 ? '[]' : JSON.stringify(accounts.map(({ id, email, colour }) => [id, { email, colour }])),
  );
  return useMemo(() => new Map(JSON.parse(told) as [string, AccountMark][]), [told]);
}

export function QueueList() {
  const { t } = useTranslation();
  const desk = useDesk();
  const lists = useQueue((queue) => queue.lists);
  const marks = useAccountMarks();
  const selected = usePlace((place) => place.conversation);
  const rows = useMemo(() => rowsOf({ lists }), [lists]);
  const tops = useMemo(() => topsOf(rows), [rows]);
  const { places, all } = useMemo(() => countedRows(rows), [rows]);
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  const { scroller, sight, show } = useSight();
  const { from, until } = drawnRows(tops, sight);
  const selectedAt = rows.findIndex((row) => row.kind === 'item' && row.item.conversation === selected);
  const showSelected = useEffectEvent(() => {
    if (selectedAt >= 0) show((now) => standingFor(tops, selectedAt, now));
  });
  // Only when the selection moves: following it while mail streams in above would take the list from the owner's hands.
  useLayoutEffect(() => {
    if (selected !== null) showSelected();
  }, [selected]);

  const drawn = rows.slice(from, until);
  const wanted = drawn.find((row) => row.kind === 'more')?.section;
  useEffect(() => {
    if (wanted !== undefined) background(desk.queue.more(wanted));
    // Asked again when the rows have grown and the end is still in sight.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [wanted, rows.length, desk]);
  const choose = useCallback((conversation: number) => desk.place.setState({ conversation, isReading: true }), [desk]);

  return (
    <div
      ref={scroller}
      className="queue-scroll"
      id="queue-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('queue.label')}
      aria-activedescendant={selectedAt >= 0 ? `row-${selected}` : undefined}
    >
      <div className="queue-rows" role="presentation" style={{ height: tops.at(-1) }}>
        {drawn.map((row, at) => {
          const index = from + at;
          const top = tops[index] ?? 0;
          if (row.kind === 'item') {
            return (
              <QueueItemRow
                key={keyOf(row)}
                item={row.item}
                top={top}
                position={places[index] ?? 0}
                rows={all}
                isSelected={row.item.conversation === selected}
                language={language}
                moments={moments}
                now={now}
                zone={zone}
                account={marks.get(row.item.account) ?? null}
                onChoose={choose}
              />
            );
          }
          const isHeading = row.kind === 'heading';
          return (
            <div
              key={keyOf(row)}
              className={isHeading ? `queue-heading ${row.section}` : 'queue-heading'}
              role="presentation"
              style={{ transform: `translateY(${top}px)`, height: HEADING_PX }}
            >
              {isHeading ? (
                <>
                  <span>{sectionName(language, row.section)}</span>
                  <span className="count">{moments.count(row.total)}</span>
                </>
              ) : (
                t('queue.more')
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A window's height of rows, until the list was measured. */
const AT_FIRST: Sight = { top: 0, height: 800 };

/** What of the list is in sight, by whole rows: nothing is drawn anew for less. */
function useSight() {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState(AT_FIRST);
  // As it is to the pixel. Kept, for to ask the page would make it lay itself out in the middle of a step.
  const exact = useRef(AT_FIRST);
  const see = useCallback((now: Sight): void => {
    exact.current = now;
    const top = now.top - (now.top % ROW_PX);
    setSight((before) => (before.top === top && before.height === now.height ? before : { top, height: now.height }));
  }, []);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const look = (): void => see({ top: box.scrollTop, height: box.clientHeight });
    look();
    const size = new ResizeObserver(look);
    size.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [see]);
  /** Before anything is painted. */
  const show = (standing: (now: Sight) => number): void => {
    const top = standing(exact.current);
    if (top === exact.current.top) return;
    see({ ...exact.current, top });
    scroller.current?.scrollTo({ top });
  };
  return { scroller, sight, show };
}
