// Passes the desktop's word that the machine woke on to the engine. It finds that out by itself too, and whether it is on another network
// (engine/sync/ground-watch.ts), but up to ten seconds later.
import { powerMonitor } from 'electron';

/** Answers a function that stops listening. */
export function watchPower(onWoken: () => void): () => void {
  powerMonitor.on('resume', onWoken);
  return () => {
    powerMonitor.off('resume', onWoken);
  };
}
