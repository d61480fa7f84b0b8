import { describe, expect, it } from 'vitest';
import type { MethodResult } from '../mail-source/authentication-results.ts';
import { createAcquaintances, nameKey } from './acquaintances.ts';
import { asksForMoney } from './money-words.ts';
import { senderDoubts, type SenderFacts } from './sender-doubts.ts';

const known = createAcquaintances([
  { name: 'Jan de Vries', address: 'jan@devries-bouw.nl' },
  { name: 'Els', address: 'els@peeters-architecten.be' },
  { name: '', address: 'klant@gmail.com' },
]);
const owner = { addresses: new Set(['tom@schrijnwerkerijclaes.be']), names: ['Tom Claes'] };
const result = (method: string, said: string): MethodResult => ({ method, result: said, properties: {} });

const doubts = (from: string, part: Partial<SenderFacts> = {}) => {
  const [, name = '', address = from] = /^(.*?) ?<(.*)>$/.exec(from) ?? [];
  return senderDoubts(
    {
      from: { name, address },
      replyTo: [],
      kind: 'human',
      subject: '',
      text: '',
      proof: 'silent',
      results: null,
      isPassedOn: false,
      changed: null,
      ...part,
    },
    known,
    owner,
  );
};
const kinds = (...args: Parameters<typeof doubts>) => doubts(...args).map(({ kind }) => kind);

describe('a mail that the own mail server', () => {
  it('refutes is said to be so, with what failed', () => {
    const results = [result('spf', 'fail'), result('dkim', 'fail'), result('dmarc', 'fail')];
    expect(doubts('service@ing.nl', { proof: 'failed', results })).toEqual([
      { kind: 'not-from-there', domain: 'ing.nl', failed: ['spf', 'dkim', 'dmarc'] },
    ]);
  });
  it('finds nothing for but a failure is too', () => {
    expect(kinds('a@zaak.be', { results: [result('spf', 'fail'), result('dkim', 'none')] })).toEqual([
      'not-from-there',
    ]);
  });
  it.each([
    ['vouches for', { proof: 'proven', results: [result('spf', 'fail'), result('dkim', 'pass')] }],
    ['says something else good of', { results: [result('spf', 'fail'), result('dkim', 'pass')] }],
    ['is only doubtful about', { results: [result('spf', 'softfail')] }],
    ['says nothing about', { results: null }],
    ['had from a list', { results: [result('dkim', 'fail')], isPassedOn: true }],
  ] as const)('%s needs no word', (_, part) => {
    expect(kinds('a@zaak.be', part)).toEqual([]);
  });
});

describe('a name that is shown', () => {
  it('may not be somebody else\u2019s address', () => {
    expect(doubts('jan@devries-bouw.nl <x@freemail.example>')).toEqual([
      { kind: 'name-is-address', shown: 'jan@devries-bouw.nl', address: 'x@freemail.example' },
    ]);
    expect(kinds('info@zaak.be <noreply@mail.zaak.be>')).toEqual([]);
  });
  it('of somebody whom the owner knows elsewhere is said to be so', () => {
    expect(doubts('Vries, Jan de <jan.dv@freemail.example>')).toEqual([
      { kind: 'known-name', name: 'Vries, Jan de', known: ['jan@devries-bouw.nl'] },
    ]);
  });
  it('however it is written', () => {
    expect(kinds('J\u0430n de V\u200bries <x@freemail.example>')).toEqual(['known-name']);
  });
  it.each([
    'Jan de Vries <jan@devries-bouw.nl>',
    'Jan de Vries <boekhouding@devries-bouw.nl>',
    'Els <els@elders.example>',
    'Jan Peeters <jan@peeters.example>',
    'Tom Claes <tom@schrijnwerkerijclaes.be>',
  ])('%s needs no word', (from) => {
    expect(kinds(from)).toEqual([]);
  });
  it('may not be the owner\u2019s own', () => {
    expect(kinds('Tom Claes <directie@freemail.example>')).toEqual(['own-name']);
  });
});

describe('a domain', () => {
  it('one letter off somebody whom the owner knows, or off his own, is said to be so', () => {
    expect(doubts('els@peeters-architechten.be')).toEqual([
      { kind: 'looks-like', domain: 'peeters-architechten.be', known: 'peeters-architecten.be' },
    ]);
    expect(kinds('info@schrijnwerkerij-claes.be')).toEqual(['looks-like']);
  });
  it('in letters of another alphabet too', () => {
    expect(kinds('a@xn--80ak6aa92e.com')).toEqual(['disguised']);
  });
  it.each(['a@zaak.be', 'b@peeters-architecten.nl', 'c@mail.peeters-architecten.be', 'd@gmail.com'])(
    '%s is its own',
    (from) => {
      expect(kinds(from)).toEqual([]);
    },
  );
});

describe('the name of a house that is often forged', () => {
  it.each([
    'ING Nederland <info@kapsalon.example>',
    'Klantenservice ING <a@kapsalon.example>',
    'Post NL <pakje@kapsalon.example>',
    '\u041a\u0412\u0421 Bank <a@kapsalon.example>',
    'Microsoft 365 <a@mail.example>',
  ])('%s is said to be borrowed', (from) => {
    expect(kinds(from)).toEqual(['house-name']);
  });
  it.each([
    'ING <noreply@ing.nl>',
    'ING <a@e.ing.com>',
    'Ing. Wim Aerts <wim@aerts.example>',
    'Kobe Bol <kobe@bolbouw.example>',
    'Bol Kobe <kobe@werf.example>',
    'Apple Bakery <info@applebakery.be>',
    'Microsoft partner Baas <info@baas.example>',
    'PostNL <vraag@postnl.zendesk.com>',
  ])('%s is its own', (from) => {
    expect(kinds(from)).toEqual([]);
  });
  it('in a domain, beside a word that lures, is said too', () => {
    expect(kinds('a@bpost-pakket.info')).toEqual(['looks-like']);
    expect(kinds('a@ing.be.klant-login.net')).toEqual(['looks-like']);
    expect(kinds('a@proximus-shop-gent.be')).toEqual([]);
  });
  it('of who keeps the mailbox is borrowed where it is about the password', () => {
    const text = 'Uw wachtwoord verloopt vandaag.';
    expect(kinds('IT Helpdesk <it@portal.example>', { text })).toEqual(['house-name']);
    expect(kinds('IT Helpdesk <it@portal.example>', { text: 'De printer is hersteld.' })).toEqual([]);
  });
});

describe('a house that the owner knows', () => {
  it('is known by its name from a free mailbox', () => {
    expect(kinds('Devries Bouw BV <x@freemail.example>')).toEqual(['known-name']);
  });
  it('under another ending, or with a word behind it, is doubted where another account is named', () => {
    const text = 'Ons nieuwe rekeningnummer staat op de factuur.';
    expect(kinds('a@devries-bouw.com', { text })).toEqual(['looks-like']);
    expect(kinds('a@devries-bouw-facturen.nl', { text })).toEqual(['looks-like']);
    expect(kinds('a@devries-bouw.com', { text: 'De factuur volgt.' })).toEqual([]);
  });
  it('may write by a program that is vouched for, when the answer goes to it', () => {
    const part = { kind: 'notification', replyTo: [{ name: '', address: 'jan@devries-bouw.nl' }] } as const;
    expect(kinds('Jan de Vries <noreply@exact.example>', { ...part, proof: 'proven' })).toEqual([]);
    expect(kinds('Jan de Vries <noreply@exact.example>', part)).toEqual(['known-name']);
  });
  it('that names another account is said first', () => {
    const changed = { account: 'BE71 0961 2345 6769', before: 'BE68 5390 0754 7034' };
    expect(doubts('jan@devries-bouw.nl', { changed })).toEqual([
      { kind: 'other-account', account: changed.account, known: changed.before },
    ]);
  });
});

it('the first letter and the last name of the owner are doubted where it is about money', () => {
  expect(kinds('T. Claes <t@freemail.example>', { text: 'Koop vijf cadeaubonnen.' })).toEqual(['own-name']);
  expect(kinds('T. Claes <t@freemail.example>', { text: 'Past vrijdag?' })).toEqual([]);
});

describe('an answer that would go elsewhere', () => {
  const replyTo = [{ name: '', address: 'jan.dv@freemail.example' }];
  const text = 'Graag vandaag nog overmaken naar ons nieuwe rekeningnummer.';
  it('is said where it is about money', () => {
    expect(doubts('jan@zaak.be', { replyTo, text })).toEqual([
      { kind: 'answers-elsewhere', address: 'jan.dv@freemail.example', domain: 'zaak.be' },
    ]);
  });
  it.each([
    ['it is not about money', { replyTo, text: 'Wanneer komt u langs?' }],
    ['a robot sent it', { replyTo, text, kind: 'notification' }],
    ['the owner knows who gets it', { replyTo: [{ name: '', address: 'klant@gmail.com' }], text }],
    ['it stays in the house', { replyTo: [{ name: '', address: 'boek@factuur.zaak.be' }], text }],
  ] as const)('is not where %s', (_, part) => {
    expect(kinds('jan@zaak.be', part)).toEqual([]);
  });
});

it('a letter asks for money by its words or an account', () => {
  const asks = (text: string): boolean => asksForMoney({ subject: '', text });
  const wanting = [
    'Onze bankgegevens zijn gewijzigd',
    'NL91 ABNA 0417 1643 00',
    'the attached invoice',
    'un virement urgent',
  ];
  const others = ['Wanneer is de kast klaar?', 'Zie de foto in bijlage'];
  expect([...wanting, ...others].filter(asks)).toEqual(wanting);
});

it('a name is a first and a last one, in any order', () => {
  expect(nameKey('Andr\u00e9 Maes')).toBe(nameKey('MAES, Andre'));
  expect([nameKey('Els'), nameKey('j.'), nameKey('els@zaak.be Peeters')]).toEqual([null, null, null]);
});
