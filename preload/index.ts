// Puts `window.balie` on the page: four functions, no logic. Every message is checked on the other side (main/shell/gate.ts).
// A sandboxed preload is one file, so the channel names stand here and in main/shell/ipc.ts.
import { contextBridge, ipcRenderer } from 'electron';
import type { BalieBridge } from '../main/contract/bridge.ts';

function listen<Message>(channel: string, listener: (message: Message) => void): () => void {
  const heard = (_event: unknown, message: Message): void => listener(message);
  ipcRenderer.on(channel, heard);
  return () => void ipcRenderer.removeListener(channel, heard);
}

const bridge: BalieBridge = {
  call: (name, args) => ipcRenderer.invoke('balie:call', name, args),
  shell: (name, args) => ipcRenderer.invoke('balie:call', name, args),
  onEvent: (listener) => listen('balie:event', listener),
  onShellEvent: (listener) => listen('balie:shell-event', listener),
};

contextBridge.exposeInMainWorld('balie', bridge);
