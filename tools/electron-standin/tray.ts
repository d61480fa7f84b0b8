// Tray: kept, not drawn: a browser cannot put an icon into the desktop's tray. Tests emit 'click' and click in the menu; the
// owner gets the window back by starting the app again.
import { HostEmitter } from './host-emitter.ts';

type Image = Electron.NativeImage | string | { readonly isEmpty: () => boolean };

export class Tray extends HostEmitter {
  #isDestroyed = false;
  constructor(_image: Image) {
    super('Tray', ['click', 'double-click', 'right-click', 'middle-click', 'balloon-click', 'drop']);
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  destroy(): void {
    this.#isDestroyed = true;
  }
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 0, height: 0 };
  }
  setImage(_image: Image): void {}
  setPressedImage(_image: Image): void {}
  setTitle(_title: string): void {}
  setToolTip(_toolTip: string): void {}
  setContextMenu(_menu: object | null): void {}
  popUpContextMenu(): void {}
}
