// What the engine says of who sent a message; asked when it is shown, and again when the owner said something about senders.
import { useEffect, useState } from 'react';
import type { MessageTrust } from '../../../main/contract/remote-content.ts';
import type { MessageRowId } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';

/** null: not known yet, or `message` is null. */
export function useMessageTrust(message: MessageRowId | null): MessageTrust | null {
  const { client } = useDesk();
  const [known, setKnown] = useState<{ readonly of: MessageRowId; readonly trust: MessageTrust } | null>(null);
  useEffect(() => {
    if (message === null) return undefined;
    let hasLeft = false;
    let asked = 0;
    const ask = async (): Promise<void> => {
      asked += 1;
      const nth = asked;
      const answer = await client.call('message.trust', { message });
      // Two choices right after one another: the first answer may come last, and is no longer true.
      if (answer.ok && !hasLeft && nth === asked) setKnown({ of: message, trust: answer.value });
    };
    background(ask());
    const forget = client.onEvent((event) => {
      if (event.kind === 'settings-changed' || event.kind === 'events-missed') background(ask());
    });
    return () => {
      hasLeft = true;
      forget();
    };
  }, [client, message]);
  return known !== null && known.of === message ? known.trust : null;
}
