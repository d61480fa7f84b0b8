import { describe, expect, it } from 'vitest';
import type { OAuthClient } from '../../ports/ports.ts';
import { isSignInPage, oauthProviderOf } from './oauth-providers.ts';

const client: OAuthClient = { clientId: 'c', clientSecret: null, tenant: 'common', issuer: null };
const clients = { google: client, microsoft: client };

describe('the pages that may be opened to sign in', () => {
  it.each([
    'https://accounts.google.com/o/oauth2/v2/auth?client_id=c',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=c',
  ])('%s', (url) => expect(isSignInPage(url, { clients })).toBe(true));

  it.each([
    'http://accounts.google.com/o/oauth2/v2/auth',
    'https://accounts.google.com/logout',
    'https://accounts.google.com.evil.example/o/oauth2/v2/auth',
    'https://accounts.google.com@evil.example/o/oauth2/v2/auth',
    'https://x@accounts.google.com/o/oauth2/v2/auth',
    'https://accounts.google.com:444/o/oauth2/v2/auth',
    'http://127.0.0.1:8080/authorize',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'geen adres',
  ])('not %s', (url) => expect(isSignInPage(url, { clients })).toBe(false));

  it('none where nothing is configured', () => {
    const none = { google: null, microsoft: null };
    expect(isSignInPage('https://accounts.google.com/o/oauth2/v2/auth', { clients: none })).toBe(false);
  });

  it('an own authorisation server where one is configured, and that one only', () => {
    const own = { google: { ...client, issuer: 'http://127.0.0.1:8080' }, microsoft: null };
    expect(isSignInPage('http://127.0.0.1:8080/authorize?x', { clients: own })).toBe(true);
    expect(isSignInPage('http://127.0.0.1:8081/authorize', { clients: own })).toBe(false);
    expect(isSignInPage('https://accounts.google.com/o/oauth2/v2/auth', { clients: own })).toBe(false);
  });
});

it.each([
  ['imap.gmail.com', 'google'],
  ['outlook.office365.com', 'microsoft'],
  ['imap.notgmail.com', null],
  ['imap.gmail.com.evil.example', null],
])('mail at %s is signed in to at %s', (host, provider) => expect(oauthProviderOf(host)).toBe(provider));
