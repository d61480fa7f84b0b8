// Files that are on their way into a letter: read, made smaller, stored. A letter does not leave without them.
import type { WritingKey } from './writing.ts';

export type ComingFiles = {
  /** `task` answers whether the file is there now. */
  readonly add: (key: WritingKey, task: Promise<boolean>) => void;
  readonly count: (key: WritingKey) => number;
  /** When none is on its way any more; false where one of them did not come through. */
  readonly allThere: (key: WritingKey) => Promise<boolean>;
};

export function createComingFiles(): ComingFiles {
  const coming = new Map<WritingKey, ReadonlySet<Promise<boolean>>>();
  const of = (key: WritingKey): ReadonlySet<Promise<boolean>> => coming.get(key) ?? new Set();
  return {
    add: (key, task) => {
      coming.set(key, new Set([...of(key), task]));
      const over = (): void => {
        coming.set(key, new Set([...of(key)].filter((one) => one !== task)));
      };
      task.then(over, over);
    },
    count: (key) => of(key).size,
    allThere: async (key) => {
      let isAllThere = true;
      while (of(key).size > 0) {
        // What breaks is reported by whoever began it.
        const ended = await Promise.allSettled(of(key));
        isAllThere &&= ended.every((one) => one.status === 'fulfilled' && one.value);
      }
      return isAllThere;
    },
  };
}
