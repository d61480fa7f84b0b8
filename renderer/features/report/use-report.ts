// Asks the engine for the figures of the last so many days, and for the answers behind one of them.
import { useEffect, useMemo, useState } from 'react';
import type { AnswersWanted, AnswerView, ReportPeriod, ReportView } from '../../../main/contract/report.ts';
import type { Failure, Result } from '../../../main/contract/errors.ts';
import { DAY_MS } from '../../../main/domain/instant.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';

export const REPORT_DAYS = [7, 30, 90, 365] as const;
export type ReportDays = (typeof REPORT_DAYS)[number];

/** Which answers the owner wants to see behind a figure. */
export type Behind = Pick<AnswersWanted, 'channel' | 'weekday' | 'hour' | 'isInTime'>;
export const BEHIND_ALL: Behind = { channel: null, weekday: null, hour: null, isInTime: null };
export const MOST_ANSWERS = 200;

type Asked<Value> = { readonly value: Value | null; readonly error: Failure | null };
const NOTHING_YET = { value: null, error: null };

/** The same instants until another length is chosen: figures that move while one reads them cannot be compared. */
export function useReportPeriod(days: ReportDays): ReportPeriod {
  const desk = useDesk();
  return useMemo(() => {
    const until = desk.facts.getState().now;
    return { from: Math.max(0, until - days * DAY_MS), until };
  }, [desk, days]);
}

export function useFigures(period: ReportPeriod): Asked<ReportView> {
  const { client } = useDesk();
  return useAnswerTo(useMemo(() => () => client.call('report.figures', period), [client, period]));
}

export function useAnswersBehind(period: ReportPeriod, behind: Behind): Asked<readonly AnswerView[]> {
  const { client } = useDesk();
  return useAnswerTo(
    useMemo(
      () => () => client.call('report.answers', { ...period, ...behind, limit: MOST_ANSWERS }),
      [client, period, behind],
    ),
  );
}

/** What was asked last; an older question's answer that comes in late is let go, and what is shown stays until the new one is here. */
function useAnswerTo<Value>(ask: () => Promise<Result<Value>>): Asked<Value> {
  const [asked, setAsked] = useState<Asked<Value>>(NOTHING_YET);
  useEffect(() => {
    let isCurrent = true;
    const run = async (): Promise<void> => {
      const answer = await ask();
      if (isCurrent) setAsked(answer.ok ? { value: answer.value, error: null } : { value: null, error: answer.error });
    };
    background(run());
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  return asked;
}
