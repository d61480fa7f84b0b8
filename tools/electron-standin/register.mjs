// `node --import register.mjs`: from here on, 'electron' is the stand-in, for import, for require and for a driver's inspector.
// The npm package of that name is never reached: without its runtime it would try to download one.
import { registerHooks } from 'node:module';

const module = new URL('./electron.ts', import.meta.url).href;
const NAMES = new Set(['electron', 'electron/main', 'electron/common']);

registerHooks({
  resolve: (specifier, context, next) =>
    NAMES.has(specifier) ? { url: module, shortCircuit: true } : next(specifier, context),
});
