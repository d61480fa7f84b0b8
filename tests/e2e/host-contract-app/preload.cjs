const { contextBridge, ipcRenderer } = require('electron');

const refused = (name) => {
  try {
    require(name);
    return false;
  } catch {
    return true;
  }
};

contextBridge.exposeInMainWorld('contract', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  sender: () => ipcRenderer.invoke('sender'),
  fail: () => ipcRenderer.invoke('fail'),
  unknown: () => ipcRenderer.invoke('nobody'),
  say: (text, hear) => {
    const heard = (_event, said, when) => hear(said, when);
    ipcRenderer.on('said', heard);
    ipcRenderer.send('say', text);
    return () => ipcRenderer.removeListener('said', heard);
  },
  add: (a, b) => a + b,
  callBack: (given) => given(new Map([['a', new Set([1])]])),
  nested: { list: [1, 2], when: new Date(7) },
  isSandboxed: process.sandboxed === true,
  hasNoNode: refused('node:fs') && refused('fs'),
});
