// screen: one display, as the page last saw it.
import { HostEmitter } from './host-emitter.ts';
import type { PageScreen } from './page/messages.ts';

type OneDisplay = Pick<Electron.Display, 'id' | 'scaleFactor' | 'bounds' | 'workArea' | 'size' | 'workAreaSize'>;

class Screen extends HostEmitter {
  // Until a page has told: large enough that no remembered window is thought to lie outside.
  #seen: PageScreen = { width: 1920, height: 1080, scale: 1 };
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }
  getPrimaryDisplay(): OneDisplay {
    const { width, height, scale } = this.#seen;
    const area = { x: 0, y: 0, width, height };
    return {
      id: 1,
      scaleFactor: scale,
      bounds: area,
      workArea: area,
      size: { width, height },
      workAreaSize: { width, height },
    };
  }
  getAllDisplays(): OneDisplay[] {
    return [this.getPrimaryDisplay()];
  }
  getDisplayMatching(_rect: Electron.Rectangle): OneDisplay {
    return this.getPrimaryDisplay();
  }
  getDisplayNearestPoint(_point: Electron.Point): OneDisplay {
    return this.getPrimaryDisplay();
  }
  $seenBy(screen: PageScreen): void {
    this.#seen = screen;
  }
}

export const screen = new Screen();
