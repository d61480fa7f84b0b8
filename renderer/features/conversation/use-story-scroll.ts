// Where the story stands: at its newest message, or at the one that was looked up, until the owner moves it himself. Only what is in
// sight is drawn. Rows stand in the page's own flow between two empty stretches, so that the browser's scroll anchoring holds what is
// read in its place while frames above it grow; the virtualizer only says which rows those are, and moves nothing.
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import type { MessageLine } from '../../../main/contract/story.ts';
import type { MessageRowId } from '../../../main/contract/views.ts';

/** Of a closed line, with the room below it. */
const LINE_PX = 39;
/** Of an open letter that was never drawn: short ones are most. */
const OPEN_PX = 240;
const TOP_PX = 10;
/** Rows beyond sight: frames are loaded before the eye is there. */
const AROUND = 6;
/** So many are drawn whole: they would all stand in sight or around it, and measuring each costs more than drawing it. */
const FEW = 2 * AROUND;

type Scrolled = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly lines: readonly (MessageLine | null)[];
  readonly isOpen: (id: MessageRowId) => boolean;
  /** To be brought into sight; a new one begins anew. */
  readonly target: MessageRowId | undefined;
  /** The row that has the focus stays, wherever the story goes. */
  readonly pinned: number;
};

export type StoryPlace = { readonly index: number; readonly gap: number; readonly height: number };

export type StoryScroll = {
  /** What is drawn, with the empty stretch before each. */
  readonly rows: readonly StoryPlace[];
  /** The empty stretch after them. */
  readonly below: number;
  readonly measure: (row: HTMLElement | null) => void;
  /** Keeps it in sight from now on. */
  readonly bring: (id: MessageRowId) => void;
  /** The message at the upper edge, when the story last moved. */
  readonly onTop: () => MessageRowId | undefined;
  /** Every height is another now: guesses are made again, and what is on top stays there. */
  readonly guessAnew: () => void;
};

export function useStoryScroll({ scroller, content, lines, isOpen, target, pinned }: Scrolled): StoryScroll {
  const followed = useRef<MessageRowId | undefined>(undefined);
  const onTop = useRef<MessageRowId | undefined>(undefined);
  const guess = (index: number): number => {
    const line = lines[index];
    return line != null && isOpen(line.id) ? OPEN_PX : LINE_PX;
  };
  const areFew = lines.length <= FEW;
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer keeps its own state, and asks for the drawing itself
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: !areFew,
    getScrollElement: () => scroller.current,
    estimateSize: guess,
    overscan: AROUND,
    paddingStart: TOP_PX,
    paddingEnd: 2 * TOP_PX,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const until = Math.min(count - 1, endIndex + overscan);
      const range = Array.from({ length: until - from + 1 }, (_, index) => from + index);
      if (pinned < 0 || pinned >= count || (pinned >= from && pinned <= until)) return range;
      return pinned < from ? [pinned, ...range] : [...range, pinned];
    },
  });
  virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  const items = virtual.getVirtualItems();

  const follow = (): void => {
    const box = scroller.current;
    const inner = content.current;
    const id = followed.current;
    if (box === null || inner === null || id === undefined) return;
    const drawn = inner.querySelector(`#message-${id}`);
    const index = lines.findIndex((line) => line?.id === id);
    const top =
      drawn === null
        ? virtual.getOffsetForIndex(index, 'start')?.[0]
        : drawn.getBoundingClientRect().top - inner.getBoundingClientRect().top;
    // The beginning of a long message comes before its end.
    if (top !== undefined) box.scrollTop = top - TOP_PX;
  };
  const followNow = useEffectEvent(follow);
  // Observing begins anew with each target: it tells at once, before anything is painted (else the beginning of the story flashes by),
  // and when the page is laid out anyway. And again as frames of HTML mail grow after they are loaded: until the owner scrolls
  // himself, what he was brought to stays in sight.
  useLayoutEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (box === null || inner === null) return undefined;
    followed.current = target;
    const size = new ResizeObserver(() => followNow());
    size.observe(inner);
    size.observe(box);
    return () => size.disconnect();
  }, [scroller, content, target]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const leaving = new AbortController();
    for (const kind of ['wheel', 'keydown', 'pointerdown']) {
      const letGo = (): void => {
        followed.current = undefined;
      };
      box.addEventListener(kind, letGo, { signal: leaving.signal, passive: true });
    }
    const noteTop = (): void => {
      onTop.current = rowOnTop(box);
    };
    box.addEventListener('scroll', noteTop, { signal: leaving.signal, passive: true });
    return () => leaving.abort();
  }, [scroller]);

  return {
    rows: areFew ? lines.map((_, index) => ({ index, gap: index === 0 ? TOP_PX : 0, height: 0 })) : placesOf(items),
    below: areFew ? 2 * TOP_PX : virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: areFew ? unmeasured : virtual.measureElement,
    bring: (id) => {
      followed.current = id;
      follow();
    },
    onTop: () => onTop.current,
    guessAnew: () => {
      const top = onTop.current;
      virtual.measure();
      followed.current = top;
      follow();
    },
  };
}

const unmeasured = (): void => undefined;

function rowOnTop(box: Element): MessageRowId | undefined {
  const edge = box.getBoundingClientRect().top + TOP_PX;
  const row = [...box.querySelectorAll('.story-row')].find((one) => one.getBoundingClientRect().bottom > edge);
  const [, id] = /^message-(\d+)$/.exec(row?.firstElementChild?.id ?? '') ?? [];
  return id === undefined ? undefined : Number(id);
}

function placesOf(items: readonly VirtualItem[]): readonly StoryPlace[] {
  return items.map(({ index, start, size }, at) => ({ index, gap: start - (items[at - 1]?.end ?? 0), height: size }));
}
