import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAuthenticationResults } from './authentication-results.ts';
import { senderProof } from './sender-proof.ts';
import { serverHabit, type SeenHead } from './server-habit.ts';

const OWN = 'mx.kpnmail.nl';
const HABIT = ['kpnmail.nl'];
const LINKEDIN = [{ name: 'Jan', address: 'messages@linkedin.com' }];
const proofOf = (...authentication: readonly string[]) =>
  senderProof({ from: LINKEDIN, fromFields: 1, authentication }, HABIT);

describe('what a mail server wrote', () => {
  it('is read with its comments, quotes and version', () => {
    const read = parseAuthenticationResults(
      'mx.google.com 1; dkim=pass (good; signature (2048)) header.i=@linkedin.com header.s="s;1"; spf=fail smtp.mailfrom=a@b.nl',
    );
    expect(read).toEqual({
      server: 'mx.google.com',
      results: [
        { method: 'dkim', result: 'pass', properties: { 'header.i': '@linkedin.com', 'header.s': 's;1' } },
        { method: 'spf', result: 'fail', properties: { 'smtp.mailfrom': 'a@b.nl' } },
      ],
    });
  });
  it('is read without the name of a server, as Microsoft writes it', () => {
    const read = parseAuthenticationResults(
      'spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=x.nl; dmarc=pass header.from=x.nl',
    );
    expect(read.server).toBe('');
    expect(read.results.map(({ method }) => method)).toEqual(['spf', 'dmarc']);
  });
  it('says nothing where it found nothing', () => {
    expect(parseAuthenticationResults('mx.kpnmail.nl; none').results).toEqual([]);
  });
  it('takes the first of two properties of one name', () => {
    const read = parseAuthenticationResults(`${OWN}; dkim=pass header.d=evil.example header.d=linkedin.com`);
    expect(read.results[0]?.properties['header.d']).toBe('evil.example');
  });
});

describe('a sender', () => {
  it.each([
    ['his signature', `${OWN}; dkim=pass header.d=linkedin.com`],
    ['the identity of his signature, as Google writes it', `${OWN}; dkim=pass header.i=@linkedin.com`],
    ['the rule of his domain', `${OWN}; spf=pass; dmarc=pass (p=reject) header.from=linkedin.com`],
  ])('is proven by %s', (_, field) => {
    expect(proofOf(field)).toBe('proven');
  });
  it.each([
    ['another domain signed', `${OWN}; dkim=pass header.d=evil.example`],
    ['a look-alike signed', `${OWN}; dkim=pass header.d=linkedin.com.evil.example`],
    ['a domain below his signed', `${OWN}; dkim=pass header.d=sites.linkedin.com`],
    ['only the envelope passed', `${OWN}; spf=pass smtp.mailfrom=linkedin.com`],
    ['the signature was not checked', `${OWN}; dkim=none header.d=linkedin.com`],
    ['a whole country signed', `${OWN}; dkim=pass header.d=com`],
    ['the words stand in a comment', `${OWN}; dkim=none (dkim=pass header.d=linkedin.com)`],
    ['the words stand in a value', `${OWN}; spf=pass smtp.mailfrom="x; dkim=pass header.d=linkedin.com"`],
    ['another server says so', 'mx.evil.example; dkim=pass header.d=linkedin.com'],
  ])('is not when %s', (_, field) => {
    expect(proofOf(field)).toBe('silent');
  });
  it('is not when only a field further down says so', () => {
    expect(proofOf(`${OWN}; dkim=none`, `${OWN}; dkim=pass header.d=linkedin.com`)).toBe('silent');
  });
  it('is refuted when the rule of his domain failed, or when he names two senders', () => {
    expect(proofOf(`${OWN}; dmarc=fail header.from=linkedin.com`)).toBe('failed');
    const authentication = [`${OWN}; dkim=pass header.d=linkedin.com`];
    expect(senderProof({ from: LINKEDIN, fromFields: 2, authentication }, HABIT)).toBe('failed');
  });
  it('is never proven where the own server writes nothing', () => {
    const authentication = [`${OWN}; dkim=pass header.d=linkedin.com`];
    expect(senderProof({ from: LINKEDIN, fromFields: 1, authentication }, [])).toBe('silent');
  });
  it('is proven by nothing that lacks his domain, whatever is written', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (noise) => {
        const field = `${OWN}; dkim=pass header.d=evil.example ${noise.replaceAll(/linkedin/gi, '')}`;
        expect(proofOf(field)).not.toBe('proven');
      }),
    );
  });
});

describe('the habit of the own server', () => {
  const heads = (count: number, fields: readonly string[], name = 'klant'): SeenHead[] =>
    Array.from({ length: count }, (_, index) => ({ fields, senderDomain: `${name}${index}.nl` }));
  const stamped = `${OWN}; spf=pass`;

  it('is what stands on top of nearly every sender’s mail', () => {
    expect(serverHabit([...heads(19, [stamped]), ...heads(1, [], 'intern')], [])).toEqual(HABIT);
  });
  it('is the same whichever of its machines wrote it', () => {
    const machines = [1, 2, 3, 4, 5, 6].flatMap((machine) =>
      heads(1, [`mx${machine}.kpnmail.nl; spf=pass`], `klant${machine}-`),
    );
    expect(serverHabit(machines, [])).toEqual(HABIT);
  });
  it('is none when the server writes nothing and senders write it themselves', () => {
    expect(serverHabit([...heads(30, []), ...heads(8, [stamped], 'vals')], ['kpnmail.nl'])).toEqual([]);
  });
  it('is not learned from one sender who writes often', () => {
    const flood = Array.from({ length: 200 }, () => ({ fields: [stamped], senderDomain: 'evil.example' }));
    expect(serverHabit([...flood, ...heads(12, [])], [])).toEqual([]);
  });
  it('needs more than a few senders, unless the server is named as the account’s own', () => {
    expect(serverHabit(heads(3, [stamped]), ['fietsenmertens.be'])).toEqual([]);
    expect(serverHabit(heads(3, [stamped]), ['imap.kpnmail.nl'])).toEqual(HABIT);
  });
  it('has a second field only when that is always there', () => {
    const two = [`a.icloud.com; bimi=none`, `b.icloud.com; dmarc=pass`];
    expect(serverHabit(heads(20, two), [])).toEqual(['icloud.com', 'icloud.com']);
    expect(serverHabit([...heads(10, two), ...heads(10, two.slice(0, 1), 'ander')], [])).toEqual(['icloud.com']);
  });
  it('may be to give no name', () => {
    const habit = serverHabit(heads(20, ['dkim=pass header.d=linkedin.com']), []);
    expect(habit).toEqual(['']);
    const proof = senderProof(
      { from: LINKEDIN, fromFields: 1, authentication: ['dkim=pass header.d=linkedin.com'] },
      habit,
    );
    expect(proof).toBe('proven');
  });
});
