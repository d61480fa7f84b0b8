import { describe, expect, it } from 'vitest';
import { addressOf, handleFrom, isMailAddress, pageFrom, shownAddress, wayTo, type Way } from './way.ts';

const WAYS: readonly Way[] = [
  { kind: 'phone', number: '+31612345678' },
  { kind: 'email', address: 'jan@peeters.be' },
  { kind: 'handle', channel: 'instagram', handle: 'fiets.jan' },
  { kind: 'link', url: 'https://www.instagram.com/fiets.jan/' },
];

describe('a way to a customer', () => {
  it.each(WAYS)('is found back from its address: $kind', (way) => {
    expect(wayTo(addressOf(way))).toEqual(way);
  });
  it('is only a mail address where it is one', () => {
    expect(WAYS.map(addressOf).filter(isMailAddress)).toEqual(['jan@peeters.be']);
  });
  it('is shown as people write it', () => {
    expect(WAYS.map(addressOf).map(shownAddress)).toEqual([
      '+31 6 12 34 56 78',
      'jan@peeters.be',
      '@fiets.jan',
      'https://www.instagram.com/fiets.jan/',
    ]);
  });
  it.each(['noted:7c1f', 'within:airbnb/2213344556'])(
    'leads nowhere for somebody who was only named, or whom only his network knows: %s',
    (address) => {
      expect([wayTo(address), shownAddress(address), isMailAddress(address)]).toEqual([null, '', false]);
    },
  );
});

describe('what the owner types', () => {
  it('is a name on a network with or without its sign', () => {
    expect([handleFrom('@Fiets.Jan'), handleFrom('fiets_jan'), handleFrom('Jan Peeters'), handleFrom('a:b')]).toEqual([
      'Fiets.Jan',
      'fiets_jan',
      null,
      null,
    ]);
  });
  it.each([
    ['instagram.com/jan', 'https://instagram.com/jan'],
    ['https://www.facebook.com/jan?x=1', 'https://www.facebook.com/jan?x=1'],
  ])('is a page: %s', (written, url) => {
    expect(pageFrom(written)).toBe(url);
  });
  it.each([
    'http://instagram.com/jan',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://bank.nl@elders.nl',
    'jan',
    '',
  ])('is no page that is kept: %s', (written) => {
    expect(pageFrom(written)).toBeNull();
  });
});
