import { expect, test } from 'vitest';
import { portFor } from './ports.ts';

test('the usual port follows the security that is chosen', () => {
  expect(portFor('imap', { host: 'h', port: 993, security: 'tls' }, 'starttls')).toBe(143);
  expect(portFor('smtp', { host: 'h', port: 587, security: 'starttls' }, 'tls')).toBe(465);
  expect(portFor('smtp', { host: 'h', port: 0, security: 'tls' }, 'tls')).toBe(465);
});

test('a port of the owner’s own stays', () => {
  expect(portFor('imap', { host: 'h', port: 1143, security: 'tls' }, 'starttls')).toBe(1143);
});
