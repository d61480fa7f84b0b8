// How the evening stands, asked again whenever something that moves it happens: mail, decisions, settings, and the hour.
import { useCallback, useEffect, useState } from 'react';
import type { EveningState } from '../../../main/contract/evening.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { background } from '../../client/background.ts';
import { kept } from '../../client/kept.ts';
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
    if (answer.ok) setState((before) => kept(before, answer.value));
  }, [client]);
  useAskedAgain(ask, state?.until ?? null);
  return state;
}

/**
 * The first start of a working day opens its plan, and so does the first look at a window that was left overnight. Not when the
 * owner is reading or writing: what he came for goes first.
 */
export function useFreshPlan(): void {
  const { client, place } = useDesk();
  useEffect(() => {
    const isFree = (): boolean => {
      const { view, isReading } = place.getState();
      const isAtWork = isReading && view.kind !== 'evening';
      return (
        document.visibilityState === 'visible' &&
        (view.kind === 'desk' || view.kind === 'evening') &&
        !isAtWork &&
        document.activeElement?.matches('input, textarea') !== true
      );
    };
    const look = async (): Promise<void> => {
      if (!isFree()) return;
      const state = await client.call('evening.state', {});
      if (state.ok && state.value.hasFreshPlan && isFree()) {
        place.setState({ view: { kind: 'day-plan' }, isReading: false });
      }
    };
    background(look());
    const onVisible = (): void => background(look());
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [client, place]);
}
