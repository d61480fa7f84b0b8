// Does a message carry a signature of its sender (S/MIME, PGP)? Its words are read like any others; the signature is told of and
// not checked, as a wrong "genuine" is worse than none.
import type { MessageView } from '../../../main/contract/views.ts';

const SIGNATURES: ReadonlySet<string> = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
]);

/** The letter lies inside; where it could not be read, the note says that it is encrypted. */
const WRAPPINGS: ReadonlySet<string> = new Set(['application/pkcs7-mime', 'application/x-pkcs7-mime']);

type Facts = Pick<MessageView, 'attachments' | 'text' | 'note'>;

export const isSigned = ({ attachments, text, note }: Facts): boolean =>
  attachments.some(
    ({ contentType }) => SIGNATURES.has(contentType) || (note !== 'encrypted' && WRAPPINGS.has(contentType)),
  ) || text.trimStart().startsWith('-----BEGIN PGP SIGNED MESSAGE-----');
