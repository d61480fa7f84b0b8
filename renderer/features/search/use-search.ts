// The answer to what stands in the search field now. A question that was overtaken by a newer one is let go, and while the index
// is still being filled the same question is asked again.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../main/contract/errors.ts';
import type { SearchPage } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk } from '../../state/use-desk.tsx';

/** Shorter than the pause between two keys of a quick typist. */
const PAUSE_MS = 70;
const AGAIN_MS = 2_000;
const MOST_HITS = 100;

export type Found = { readonly page: SearchPage | null; readonly error: Failure | null };

export function useSearch(query: string): Found {
  const desk = useDesk();
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('search', {
        query,
        limit: MOST_HITS,
        byConversation: true,
        isTyping: true,
      });
      if (!isCurrent) return;
      setFound(answer.ok ? { page: answer.value, error: null } : { page: null, error: answer.error });
      if (answer.ok && answer.value.indexed < answer.value.messages) askingAgain.soon();
    };
    if (query.trim() === '') return undefined;
    const asking = later(PAUSE_MS, () => background(ask()));
    const askingAgain = later(AGAIN_MS, () => background(ask()));
    asking.soon();
    return () => {
      isCurrent = false;
      asking.cancel();
      askingAgain.cancel();
    };
  }, [query, desk]);
  return query.trim() === '' ? NOTHING : found;
}

const NOTHING: Found = { page: null, error: null };
