// What was thrown away, as the engine has it, asked again when something moves.
import { useEffect, useState } from 'react';
import type { TrashPage } from '../../../main/contract/trash.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk } from '../../state/use-desk.tsx';

/** Some three screens; more are fetched when asked for. */
const PAGE = 100;
const REFRESH_PACE_MS = 250;

/** `page` null until the first answer. */
export function useTrash(): { readonly page: TrashPage | null; readonly more: () => void } {
  const desk = useDesk();
  const [page, setPage] = useState<TrashPage | null>(null);
  const [limit, setLimit] = useState(PAGE);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('trash.list', { offset: 0, limit });
      if (!isHere) return;
      if (answer.ok) setPage(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(ask());
    const soon = later(REFRESH_PACE_MS, () => background(ask()), 'steady');
    const stop = desk.client.onEvent(({ kind }) => {
      if (kind === 'conversations-changed' || kind === 'queue-changed' || kind === 'events-missed') soon.soon();
    });
    return () => {
      isHere = false;
      stop();
      soon.cancel();
    };
  }, [desk, limit]);
  return { page, more: () => setLimit((before) => Math.min(before + PAGE, 1_000)) };
}
