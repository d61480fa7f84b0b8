// What the story is drawn from: a line of every message, and the bodies of those that are looked at. The newest come with the
// conversation; older ones are fetched when they come into sight, and let go again when many others did.
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { MessageLine } from '../../../main/contract/story.ts';
import type { ConversationView, MessageRowId, MessageView } from '../../../main/contract/views.ts';
import { isBelieved } from '../../../main/domain/mail-source/judge-claim.ts';
import { isPublicChannel } from '../../../main/domain/mail-source/source.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';

export type StoryPieces = {
  /** Oldest first; null: not told yet. */
  readonly lines: readonly (MessageLine | null)[];
  readonly bodyOf: (id: MessageRowId) => MessageView | undefined;
  /** These are in sight. */
  readonly want: (ids: readonly MessageRowId[]) => void;
};

/** Older messages whose bodies are kept: several screens, and what was opened before. */
const MOST_KEPT = 120;
type Bodies = ReadonlyMap<MessageRowId, MessageView>;

export function useStory(view: ConversationView): StoryPieces {
  const desk = useDesk();
  const { conversation, messages: total } = view.item;
  const isWhole = view.messages.length >= total;
  const [outline, setOutline] = useState<readonly MessageLine[]>([]);
  const [older, setOlder] = useState<Bodies>(() => new Map());
  const asked = useRef(new Set<MessageRowId>());
  const newest = useMemo<Bodies>(() => new Map(view.messages.map((message) => [message.id, message])), [view]);

  const fetch = useCallback(
    async (ids: readonly MessageRowId[]): Promise<void> => {
      for (const id of ids) asked.current.add(id);
      const answer = await desk.client.call('conversation.messages', { id: conversation, messages: [...ids] });
      if (!answer.ok) desk.tellFailure(answer.error);
      else setOlder((before) => withFresh(before, answer.value));
      for (const id of ids) asked.current.delete(id);
    },
    [desk, conversation],
  );

  const kept = useEffectEvent(() => [...older.keys()]);
  // Something changed in it: what is older may have, too.
  useEffect(() => {
    if (isWhole) return undefined;
    let hasLeft = false;
    const readAnew = async (): Promise<void> => {
      const lines = await desk.client.call('conversation.outline', { id: conversation });
      if (hasLeft) return;
      if (lines.ok) setOutline(lines.value);
      else desk.tellFailure(lines.error);
    };
    background(readAnew());
    const ids = kept();
    // oxlint-disable-next-line react/set-state-in-effect -- once the answer is there
    if (ids.length > 0) background(fetch(ids));
    return () => {
      hasLeft = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each view is news of the conversation
  }, [view, isWhole, desk, conversation, fetch]);

  const lines = useMemo(() => {
    const fresh = view.messages.map(lineOf);
    const before = outline.filter(({ id }) => !newest.has(id));
    const untold = Math.max(0, total - before.length - fresh.length);
    return isWhole ? fresh : [...Array.from({ length: untold }, () => null), ...before, ...fresh];
  }, [view, outline, newest, isWhole, total]);

  return {
    lines,
    bodyOf: (id) => newest.get(id) ?? older.get(id),
    want: (ids) => {
      const missing = ids.filter((id) => !newest.has(id) && !older.has(id) && !asked.current.has(id));
      if (missing.length > 0) background(fetch(missing));
    },
  };
}

function withFresh(before: Bodies, fresh: readonly MessageView[]): Bodies {
  const kept = new Map(before);
  for (const message of fresh) {
    kept.delete(message.id);
    kept.set(message.id, message);
  }
  const excess = kept.size - MOST_KEPT;
  return excess > 0 ? new Map([...kept].slice(excess)) : kept;
}

/** As long as the engine's own previews. */
const LONGEST_PREVIEW = 180;

function lineOf(message: MessageView): MessageLine {
  const { id, direction, channel, kind, from, at, isUnread, source, ownText, text } = message;
  const carried = source !== null && isBelieved(source.standing) ? source : null;
  return {
    id,
    direction,
    channel,
    kind,
    from: carried?.person ?? from,
    at,
    preview: (ownText.trim() === '' ? text : ownText)
      .slice(0, 4 * LONGEST_PREVIEW)
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_PREVIEW),
    isUnread,
    isPublic: carried !== null && isPublicChannel(carried.channel),
  };
}
