// The port that goes with a way of securing a connection (RFC 8314, section 3): TLS from the start has its own.
import type { Security, ServerAddress } from '../../../main/contract/views.ts';

const USUAL: Readonly<Record<'imap' | 'smtp', Readonly<Record<Security, number>>>> = {
  imap: { tls: 993, starttls: 143, plain: 143 },
  smtp: { tls: 465, starttls: 587, plain: 587 },
};

/** The usual port follows the choice; a port of the owner's own stays. */
export function portFor(kind: 'imap' | 'smtp', { port, security }: ServerAddress, chosen: Security): number {
  return port === 0 || port === USUAL[kind][security] ? USUAL[kind][chosen] : port;
}
