// Silence that the owner asks for: no notifications for an hour, or until the next opening. What falls due meanwhile is told after.
import type { Failure } from '../../main/contract/errors.ts';
import type { Instant } from '../../main/domain/instant.ts';
import { officeHoursOf } from '../../main/domain/office-hours/holidays.ts';
import { pauseUntil, type Pause } from '../../main/domain/office-hours/pause.ts';
import type { DeskClient } from '../client/desk-client.ts';
import type { DeskFactsStore } from './desk-facts.ts';

export type PauseHand = {
  readonly endOf: (pause: Pause) => Instant;
  readonly begin: (pause: Pause) => Promise<void>;
  readonly end: () => Promise<void>;
};

export type PauseDeps = {
  readonly client: DeskClient;
  readonly facts: DeskFactsStore;
  readonly deskNow: () => Instant;
  readonly tellFailure: (error: Failure) => void;
};

export function createPause({ client, facts, deskNow, tellFailure }: PauseDeps): PauseHand {
  const set = async (pausedUntil: Instant): Promise<void> => {
    const saved = await client.call('settings.set', { pausedUntil });
    // With the clock that it was reckoned by: the window's own is seconds behind, and would think that the silence still lasts.
    if (saved.ok) facts.setState({ settings: saved.value, now: deskNow() });
    else tellFailure(saved.error);
  };
  const endOf = (pause: Pause): Instant => {
    const now = deskNow();
    return pauseUntil(pause, now, officeHoursOf(facts.getState().settings.officeHours, now));
  };
  return {
    endOf,
    begin: (pause) => set(endOf(pause)),
    // Not "never": what was kept until now is told with its reason.
    end: () => set(deskNow()),
  };
}
