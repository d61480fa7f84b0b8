// The plan of a day, asked again as the day goes on.
import { useCallback, useState } from 'react';
import type { DayPlanView } from '../../../main/contract/evening.ts';
import type { Failure } from '../../../main/contract/errors.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { useAskedAgain } from './use-evening.ts';

/** null: the working day that runs now or comes next. */
export function useDayPlan(day: string | null): { readonly plan: DayPlanView | null; readonly error: Failure | null } {
  const { client } = useDesk();
  const [plan, setPlan] = useState<DayPlanView | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const ask = useCallback(async () => {
    const answer = await client.call('dayPlan.open', { day });
    if (answer.ok) setPlan(answer.value);
    setError(answer.ok ? null : answer.error);
  }, [client, day]);
  useAskedAgain(ask, null);
  return { plan, error };
}
