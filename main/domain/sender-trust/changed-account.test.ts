import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../instant.ts';
import { accountsIn, changedAccount, type AccountFacts } from './changed-account.ts';

const OLD = 'BE68539007547034';
const NEW = 'BE71096123456769';
const THIRD = 'NL91ABNA0417164300';
const NOW = Date.parse('2026-05-12T08:00:00Z');
const ago = (days: number, account = OLD) => ({ account, at: NOW - days * DAY_MS });
const PAY = 'Gelieve te betalen op BE71 0961 2345 6769.';
const said = (part: Partial<AccountFacts>) =>
  changedAccount({ kind: 'human', text: PAY, at: NOW, earlier: [ago(90)], own: () => new Set(), ...part });

describe('a house that names another account than before', () => {
  it('is worth a word, with both as they stand on a bill', () => {
    expect(said({})).toEqual({ account: 'BE71 0961 2345 6769', before: 'BE68 5390 0754 7034' });
  });
  it('still is in the reminder, and after a month no more', () => {
    expect(said({ earlier: [ago(7, NEW), ago(90)] })).not.toBeNull();
    expect(said({ earlier: [ago(7, NEW), ago(40, NEW), ago(90)] })).toBeNull();
  });
  it('is where it names the old one only to say that it is gone', () => {
    const both = 'BE68 5390 0754 7034 of BE71 0961 2345 6769';
    expect(said({ text: `Onze oude rekening is gesloten: ${both}` })).not.toBeNull();
    expect(said({ text: `IBAN: ${both}` })).toBeNull();
  });
  it.each([
    ['nothing was named before', { earlier: [] }],
    ['it is the same', { earlier: [ago(90, NEW), ago(200, NEW)] }],
    ['it is the owner\u2019s own', { own: () => new Set([NEW]) }],
    ['only the owner\u2019s own was named before', { own: () => new Set([OLD]) }],
    ['the number is none', { text: 'Op BE71 0961 2345 6760' }],
    ['it has many', { earlier: [ago(9), ago(99, THIRD), ago(100, 'NL02ABNA0123456789')] }],
    ['it is a mailing', { kind: 'newsletter' }],
    ['a machine named one only once', { kind: 'notification' }],
  ] satisfies readonly (readonly [string, Partial<AccountFacts>])[])('is not where %s', (_, part) => {
    expect(said(part)).toBeNull();
  });
  it('is of a machine that always named the same', () => {
    expect(said({ kind: 'notification', earlier: [ago(60), ago(90)] })).not.toBeNull();
  });
});

it('an account is read however it is cut', () => {
  expect(accountsIn('be68 5390-0754.7034, BE68539007547034 en NL91ABNA0417164300')).toEqual([OLD, THIRD]);
});
