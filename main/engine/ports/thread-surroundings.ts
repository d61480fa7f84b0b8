// What a thread of ours that reads or copies sees as its environment: nothing of the process's, which may hold secrets, save the
// folder in which V8 keeps compiled code from one start to the next, when the thread that asks has one.
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

export function threadSurroundings(): NodeJS.ProcessEnv {
  // Node tells the folder of its own version, and makes that anew below the one it is given.
  const ofThisNode = getCompileCacheDir();
  return ofThisNode === undefined ? {} : { NODE_COMPILE_CACHE: dirname(ofThisNode) };
}
