// The page's side of the bridge. Self-contained: it reaches the page by its source text, before any script of the page.
import type { Bridge } from './bridge.ts';

export function startMainWorld(
  makeBridge: (port: EventTarget, here: string, there: string) => Bridge,
  hello: string,
): void {
  if (window !== window.top) return;
  const onHello = (event: Event): void => {
    event.stopImmediatePropagation();
    const port = event instanceof MouseEvent ? event.relatedTarget : null;
    if (port === null) return;
    makeBridge(port, 'page', 'preload');
    // Electron answers null for a denied window; every window is, see web-contents.ts.
    window.open = (url) => {
      const href = new URL(String(url ?? 'about:blank'), document.baseURI).href;
      port.dispatchEvent(new CustomEvent('open-window', { detail: href }));
      return null;
    };
  };
  document.addEventListener(hello, onHello, { once: true });
}
