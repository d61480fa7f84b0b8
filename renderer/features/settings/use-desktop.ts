// What this desktop has to show, and whether Balie starts with the computer; asked of the system each time the sheet opens.
import { useEffect, useState } from 'react';
import type { DesktopAbilities } from '../../../main/contract/shell-commands.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';

export type DesktopHand = {
  /** null until the system answered. */
  readonly desktop: DesktopAbilities | null;
  readonly setAutostart: (isOn: boolean) => void;
};

export function useDesktop(): DesktopHand {
  const desk = useDesk();
  const [desktop, setDesktop] = useState<DesktopAbilities | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.shell('shell.desktop', {});
      if (!isHere) return;
      if (answer.ok) setDesktop(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(ask());
    return () => {
      isHere = false;
    };
  }, [desk]);
  const change = async (isOn: boolean): Promise<void> => {
    const answer = await desk.client.shell('shell.setAutostart', { isOn });
    if (answer.ok) setDesktop((before) => (before === null ? null : { ...before, autostart: answer.value }));
    else desk.tellFailure(answer.error);
  };
  return { desktop, setAutostart: (isOn) => background(change(isOn)) };
}
