import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../main/contract/errors.ts';
import type { AccountState } from '../../../main/contract/views.ts';
import { remedyFor } from './remedy.ts';

const troubled = (code: ErrorCode): AccountState => ({
  kind: 'needs-owner',
  error: { code, retry: 'user', detail: '' },
  since: 0,
});

it.each([
  ['wrong-password', 'password'],
  ['app-password-needed', 'password'],
  ['sign-in-revoked', 'browser'],
  ['sign-in-by-browser-needed', 'browser'],
  ['sign-in-not-set-up', 'try'],
  ['tls-certificate', 'try'],
] as const)('against %s helps: %s', (code, remedy) => expect(remedyFor({ state: troubled(code) })).toBe(remedy));

it('nothing helps where nothing is the matter', () => {
  expect(remedyFor({ state: { kind: 'live', since: 0 } })).toBeNull();
  expect(remedyFor({ state: { kind: 'detached', since: 0 } })).toBeNull();
});
