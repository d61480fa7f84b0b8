// What the engine knows of the disk; asked again when a copy was made.
import { useEffect, useState } from 'react';
import type { StorageView } from '../../../main/contract/storage.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';

/** null until the first answer is there. */
export function useStorage(): StorageView | null {
  const desk = useDesk();
  const [storage, setStorage] = useState<StorageView | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('storage.state', {});
      if (!isHere) return;
      if (answer.ok) setStorage(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(ask());
    const stop = desk.client.onEvent((event) => {
      if (event.kind === 'storage-changed' || event.kind === 'events-missed') background(ask());
    });
    return () => {
      isHere = false;
      stop();
    };
  }, [desk]);
  return storage;
}
