// Where things lie: the data folder, and what came with the program. The one place that knows the difference between the source
// tree and the built folder.
import { join } from 'node:path';

export type Places = {
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly assetsFolder: string;
  readonly engineWorker: URL;
};

/** `here` is the folder of the bundled entry, dist/main. */
export function placesFrom(here: string, hereUrl: string): Places {
  const dist = join(here, '..');
  return {
    rendererFolder: join(dist, 'renderer'),
    preloadFile: join(dist, 'preload', 'index.cjs'),
    assetsFolder: join(dist, 'assets'),
    engineWorker: new URL('./engine-worker.js', hereUrl),
  };
}
