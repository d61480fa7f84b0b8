// How the evening stands, asked again whenever something that moves it happens: mail, decisions, settings, and the hour.
import { useCallback, useEffect, useState } from 'react';
import type { EveningState } from '../../../main/contract/evening.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk, useNow } from '../../state/use-desk.tsx';

/** Mail that streams in asks a few times a second, and no more. */
const PACE_MS = 250;

/** Runs `ask` now, after everything that may change its answer, and once the desk's clock has reached `until`. */
export function useAskedAgain(ask: () => Promise<void>, until: Instant | null): void {
  const { client } = useDesk();
  const now = useNow();
  useEffect(() => {
    const soon = later(PACE_MS, () => background(ask()), 'steady');
    const stop = client.onEvent(({ kind }) => {
      if (MOVES.has(kind)) soon.soon();
    });
    background(ask());
    return () => {
      stop();
      soon.cancel();
    };
  }, [client, ask]);
  const isOver = until !== null && now >= until;
  useEffect(() => {
    if (isOver) background(ask());
  }, [isOver, ask]);
}

const MOVES: ReadonlySet<string> = new Set([
  'conversations-changed',
  'queue-changed',
  'settings-changed',
  'delivery-changed',
  'accounts-changed',
  'events-missed',
]);

export function useEveningState(): EveningState | null {
  const { client } = useDesk();
  const [state, setState] = useState<EveningState | null>(null);
  const ask = useCallback(async () => {
    const answer = await client.call('evening.state', {});
    // What is shown stays while the engine is away; its own line on top says so.
    if (answer.ok) setState(answer.value);
  }, [client]);
  useAskedAgain(ask, state?.until ?? null);
  return state;
}

/** The first start of a working day opens its plan; so does coming back to a review that was left open overnight. */
export function useFreshPlan(): void {
  const { client, place } = useDesk();
  useEffect(() => {
    const look = async (views: readonly string[]): Promise<void> => {
      if (document.visibilityState !== 'visible' || !views.includes(place.getState().view.kind)) return;
      const state = await client.call('evening.state', {});
      if (state.ok && state.value.hasFreshPlan && views.includes(place.getState().view.kind)) {
        place.setState({ view: { kind: 'day-plan' }, isReading: false });
      }
    };
    background(look(['desk', 'evening']));
    const onVisible = (): void => background(look(['evening']));
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [client, place]);
}
