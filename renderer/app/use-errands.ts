// What the owner asked for outside the window: a notification, the tray, the native menu. Told while the window stands; fetched by
// a window that was opened for it.
import { useEffect } from 'react';
import type { ShellEvent } from '../../main/contract/bridge.ts';
import { background } from '../client/background.ts';
import { useDesk } from '../state/use-desk.tsx';
import { isAction, type Actions } from './actions.ts';

export function useErrands(actions: Actions): void {
  const desk = useDesk();
  useEffect(() => {
    const run = (errand: ShellEvent): void => {
      if (errand.kind === 'run-action' && isAction(errand.action)) actions.run(errand.action);
      if (errand.kind === 'show-conversation') {
        desk.place.setState(
          errand.conversation === null
            ? { view: { kind: 'desk' }, isReading: false }
            : { conversation: errand.conversation, isReading: true, view: { kind: 'desk' } },
        );
      }
    };
    const take = () => desk.client.shell('shell.takeErrand', {});
    const fetch = async (): Promise<void> => {
      const answer = await take();
      if (answer.ok && answer.value !== null) run(answer.value);
    };
    background(fetch());
    return desk.client.onShellEvent((event) => {
      run(event);
      // So that it is not run again by a window that is opened later.
      if (event.kind === 'run-action' || event.kind === 'show-conversation') background(take());
    });
  }, [desk, actions]);
}
