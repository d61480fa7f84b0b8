// What was thrown away, as the engine has it, asked again when something moves.
import { useEffect, useState } from 'react';
import type { TrashPage } from '../../../main/contract/trash.ts';
import { keptFresh } from '../../client/kept-fresh.ts';
import { useDesk } from '../../state/use-desk.tsx';

/** Some three screens; more are fetched when asked for. */
const PAGE = 100;

/** `page` null until the first answer. */
export function useTrash(): { readonly page: TrashPage | null; readonly more: () => void } {
  const desk = useDesk();
  const [page, setPage] = useState<TrashPage | null>(null);
  const [limit, setLimit] = useState(PAGE);
  useEffect(() => {
    const ask = async (isWanted: () => boolean): Promise<void> => {
      const answer = await desk.client.call('trash.list', { offset: 0, limit });
      if (!isWanted()) return;
      if (answer.ok) setPage(answer.value);
      else desk.tellFailure(answer.error);
    };
    return keptFresh(desk.client, ['conversations-changed', 'queue-changed'], ask);
  }, [desk, limit]);
  return { page, more: () => setLimit((before) => Math.min(before + PAGE, 1_000)) };
}
