// Until when the owner asked for silence. What he can ask is in state/pause.ts.
import { isPausedAt } from '../../../main/domain/office-hours/pause.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { useFacts, useNow } from '../../state/use-desk.tsx';

/** null: notifications come. */
export function usePausedUntil(): Instant | null {
  const now = useNow();
  const pausedUntil = useFacts(({ settings }) => settings.pausedUntil);
  return isPausedAt(now, pausedUntil) ? pausedUntil : null;
}
