import { expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

it.each([
  '127.0.0.1',
  '127.255.0.9',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.178.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.251',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fe80::1%eth0',
  'fd00::1',
  'ff02::1',
  '2002:c0a8:101::1',
  '2001:0:53aa:64c:0:1:2:3',
  '64:ff9b::192.168.1.1',
  '64:ff9b::c0a8:101',
  '64:ff9b::7f00:1',
  '64:ff9b::',
  '64:ff9b:1::1',
  'zaak.be',
  '',
])('%s is in the house, or nowhere', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450:400e:80e::2004', '64:ff9b::808:808', '64:ff9b::8.8.8.8'])(
  '%s is outside',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
