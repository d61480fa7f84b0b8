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
});

it.each(['application/pkcs7-signature', 'application/x-pkcs7-signature', 'application/pgp-signature'])(
  'a message with %s is signed',
  (contentType) => {
    expect(isSigned({ text: 'Dag', attachments: [attached('application/pdf'), attached(contentType)] })).toBe(true);
  },
);
it('so is one with the signature in its text', () => {
  expect(isSigned({ text: '\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256', attachments: [] })).toBe(true);
});
it('others are not', () => {
  expect(isSigned({ text: 'Getekend voor ontvangst', attachments: [attached('application/pdf')] })).toBe(false);
});
