import { expect, it } from 'vitest';
import { isSigned } from './signed.ts';

const attached = (contentType: string) => ({
  id: 1,
  fileName: 'smime.p7s',
  contentType,
  size: 1,
  contentId: null,
  isInline: false,
  isHere: false,
  caution: null,
});

it.each(['application/pkcs7-signature', 'application/x-pkcs7-signature', 'application/pgp-signature'])(
  'a message with %s is signed',
  (contentType) => {
    expect(
      isSigned({ note: null, text: 'Dag', attachments: [attached('application/pdf'), attached(contentType)] }),
    ).toBe(true);
  },
);
it('so is one with the signature in its text', () => {
  expect(isSigned({ note: null, text: '\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256', attachments: [] })).toBe(
    true,
  );
});
it('a letter inside its signature is, one that is encrypted is not', () => {
  const attachments = [attached('application/pkcs7-mime')];
  expect(isSigned({ note: null, text: 'Dag', attachments })).toBe(true);
  expect(isSigned({ note: 'encrypted', text: '', attachments })).toBe(false);
});
it('others are not', () => {
  expect(isSigned({ note: null, text: 'Getekend voor ontvangst', attachments: [attached('application/pdf')] })).toBe(
    false,
  );
});
