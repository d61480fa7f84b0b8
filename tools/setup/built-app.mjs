// dist/ as the source has it.
import { at } from '../build/paths.mjs';
import { isBuildStale } from '../build/stale.mjs';
import { runStep } from './child.mjs';
import { say, StepFailed } from './say.mjs';

/** @param {string} node */
export function ensureBuilt(node) {
  if (!isBuildStale()) return;
  say('building the app ...');
  if (!runStep(node, [at('tools/build/build.mjs'), '--if-stale'])) {
    throw new StepFailed('Building the app', 'See the lines above.');
  }
}
