// Customers by the letters typed so far, the most used first.
import { useEffect, useMemo, useState } from 'react';
import type { Completion } from '../../main/contract/contacts.ts';
import { background } from '../client/background.ts';
import { oneAtATime } from '../client/one-at-a-time.ts';
import { useDesk } from '../state/use-desk.tsx';

const NOBODY: readonly Completion[] = [];

export function useCompletions(words: string, limit: number): readonly Completion[] {
  const desk = useDesk();
  const [found, setFound] = useState(NOBODY);
  const asker = useMemo(
    () =>
      oneAtATime(
        (text: string) => desk.client.call('contact.complete', { text, limit }),
        (answer) => setFound(answer.ok ? answer.value : NOBODY),
        background,
      ),
    [desk, limit],
  );
  useEffect(() => {
    asker.want(words === '' ? null : words);
    return () => asker.want(null);
  }, [words, asker]);
  return words === '' ? NOBODY : found;
}
