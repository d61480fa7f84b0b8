// protocol: the app's own scheme. The requests themselves come in by page-requests.ts.
import { running, type SchemeHandler } from './running.ts';

const declaredTooLate = (): never => {
  throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
};

export const protocol = {
  /** Privileges are not enforced: the alias origin is standard, secure and can fetch in any case. */
  registerSchemesAsPrivileged: (_schemes: readonly Electron.CustomScheme[]): void => {
    if (running.isReady) declaredTooLate();
  },
  handle: (scheme: string, handler: SchemeHandler): void => {
    if (!running.isReady) throw new Error('protocol.handle can only be called after app is ready');
    if (running.schemes.has(scheme)) throw new Error(`The scheme '${scheme}' has been registered`);
    running.schemes.set(scheme, handler);
  },
  unhandle: (scheme: string): void => {
    running.schemes.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => running.schemes.has(scheme),
};
