// Import and export from the window: one at a time, with how far it is, and a way to stop. Where files lie is asked by the shell.
import { useEffect, useState } from 'react';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import type { Result } from '../../../main/contract/errors.ts';

export type OwnDataWork<Report> = {
  /** null: nothing runs; 0 to 100 otherwise. */
  readonly percent: number | null;
  readonly report: Report | null;
  /** `ask` answers null when the owner thought better of it. */
  readonly run: (ask: () => Promise<Result<Report | null>>) => void;
  readonly stop: () => void;
};

export function useOwnDataWork<Report>(): OwnDataWork<Report> {
  const desk = useDesk();
  const [percent, setPercent] = useState<number | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  useEffect(
    () =>
      desk.client.onEvent((event) => {
        if (event.kind !== 'own-data-progress' || event.total === 0) return;
        const share = Math.floor((event.done * 100) / event.total);
        setPercent((shown) => (shown === null ? null : share));
      }),
    [desk],
  );
  const work = async (ask: () => Promise<Result<Report | null>>): Promise<void> => {
    setReport(null);
    setPercent(0);
    const answer = await ask();
    setPercent(null);
    if (answer.ok) setReport(answer.value);
    else desk.tellFailure(answer.error);
  };
  return {
    percent,
    report,
    run: (ask) => background(work(ask)),
    stop: () => void desk.client.call('data.stop', {}),
  };
}
