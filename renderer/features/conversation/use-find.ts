// Finds words in the whole conversation: the engine says in which messages and how often, the page shows where. A match in a message
// that is folded opens it; one that its layout does not show is shown in its text.
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { LONGEST_FIND, type FoundInMessage } from '../../../main/contract/story.ts';
import type { ConversationId, MessageRowId } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { placeOf } from './place-of.ts';
import { framesIn, paint, rangesIn, show, unpaint } from './mark-words.ts';

export type Find = {
  readonly words: string;
  readonly setWords: (words: string) => void;
  /** Counted from 1; 0: none. */
  readonly at: number;
  readonly total: number;
  readonly step: (by: 1 | -1) => void;
};

type FindDeps = {
  readonly conversation: ConversationId;
  readonly content: RefObject<HTMLElement | null>;
  /** Brings a message into sight. */
  readonly onBring: (id: MessageRowId) => void;
};

/** Long enough that a word typed in one go is asked once. */
const PACE_MS = 120;
type Found = { readonly words: string; readonly in: readonly FoundInMessage[] };
const NOTHING: Found = { words: '', in: [] };

export function useFind({ conversation, content, onBring }: FindDeps): Find {
  const { client, reading } = useDesk();
  const [words, setWords] = useState('');
  const [found, setFound] = useState(NOTHING);
  const [at, setAt] = useState(0);
  const total = found.in.reduce((sum, { count }) => sum + count, 0);
  /** A place that was stepped to and is still to be shown. */
  const toShow = useRef(false);

  const goTo = (place: number, within: Found): void => {
    setAt(place);
    const one = placeOf(within.in, place);
    if (one === null) return;
    toShow.current = true;
    reading.turn(one.message, true);
    onBring(one.message);
  };

  const ask = useEffectEvent(async (): Promise<void> => {
    const asked = words.trim().slice(0, LONGEST_FIND);
    const answer = asked === '' ? null : await client.call('conversation.find', { id: conversation, text: asked });
    const now: Found = answer?.ok === true ? { words: asked, in: answer.value } : NOTHING;
    setFound(now);
    reading.setFound(now.in.map(({ message }) => message));
    // What is nearest to the newest is most likely meant; going on goes round.
    const before = now.in.slice(0, -1).reduce((sum, { count }) => sum + count, 0);
    goTo(now.in.length === 0 ? 0 : before + 1, now);
  });
  useEffect(() => {
    const soon = later(PACE_MS, () => background(ask()));
    soon.soon();
    return soon.cancel;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other words, another question
  }, [words, conversation]);

  const mark = useEffectEvent((): void => {
    const story = content.current;
    if (story === null || found.words === '') return;
    const ranges: Range[] = [];
    const now = placeOf(found.in, at);
    let current: Range | null = null;
    for (const { message } of found.in) {
      const card = story.querySelector(`#message-${message}`);
      if (card === null) continue;
      const own = wordsIn(card, found.words);
      ranges.push(...own);
      if (now?.message !== message) continue;
      current = own[Math.min(now.nth, own.length - 1)] ?? null;
      // Its layout says it otherwise than its text, or not at all.
      if (current === null && framesIn(card).length > 0) reading.showAsText(message, true);
    }
    paint(framesIn(story), ranges, current);
    if (current === null || !toShow.current || story.parentElement === null) return;
    toShow.current = false;
    show(current, story.parentElement);
  });
  // Again whenever other messages are drawn, or a frame has loaded.
  useEffect(() => {
    const story = content.current;
    if (story === null) return undefined;
    const markSoon = (): number => requestAnimationFrame(() => mark());
    let next = markSoon();
    const again = (): void => {
      cancelAnimationFrame(next);
      next = markSoon();
    };
    const drawn = new MutationObserver(again);
    drawn.observe(story, { childList: true, subtree: true });
    story.addEventListener('load', again, true);
    return () => {
      cancelAnimationFrame(next);
      drawn.disconnect();
      story.removeEventListener('load', again, true);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is marked is another
  }, [content, found, at]);
  useEffect(() => {
    const story = content.current;
    return () => {
      if (story !== null) unpaint(framesIn(story));
    };
  }, [content]);

  return {
    words,
    setWords,
    at,
    total,
    step: (by) => {
      if (total > 0) goTo(((at - 1 + by + total) % total) + 1, found);
    },
  };
}

/** In the letter itself, not in what stands around it; in a frame or in text, whichever it shows. */
function wordsIn(card: Element, words: string): readonly Range[] {
  const roots = [
    ...card.querySelectorAll('.message-text, .acknowledgement-words'),
    ...framesIn(card).flatMap(({ contentDocument }) => contentDocument?.body ?? []),
  ];
  return roots.flatMap((root) => rangesIn(root, words));
}
