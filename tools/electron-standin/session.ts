// session.defaultSession: what the page may do (permissions) and what it may ask for (webRequest).
import type { Cdp } from './cdp.ts';
import { HostEmitter } from './host-emitter.ts';
import { protocol } from './protocol.ts';

type PermissionRequest = Exclude<Parameters<Electron.Session['setPermissionRequestHandler']>[0], null>;
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type RequestListener = { readonly patterns: readonly RegExp[]; readonly listener: BeforeRequest };

/** Electron's names of permissions, and the browser's. */
const PERMISSIONS = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  media: 'camera',
  'clipboard-read': 'clipboard-read',
  midi: 'midi',
  'idle-detection': 'idle-detection',
} as const;

const patternOf = (pattern: string): RegExp =>
  pattern === '<all_urls>'
    ? /^/
    : new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`);

class WebRequest {
  #before: RequestListener | null = null;
  onBeforeRequest(listener: BeforeRequest | null): void;
  onBeforeRequest(filter: Electron.WebRequestFilter, listener: BeforeRequest | null): void;
  onBeforeRequest(first: Electron.WebRequestFilter | BeforeRequest | null, second: BeforeRequest | null = null): void {
    const filter = typeof first === 'object' ? first : null;
    const listener = typeof first === 'function' ? first : second;
    const patterns = (filter?.urls ?? ['<all_urls>']).map(patternOf);
    this.#before = listener === null ? null : { patterns, listener };
  }
  /** Whether the app lets this request go on. */
  async $allows(
    details: Pick<Electron.OnBeforeRequestListenerDetails, 'url' | 'method' | 'resourceType' | 'webContentsId'>,
  ): Promise<boolean> {
    const before = this.#before;
    if (before === null || !before.patterns.some((pattern) => pattern.test(details.url))) return true;
    const response = await new Promise<Electron.CallbackResponse>((resolve) => {
      before.listener(details as Electron.OnBeforeRequestListenerDetails, resolve);
    });
    return response.cancel !== true;
  }
}

class Session extends HostEmitter {
  readonly webRequest = new WebRequest();
  readonly protocol = protocol;
  #asks: PermissionRequest | null = null;

  constructor() {
    super('session', []);
  }
  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#asks = handler;
  }
  /** The browser's own answer is set from the request handler, see $applyPermissions. */
  setPermissionCheckHandler(_handler: PermissionCheck): void {}
  setDevicePermissionHandler(_handler: Parameters<Electron.Session['setDevicePermissionHandler']>[0]): void {}
  setSpellCheckerEnabled(_isOn: boolean): void {}
  setSpellCheckerLanguages(_languages: readonly string[]): void {}
  async clearStorageData(_options?: Electron.ClearStorageDataOptions): Promise<void> {}
  async clearCache(): Promise<void> {}

  /** Asked once per permission when a page opens, not at each use; without a handler everything is denied, unlike Electron. */
  async $applyPermissions(cdp: Cdp, contents: object): Promise<void> {
    const ask = async (name: keyof typeof PERMISSIONS): Promise<void> => {
      const isGranted = await new Promise<boolean>((resolve) => {
        if (this.#asks === null) resolve(false);
        else this.#asks(contents as Electron.WebContents, name, resolve, { isMainFrame: true, requestingUrl: '' });
      });
      const setting = isGranted ? 'granted' : 'denied';
      // Not every browser of the family knows every name.
      await cdp.send('Browser.setPermission', { permission: { name: PERMISSIONS[name] }, setting }).catch(() => {});
    };
    await Promise.all((Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]).map(ask));
  }
}

const defaultSession = new Session();
/** One session for all: the profile is one. */
export const session = { defaultSession, fromPartition: (_partition: string): Session => defaultSession };
