// The labels that customers bear, by name.
import { useEffect, useState } from 'react';
import { keptFresh } from '../client/kept-fresh.ts';
import { useDesk } from './use-desk.tsx';

export function useTags(): readonly string[] {
  const desk = useDesk();
  const [tags, setTags] = useState<readonly string[]>([]);
  useEffect(
    () =>
      keptFresh(desk.client, ['contacts-changed'], async (isWanted) => {
        const answer = await desk.client.call('contact.tags', {});
        if (isWanted() && answer.ok) setTags(answer.value);
      }),
    [desk],
  );
  return tags;
}
