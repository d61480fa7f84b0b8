// The answer to what stands in the search field now. Asked again when a conversation or a card changed, and while the index is
// still being filled.
import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../../main/contract/errors.ts';
import type { SearchPage } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { keptFresh } from '../../client/kept-fresh.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { oneAtATime } from '../../client/one-at-a-time.ts';

const AGAIN_MS = 2_000;
/** One letter begins a word in every letter ever written: looking for it costs ten times as much, and says nothing. */
const SHORTEST = 2;

export type Found = { readonly page: SearchPage | null; readonly error: Failure | null };

/** One hit a conversation, at most `limit`. Nothing is asked for less than two letters. */
export function useSearch(query: string, limit: number): Found {
  const desk = useDesk();
  const [found, setFound] = useState(NOTHING);
  const asker = useMemo(
    () =>
      oneAtATime(
        (text: string) => desk.client.call('search', { query: text, limit, byConversation: true, isTyping: true }),
        (answer) => setFound(answer.ok ? { page: answer.value, error: null } : { page: null, error: answer.error }),
        background,
      ),
    [desk, limit],
  );
  const wanted = query.trim().length < SHORTEST ? null : query;
  useEffect(() => {
    if (wanted === null) return undefined;
    // What was deleted, merged or renamed leaves the results.
    const stop = keptFresh(desk.client, ['conversations-changed', 'contacts-changed'], async () => asker.want(wanted));
    return () => {
      stop();
      asker.want(null);
    };
  }, [wanted, asker, desk]);
  const isIndexing = found.page !== null && found.page.indexed < found.page.messages;
  useEffect(() => {
    if (wanted === null || !isIndexing) return undefined;
    const again = later(AGAIN_MS, () => asker.want(wanted));
    again.soon();
    return again.cancel;
    // Once for every answer that was not the last word.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [wanted, isIndexing, found, asker]);
  return wanted === null ? NOTHING : found;
}

const NOTHING: Found = { page: null, error: null };
