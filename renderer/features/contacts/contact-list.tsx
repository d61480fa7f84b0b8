// The people, virtual: only the rows in sight exist. A listbox, as the queue is: the list has the focus.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../main/contract/contacts.ts';
import { shownAddress } from '../../../main/domain/contact/way.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ContactListed } from './use-contact-list.ts';

const ROW_PX = 52;

type ContactListProps = {
  readonly list: ContactListed;
  readonly chosen: string | null;
  readonly onChoose: (address: string) => void;
};

export function ContactList({ list: { rows, more }, chosen, onChoose }: ContactListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // The list must follow the rows as they are; the library's functions cannot be memoised, and need not be.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.address ?? index,
    overscan: 6,
  });
  const visible = virtual.getVirtualItems();
  const isEndInSight = (visible.at(-1)?.index ?? 0) >= rows.length - 1;
  const fetchMore = useEffectEvent(more);
  useEffect(() => {
    if (isEndInSight && rows.length > 0) fetchMore();
  }, [isEndInSight, rows.length]);
  const chosenAt = rows.findIndex(({ handles, address }) => chosen !== null && [address, ...handles].includes(chosen));
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Math.max(0, Math.min(rows.length - 1, chosenAt + by));
    const next = rows[at];
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) return;
    onChoose(next.address);
    virtual.scrollToIndex(at, { align: 'auto' });
  };
  return (
    <div
      ref={scroller}
      className="queue-scroll"
      role="listbox"
      tabIndex={0}
      aria-label={t('contacts.title')}
      aria-activedescendant={chosenAt >= 0 ? `contact-${chosenAt}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="queue-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {visible.map(({ index, key, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            // The list itself hears the keys; a row needs no focus of its own.
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
            <div
              key={key}
              id={`contact-${index}`}
              role="option"
              aria-selected={index === chosenAt}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="contact-row"
              style={{ transform: `translateY(${start}px)`, height: size }}
              onClick={() => onChoose(row.address)}
            >
              <Row row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ row }: { readonly row: ContactRow }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const shown = shownAddress(row.address);
  return (
    <>
      <span className="contact-who">
        <strong className="cut">{row.name}</strong>
        {row.isVip && (
          <span className="contact-vip" title={t('action.vip')}>
            <Icon name="star" isFilled />
            <span className="for-screen-reader">{t('action.vip')}</span>
          </span>
        )}
        {row.tags.slice(0, 2).map((tag) => (
          <span key={tag} className="card-tag">
            {tag}
          </span>
        ))}
      </span>
      <span className="soft contact-more">
        <span className="cut" translate="no">
          {[shown === row.name ? '' : shown, row.company].filter((part) => part !== '').join(' · ')}
        </span>
        <span>
          {row.lastAt === null ? t('contacts.never') : t('contacts.last', { when: moments.short(row.lastAt) })}
        </span>
      </span>
    </>
  );
}
