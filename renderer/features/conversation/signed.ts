// Does a message carry a signature of its sender (S/MIME, PGP)? Its words are read like any others; the signature is told of and
// not checked, as a wrong "genuine" is worse than none.
import type { MessageView } from '../../../main/contract/views.ts';

const SIGNATURES: ReadonlySet<string> = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
]);

export const isSigned = ({ attachments, text }: Pick<MessageView, 'attachments' | 'text'>): boolean =>
  attachments.some(({ contentType }) => SIGNATURES.has(contentType)) ||
  text.trimStart().startsWith('-----BEGIN PGP SIGNED MESSAGE-----');
