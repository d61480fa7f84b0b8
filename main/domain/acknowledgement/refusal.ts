// Why a message gets no acknowledgement, as a closed list; the words are contract/text/acknowledgement-words.ts.

export const REFUSALS = [
  // What the mail says of itself and of its sender.
  'machine',
  'invitation',
  'unreadable',
  'list',
  'automatic',
  'wants-none',
  'nobody-reads',
  'no-return-path',
  'other-return-path',
  'own-address',
  'not-authenticated',
  'spam',
  'not-to-us',
  'no-mail-address',
  // How things stand here.
  'too-old',
  'needs-no-answer',
  'answered',
  'in-conversation',
  'person-today',
  'ceiling',
  'no-moment',
  'moment-set',
  'text-incomplete',
  'account-off',
] as const;
export type Refusal = (typeof REFUSALS)[number];
