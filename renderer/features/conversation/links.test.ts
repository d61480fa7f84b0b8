import { describe, expect, test } from 'vitest';
import { linkedPieces } from './linked-text.tsx';
import { linkTarget, safeLink } from './safe-link.ts';

const links = (text: string): readonly (string | null)[] =>
  linkedPieces(text)
    .filter(({ link }) => link !== null)
    .map(({ link }) => link);

describe('a link in a mail', () => {
  test('is opened when it goes to the web, to a mailbox or to a telephone', () => {
    expect(safeLink('https://zaak.be')).toBe('https://zaak.be');
    expect(safeLink('mailto:els@zaak.be')).toBe('mailto:els@zaak.be');
    expect(safeLink('tel:+3291234567')).toBe('tel:+3291234567');
  });

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'file:///etc/passwd',
    'smb://x/y',
    'data:text/html,x',
    'ms-msdt:x',
  ])('is not opened when it is %s', (link) => {
    expect(safeLink(link)).toBeNull();
  });

  test('shows its true host, in punycode when its letters deceive', () => {
    expect(linkTarget('https://\u0440aypal.com/login')).toBe('xn--aypal-uye.com/login');
  });
});

describe('a text mail', () => {
  test('has its addresses made clickable, with or without scheme', () => {
    expect(links('Zie www.zaak.be of mail els@zaak.be, of https://x.nl/a?b=c.')).toEqual([
      'http://www.zaak.be',
      'mailto:els@zaak.be',
      'https://x.nl/a?b=c',
    ]);
  });

  test('has nothing else made clickable', () => {
    expect(links('file:///etc/passwd ftp://x.be/y javascript:alert(1) //zaak.be')).toEqual([]);
  });

  test('keeps every character', () => {
    const text = 'Dag,\n\nzie https://zaak.be (of bel tel:+3291234567).\n';
    expect(
      linkedPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
