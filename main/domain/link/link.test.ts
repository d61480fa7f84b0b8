import { describe, expect, it } from 'vitest';
import { lookAtLink, type LinkConcern } from './look-at-link.ts';
import { disguiseOf, isOneOff, takenFor } from './look-alike.ts';
import { isOpenTracker } from './open-tracker.ts';
import { unicodeHost } from './punycode.ts';
import { shownAddressIn, shownHosts } from './shown-host.ts';
import { siteOf } from './site.ts';

const concerns = (href: string, words = '', senderHost: string | null = null): readonly LinkConcern['kind'][] =>
  lookAtLink({ href, words, senderHost }).concerns.map(({ kind }) => kind);
const goesTo = (href: string): string => {
  const { before, site, after } = lookAtLink({ href, words: '' }).shown;
  return `${before}[${site}]${after}`;
};

describe('a host name', () => {
  it.each([
    // RFC 3492 7.1 (A), and names that are in use
    [
      'xn--egbpdaj6bu4bxfgehfvwxn',
      '\u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064a\u061f',
    ],
    ['xn--bcher-kva.example', 'b\u00fccher.example'],
    ['xn--80ak6aa92e.com', '\u0430\u0440\u0440\u04cf\u0435.com'],
    ['zaak.be', 'zaak.be'],
    ['xn--!!!.be', 'xn--!!!.be'],
    ['xn--99999999999999999999.be', 'xn--99999999999999999999.be'],
  ])('%s reads as it was meant', (host, read) => {
    expect(unicodeHost(host)).toBe(read);
  });

  it.each([
    ['www.zaak.be', 'zaak.be'],
    ['mail.winkel.co.uk', 'winkel.co.uk'],
    ['jan.github.io', 'jan.github.io'],
    ['a.b.jan.github.io', 'jan.github.io'],
    ['192.168.1.1', '192.168.1.1'],
    ['[::1]', '[::1]'],
  ])('%s belongs to %s', (host, site) => {
    expect(siteOf(host)).toBe(site);
  });

  it.each([
    ['xn--80ak6aa92e.com', 'foreign-letters'],
    ['xn--aypal-uye.com', 'mixed'],
    ['xn--bcher-kva.example', null],
    // A Russian site under a Russian ending, and a Greek one that reads as nothing else
    ['xn--e1afmkfd.xn--p1ai', null],
    ['xn--hxajbheg2az3al.gr', null],
    ['zaak.be', null],
  ])('%s is disguised: %s', (host, disguise) => {
    expect(disguiseOf(host)).toBe(disguise);
  });

  it.each([
    ['paypa1.com', 'paypal'],
    ['rnicrosoft.com', 'microsoft'],
    ['xn--pypal-4ve.com', 'paypal'],
    ['www.b\u00f3oking.com', 'booking'],
    ['bakkerij-peeter.be', 'bakkerij-peeters.be'],
    ['bakkerji-peeters.be', 'bakkerij-peeters.be'],
  ])('%s would be taken for %s', (host, other) => {
    expect(takenFor(host, ['mail.bakkerij-peeters.be'])).toBe(other);
  });

  it.each([
    'paypal.com',
    'bakkerij-peeters.nl',
    'www.bakkerij-peeters.be',
    'bakkerij-peeters2.be',
    'slagerij-peeters.be',
    'live.nl',
  ])('%s is taken for nobody else', (host) => {
    expect(takenFor(host, ['bakkerij-peeters.be', 'like.nl'])).toBeNull();
  });

  it('that is short or counts on is not one off', () => {
    expect(isOneOff('kapsalon1', 'kapsalon2')).toBe(false);
    expect(isOneOff('live', 'like')).toBe(false);
    expect(isOneOff('kapsalon', 'kapsallon')).toBe(true);
  });
});

describe('the words of a link', () => {
  it.each([
    ['https://www.zaak.be/x', 'www.zaak.be'],
    ['Kijk op www.zaak.be.', 'www.zaak.be'],
    ['zaak.be', 'zaak.be'],
    ['Naar mijn.ing.nl om in te loggen', 'mijn.ing.nl'],
    ['MIJN.ING.NL', 'mijn.ing.nl'],
    ['in\u200bg.n\u00adl', 'ing.nl'],
    ['\uff57\uff57\uff57.ing\u2024nl', 'www.ing.nl'],
    [`${'x '.repeat(400)}www.ing.nl`, 'www.ing.nl'],
  ])('"%s" name a site', (words, host) => {
    expect(shownHosts(words)).toEqual([host]);
  });
  it.each(['Klik hier', 'factuur.pdf', 'Node.js', 'St.Jan', 'els@zaak.be', 'v2.3', 'Zie bijlage.De prijs', ''])(
    '"%s" name none',
    (words) => {
      expect(shownHosts(words)).toEqual([]);
    },
  );
  it('may name a mail address', () => {
    expect(shownAddressIn('Mail naar Els@Zaak.be')).toBe('els@zaak.be');
  });
});

describe('a link', () => {
  it('shows whose it is', () => {
    expect(goesTo('https://login.ing.nl.veilig.example/x?y=1')).toBe('login.ing.nl.[veilig.example]/x?y=1');
    expect(goesTo('https://zaak.be/')).toBe('[zaak.be]');
    expect(goesTo('mailto:els@zaak.be?subject=x')).toBe('els@[zaak.be]');
  });

  it.each([
    ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzaak.be%2Fa&data=05', '[zaak.be]/a'],
    ['https://www.google.com/url?q=https://zaak.be/a&sa=D', '[zaak.be]/a'],
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__zaak.be_a&d=x', '[zaak.be]/a'],
    ['https://urldefense.com/v3/__https://zaak.be/a__;!!abc$', '[zaak.be]/a'],
    [
      'https://www.google.com/url?q=https%3A%2F%2Feur01.safelinks.protection.outlook.com%2F%3Furl%3Dhttps%253A%252F%252Fzaak.be%252Fa',
      '[zaak.be]/a',
    ],
    ['https://www.google.com/url?q=javascript:alert(1)', 'www.[google.com]/url?q=javascript:alert(1)'],
  ])('through a gatekeeper shows where it ends: %s', (href, shown) => {
    expect(goesTo(href)).toBe(shown);
  });

  it.each([
    ['https://kwaad.example', 'www.ing.nl', ['other-site']],
    ['https://zaak.be/nieuws', 'www.zaak.be', []],
    // Its last words are hidden, or its first ones
    ['https://kwaad.example', 'https://kwaad.example www.ing.nl', ['other-site']],
    ['https://www.ing.nl.kwaad.example', 'www.ing.nl.kwaad.example\nwww.ing.nl', ['other-site', 'looks-like']],
    ['https://mijn.postnl.nl.kwaad.example', 'Volg', ['looks-like']],
    ['https://www.postnl.nl', 'Volg', []],
    ['https://shop.zaak.be', 'zaak.be', []],
    ['https://zaak.be', 'Klik hier', []],
    ['https://ing.nl:geheim@kwaad.example/', 'Inloggen', ['name-before-host']],
    ['https://www.ing.nl@kwaad.example/', 'Inloggen', ['name-before-host']],
    ['http://0x7f.1/', 'x', ['ip-address']],
    ['http://[::1]/', 'x', ['ip-address']],
    ['https://\u0430\u0440\u0440\u04cf\u0435.com/', 'Apple', ['disguised']],
    ['https://rnicrosoft.com/', 'Microsoft', ['looks-like']],
    ['https://bit.ly/3xYz', 'Offerte', ['shortened']],
    ['mailto:jan@elders.nl', 'jan@zaak.be', ['other-site']],
    ['mailto:jan@zaak.be', 'jan@zaak.be', []],
    ['mailto:jan@zaak.be.kwaad.example', 'jan@zaak.be', ['other-site']],
    ['mailto:?to=jan@kwaad.example', 'jan@zaak.be', ['other-site']],
  ] as const)('%s under "%s" is worth a word: %s', (href, words, kinds) => {
    expect(concerns(href, words)).toEqual(kinds);
  });

  it("of a mailing that counts clicks under the sender's own name is nobody's trick", () => {
    const href = 'https://zaak.us4.list-manage.com/track/click?u=1';
    expect(concerns(href, 'www.zaak.be', 'mail.zaak.be')).toEqual([]);
    expect(concerns(href, 'www.ing.nl', 'mail.zaak.be')).toEqual(['other-site']);
    expect(lookAtLink({ href, words: '' }).via).toBe('list-manage.com');
  });

  it('that is one letter off the sender is', () => {
    expect(concerns('https://bakkerijpeters.be', 'Betaal', 'bakkerijpeeters.be')).toEqual(['looks-like']);
  });

  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'file:///etc/passwd',
    'smb://x/y',
    'data:text/html,x',
    'ms-msdt:x',
    'x',
    '',
  ])('%s is dead', (href) => {
    expect(lookAtLink({ href, words: '' }).kind).toBe('dead');
  });
});

describe('a picture that only tells that a mail was opened', () => {
  it.each([
    'https://zaak.us4.list-manage.com/track/open.php?u=1&id=2',
    'https://u123.ct.sendgrid.net/wf/open?upn=abc',
    'https://t.sidekickopen10.com/Cto/x',
    'https://mailtrack.io/trace/mail/abc.png',
    'https://abc.r.eu-west-1.awstrack.me/I0/0102/x=1',
    'https://www.facebook.com/tr?id=1&ev=PageView',
    'https://zaak.be/mail/open.gif?id=3',
    'https://nieuws.zaak.be/pixel.gif',
  ])('is known by its address: %s', (address) => {
    expect(isOpenTracker(address)).toBe(true);
  });
  it.each([
    'https://zaak.be/logo.png',
    'https://zaak.be/openingsuren.png',
    'https://mcusercontent.com/abc/images/kast.jpg',
    'https://zaak.be/track/kast.jpg',
    'https://www.linkedin.com/company/logo.png',
    'geen adres',
  ])('is not %s', (address) => {
    expect(isOpenTracker(address)).toBe(false);
  });
});
