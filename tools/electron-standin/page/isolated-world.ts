// The preload's world: ipcRenderer and contextBridge over the host's binding, and what the host must be told of the page
// (focus, theme, menu keys, links to other windows). Self-contained: it reaches the page by its source text.
import type { Codec } from '../codec.ts';
import type { Bridge } from './bridge.ts';
import type { AcceleratorKey, FromPage, PageNames, PreloadSurroundings, ToPage } from './messages.ts';

/** The preload file, wrapped as a CommonJS module; null for a window without one. */
export type Preload = (
  require: (name: string) => unknown,
  module: object,
  exports: object,
  process: object,
  global: object,
) => void;

export function startIsolatedWorld(
  makeBridge: (port: EventTarget, here: string, there: string) => Bridge,
  makeCodec: () => Codec,
  names: PageNames,
  preload: Preload | null,
  surroundings: PreloadSurroundings,
): void {
  if (window !== window.top) return;
  type Listener = (event: { readonly sender: object; readonly ports: readonly never[] }, ...args: unknown[]) => void;

  const { encode, decode } = makeCodec();
  const callHost = Reflect.get(globalThis, names.binding) as (text: string) => void;
  Reflect.deleteProperty(globalThis, names.binding);
  const tell = (message: FromPage): void => callHost(encode(message));

  const port = document.createElement('i');
  const bridge = makeBridge(port, 'preload', 'page');
  document.dispatchEvent(new MouseEvent(names.hello, { relatedTarget: port }));

  const listeners = new Map<string, { readonly heard: Listener; readonly given: Listener }[]>();
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let lastId = 0;
  let accelerators: readonly AcceleratorKey[] = [];

  const unsupported = (what: string) => (): never => {
    throw new Error(`stand-in host: ipcRenderer.${what} is not supported`);
  };
  const listen = (channel: string, heard: Listener, given: Listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { heard, given }]);
    return ipcRenderer;
  };
  const removeListener = (channel: string, listener: Listener): object => {
    const left = [...(listeners.get(channel) ?? [])];
    const index = left.findIndex(({ given }) => given === listener);
    if (index !== -1) left.splice(index, 1);
    listeners.set(channel, left);
    return ipcRenderer;
  };
  const on = (channel: string, listener: Listener) => listen(channel, listener, listener);
  const ipcRenderer = {
    on,
    addListener: on,
    once: (channel: string, listener: Listener) => {
      const heard: Listener = (event, ...args) => {
        removeListener(channel, listener);
        listener(event, ...args);
      };
      return listen(channel, heard, listener);
    },
    removeListener,
    off: removeListener,
    removeAllListeners: (channel?: string): object => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        // Encoding may throw; the promise then rejects and nothing waits.
        tell({ kind: 'invoke', id, channel, args });
        waiting.set(id, { resolve, reject });
      }),
    sendSync: unsupported('sendSync'),
    postMessage: unsupported('postMessage'),
    sendToHost: unsupported('sendToHost'),
  };

  const receive = (text: string): void => {
    const message = decode(text) as ToPage;
    switch (message.kind) {
      case 'send':
        for (const { heard } of listeners.get(message.channel) ?? [])
          heard({ sender: ipcRenderer, ports: [] }, ...message.args);
        return;
      case 'resolve':
        waiting.get(message.id)?.resolve(message.value);
        waiting.delete(message.id);
        return;
      case 'reject':
        waiting.get(message.id)?.reject(new Error(message.message));
        waiting.delete(message.id);
        return;
      case 'accelerators':
        accelerators = message.keys;
    }
  };
  Object.defineProperty(globalThis, names.receiver, { value: receive });

  const exposed = new Set<string>();
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (api === ipcRenderer) throw new Error('stand-in host: ipcRenderer cannot be sent over contextBridge');
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      bridge.expose(key, api);
    },
  };

  // After the page's own handlers, as Electron does: a page that uses a key keeps it from the menu.
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const held = [event.ctrlKey || event.metaKey ? 'c' : '', event.altKey ? 'a' : '', event.shiftKey ? 's' : ''];
    const chord = [...held, event.key.toLowerCase()].filter((part) => part !== '').join('+');
    const found = accelerators.find((key) => key.chord === chord);
    if (found === undefined) return;
    event.preventDefault();
    tell({ kind: 'accelerator', item: found.item });
  });
  const openElsewhere = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '');
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button > 1) return;
    const isElsewhere =
      link.target === '_blank' || event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!isElsewhere) return;
    event.preventDefault();
    tell({ kind: 'open-window', url: link.href });
  };
  addEventListener('click', openElsewhere);
  addEventListener('auxclick', openElsewhere);
  port.addEventListener('open-window', (event) =>
    tell({ kind: 'open-window', url: String((event as CustomEvent<unknown>).detail) }),
  );

  addEventListener('focus', () => tell({ kind: 'focus', isFocused: true }));
  addEventListener('blur', () => tell({ kind: 'focus', isFocused: false }));
  addEventListener('resize', () => tell({ kind: 'bounds' }));
  document.addEventListener('visibilitychange', () => tell({ kind: 'bounds' }));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', () => tell({ kind: 'dark', isDark: dark.matches }));

  const size = { width: screen.availWidth, height: screen.availHeight, scale: devicePixelRatio };
  tell({ kind: 'hello', url: location.href, isDark: dark.matches, screen: size });

  if (preload === null) return;
  const electron = { ipcRenderer, contextBridge };
  // What a sandboxed preload sees of `process`, and no more.
  const process = { type: 'renderer', sandboxed: true, contextIsolated: true, env: {}, ...surroundings };
  const require = (name: string): unknown => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(name)) return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process, globalThis);
  } catch (error) {
    console.error('Unable to load preload script:', error);
    tell({ kind: 'preload-error', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
