// The one list, virtual: only the rows in sight exist. A listbox for screen readers: the list has the focus, and the selected
// row is its active descendant, so that j and k are heard as well as seen.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
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

/** Twelve rows and two headings at 800 pixels of height (ui.md, density). */
const ROW_PX = 56;
const HEADING_PX = 30;

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
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  const scroller = useRef<HTMLDivElement>(null);
  // The list must follow the rows as they are; the library's functions cannot be memoised, and need not be.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'item' ? ROW_PX : HEADING_PX),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 6,
  });

  const selectedAt = rows.findIndex((row) => row.kind === 'item' && row.item.conversation === selected);
  const showSelected = useEffectEvent((): void => {
    // The first row comes with the heading above it.
    if (selectedAt >= 0) virtual.scrollToIndex(selectedAt === 1 ? 0 : selectedAt, { align: 'auto' });
  });
  useEffect(() => {
    // Only when the selection moves: following it while mail streams in above would take the list from the owner's hands.
    if (selected !== null) showSelected();
  }, [selected]);

  const visible = virtual.getVirtualItems();
  const wanted = visible.map(({ index }) => rows[index]).find((row) => row?.kind === 'more')?.section;
  useEffect(() => {
    if (wanted !== undefined) background(desk.queue.more(wanted));
    // Asked again when the rows have grown and the end is still in sight.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [wanted, rows.length, desk]);

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
      <div className="queue-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {visible.map(({ index, key, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${start}px)`, height: size };
          if (row.kind === 'heading') {
            return (
              <div key={key} className={`queue-heading ${row.section}`} role="presentation" style={place}>
                <span>{sectionName(language, row.section)}</span>
                <span className="count">{moments.count(row.total)}</span>
              </div>
            );
          }
          if (row.kind === 'more') {
            return (
              <div key={key} className="queue-heading" role="presentation" style={place}>
                {t('queue.more')}
              </div>
            );
          }
          const { item } = row;
          return (
            // The list itself hears the keys; a row needs no focus of its own.
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
            <div
              key={key}
              id={`row-${item.conversation}`}
              role="option"
              aria-selected={item.conversation === selected}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="queue-option"
              style={place}
              onClick={() => desk.place.setState({ conversation: item.conversation, isReading: true })}
            >
              <QueueItemRow
                item={item}
                isSelected={item.conversation === selected}
                language={language}
                moments={moments}
                now={now}
                zone={zone}
                account={marks.get(item.account) ?? null}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
