// nativeTheme: the desktop's light or dark as the page sees it, and the app's own choice over it.
import { HostEmitter } from './host-emitter.ts';
import { running } from './running.ts';

class NativeTheme extends HostEmitter {
  #source: Electron.NativeTheme['themeSource'] = 'system';
  #isDesktopDark = false;
  constructor() {
    super('nativeTheme', ['updated']);
  }
  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#source = source;
    // A page that is just closing needs no theme.
    for (const page of running.pages) page.emulateTheme(source).catch(() => {});
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#isDesktopDark : this.#source === 'dark';
  }
  $seen(isDark: boolean): void {
    if (this.#source !== 'system' || isDark === this.#isDesktopDark) return;
    this.#isDesktopDark = isDark;
    this.emit('updated');
  }
}

export const nativeTheme = new NativeTheme();
