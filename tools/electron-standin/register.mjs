// `node --import register.mjs`: from here on, 'electron' is the stand-in, for import, for require and for a driver's inspector.
// The npm package of that name is never reached: without its runtime it would try to download one.
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

// Reading these sources anew at each start took 0.2 s of it. The app's threads keep what is theirs themselves.
if (isMainThread) enableCompileCache(join(import.meta.dirname, '../../.cache/standin-code'));

const module = new URL('./electron.ts', import.meta.url).href;
const NAMES = new Set(['electron', 'electron/main', 'electron/common']);

registerHooks({
  resolve: (specifier, context, next) =>
    NAMES.has(specifier) ? { url: module, shortCircuit: true } : next(specifier, context),
});
