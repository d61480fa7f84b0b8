// One part of the ledger as the engine has it, asked again when something moves.
import { useEffect, useState } from 'react';
import type { LedgerLine, LedgerPart } from '../../../main/contract/commitments.ts';
import { keptFresh } from '../../client/kept-fresh.ts';
import { useDesk } from '../../state/use-desk.tsx';

/** Some three screens; more are fetched when asked for. */
const PAGE = 100;

export type Ledger = {
  /** null until the first answer. */
  readonly lines: readonly LedgerLine[] | null;
  readonly more: () => void;
};

export function useLedger(part: LedgerPart): Ledger {
  const desk = useDesk();
  const [shown, setShown] = useState<{ readonly part: LedgerPart; readonly lines: readonly LedgerLine[] } | null>(null);
  const [limit, setLimit] = useState(PAGE);
  useEffect(() => {
    const ask = async (isWanted: () => boolean): Promise<void> => {
      const page = await desk.client.call('commitments.list', { part, offset: 0, limit });
      if (!isWanted()) return;
      if (page.ok) setShown({ part, lines: page.value.lines });
      else desk.tellFailure(page.error);
    };
    return keptFresh(desk.client, ['conversations-changed', 'queue-changed'], ask);
  }, [desk, part, limit]);
  return {
    // The lines of the part before are not these.
    lines: shown?.part === part ? shown.lines : null,
    more: () => setLimit((before) => before + PAGE),
  };
}
