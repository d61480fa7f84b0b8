// The one door between the window and the rest: one channel in, two out. Only the top frame of our own window is listened to;
// a frame that shows mail has no bridge, and would be turned away here if it had.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { ShellEvent } from '../contract/bridge.ts';
import { failed } from '../contract/errors.ts';
import type { NumberedEvent } from '../contract/events.ts';
import type { Gate } from './gate.ts';
import { ORIGIN } from './protocol.ts';

// The same words stand in preload/index.ts, which may import types only: a sandboxed preload is one file.
const CALL = 'balie:call';
const EVENT = 'balie:event';
const SHELL_EVENT = 'balie:shell-event';

export type Door = {
  readonly tellEvent: (numbered: NumberedEvent) => void;
  readonly tellShellEvent: (event: ShellEvent) => void;
};

export function openDoor(gate: Gate, window: () => BrowserWindow | null): Door {
  ipcMain.handle(CALL, async (event, name: unknown, args: unknown) => {
    if (!isOurWindow(event, window())) return failed('invalid-argument', 'never', 'not from our window');
    return gate(name, args);
  });
  const tell = (channel: string, message: unknown): void => {
    const target = window();
    if (target !== null && !target.isDestroyed()) target.webContents.send(channel, message);
  };
  return {
    tellEvent: (numbered) => tell(EVENT, numbered),
    tellShellEvent: (event) => tell(SHELL_EVENT, event),
  };
}

function isOurWindow(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    !window.isDestroyed() &&
    event.sender.id === window.webContents.id &&
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(`${ORIGIN}/`)
  );
}
