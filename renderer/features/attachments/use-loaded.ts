// What a preview is made of: asked for once, for as long as it is shown.
import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../../main/contract/errors.ts';
import { background } from '../../client/background.ts';

export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Failure }
  | { readonly kind: 'here'; readonly value: Value };

/** The file of a preview never changes while it is shown: another one is another preview. */
export function useLoaded<Value>(load: () => Promise<Result<Value>>): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' });
  useEffect(() => {
    let isGone = false;
    const fetch = async (): Promise<void> => {
      const result = await load();
      if (isGone) return;
      setLoaded(result.ok ? { kind: 'here', value: result.value } : { kind: 'failed', error: result.error });
    };
    background(fetch());
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, []);
  return loaded;
}
