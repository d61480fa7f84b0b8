// What we ask of TLS towards the owner's mail servers, and where a password may go without it.
import { getCACertificates, type ConnectionOptions } from 'node:tls';
import { isIP } from 'node:net';
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { ServerAddress } from '../../../contract/views.ts';

/**
 * TLS 1.2 at least, certificates always checked. `ca` (PEM) comes beside the authorities the system trusts, not instead of them;
 * the default list holds NODE_EXTRA_CA_CERTS.
 */
export const tlsOptions = (ca: string | null): ConnectionOptions => ({
  minVersion: 'TLSv1.2',
  rejectUnauthorized: true,
  ...(ca === null || ca === '' ? {} : { ca: [...getCACertificates('default'), ca] }),
});

/** Clear text stays on this machine, unless the owner said yes to the network in so many words. */
export function checkSecurity(server: ServerAddress, plainAllowed: boolean): Result<null> {
  if (server.security !== 'plain' || plainAllowed || isLoopback(server.host)) return ok(null);
  return failed('plain-refused', 'user', `no encryption chosen for ${server.host}`, { host: server.host });
}

function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return isIP(host) === 4 ? host.startsWith('127.') : host === '::1' || host === '[::1]';
}
