// A body as it lies on disk: text, HTML and headers compressed. Apart from body-table.ts, so that a thread without a database
// can make one.
import { compressText, type CompressText } from './compressed-text.ts';

export type Headers = Readonly<Record<string, readonly string[]>>;
export type PackedBody = {
  readonly text: Uint8Array;
  readonly html: Uint8Array | null;
  readonly headers: Uint8Array;
};

/**
 * The stamps and seals of the relays on the way, two thirds of a header's bytes: nothing here reads them, and the mail on the
 * server keeps them.
 */
const OF_THE_WAY =
  /^(?:received|x-received|received-spf|arc-.*|dkim-signature|x-(?:google-)?dkim-signature|domainkey-signature|x-google-smtp-source|x-gm-message-state|x-ms-exchange-.*|x-microsoft-.*|x-forefront-.*|x-ms-.*|x-sg-e?id|x-mailgun-.*|x-ses-.*|feedback-id)$/;

export function packBody(
  mail: { readonly text: string; readonly html: string | null; readonly headers: Headers },
  compress: CompressText = compressText,
): PackedBody {
  const kept = Object.entries(mail.headers).filter(([name]) => !OF_THE_WAY.test(name));
  return {
    text: compress(mail.text),
    html: mail.html === null ? null : compress(mail.html),
    headers: compress(JSON.stringify(Object.fromEntries(kept))),
  };
}
