// What we ask of TLS towards the owner's mail servers, what is wrong with a certificate, and where a password may go without TLS.
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { checkServerIdentity, getCACertificates, type ConnectionOptions } from 'node:tls';
import { failed, ok, type ErrorCode, type Result } from '../../../contract/errors.ts';
import type { ServerAddress } from '../../../contract/views.ts';

/**
 * TLS 1.2 at least, certificates always checked. `ca` (PEM) comes beside the authorities the system trusts, not instead of them;
 * the default list holds NODE_EXTRA_CA_CERTS. It may be an authority, or the certificate of the owner's own server itself: that very
 * one is then believed whoever signed it and whatever name it bears, as long as it has not expired.
 */
export function tlsOptions(ca: string | null): ConnectionOptions {
  const usual: ConnectionOptions = { minVersion: 'TLSv1.2', rejectUnauthorized: true };
  if (ca === null || ca === '') return usual;
  const given = certificatesIn(ca);
  return {
    ...usual,
    ca: [...getCACertificates('default'), ca],
    allowPartialTrustChain: true,
    checkServerIdentity: (host, shown) =>
      given.some(({ raw }) => raw.equals(shown.raw)) ? undefined : checkServerIdentity(host, shown),
  };
}

/** What cannot be read is left to the TLS library, which says so. */
function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}

const OUT_OF_DATE = /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/;
const OTHER_HOST = /^(ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH|IP_ADDRESS_MISMATCH)/;
const NOT_BELIEVED =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERR_SSL_EE_KEY_TOO_SMALL)/;

/** From the code of a TLS error; null where the certificate is not what is wrong. */
export function certificateFault(code: string): ErrorCode | null {
  if (OUT_OF_DATE.test(code)) return 'tls-expired';
  if (OTHER_HOST.test(code)) return 'tls-other-host';
  return NOT_BELIEVED.test(code) ? 'tls-certificate' : null;
}

/** Clear text stays on this machine, unless the owner said yes to the network in so many words. */
export function checkSecurity(server: ServerAddress, plainAllowed: boolean): Result<null> {
  if (server.security !== 'plain' || plainAllowed || isLoopback(server.host)) return ok(null);
  return failed('plain-refused', 'user', `no encryption chosen for ${server.host}`, { host: server.host });
}

function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return isIP(host) === 4 ? host.startsWith('127.') : host === '::1' || host === '[::1]';
}
