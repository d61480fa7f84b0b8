import { describe, expect, it } from 'vitest';
import { addressOf, aliasOf, aliasPolicy } from './scheme-alias.ts';

const schemes = new Set(['app']);

describe('an address of the app’s own scheme', () => {
  it('has an alias that the browser can load, and comes back as it was', () => {
    const address = 'app://balie/index.html?desk=own#queue';
    expect(aliasOf(address, schemes)).toBe('https://balie.app.standin.invalid/index.html?desk=own#queue');
    expect(addressOf(aliasOf(address, schemes))).toBe(address);
  });
  it('gets the path that an origin needs', () => {
    expect(addressOf(aliasOf('app://balie', schemes))).toBe('app://balie/');
  });
  it('may be a file, which has no host', () => {
    expect(addressOf(aliasOf('file:///tmp/page.html', schemes))).toBe('file:///tmp/page.html');
  });
  it('is left alone when it is of another scheme', () => {
    expect(aliasOf('https://example.org/', schemes)).toBe('https://example.org/');
    expect(addressOf('https://standin.invalid.example.org/')).toBe('https://standin.invalid.example.org/');
  });
  it('is allowed by a policy that names the scheme', () => {
    expect(aliasPolicy("img-src 'self' app: data:", schemes)).toBe(
      "img-src 'self' https://*.app.standin.invalid data:",
    );
  });
});
