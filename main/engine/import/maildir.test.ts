import { describe, expect, it } from 'vitest';
import { flagsInName, instantInName, mailboxInFolder } from './maildir.ts';

describe('names in a Maildir', () => {
  it.each([
    ['1700000000.M1P2.host:2,RS', ['\\Answered', '\\Seen']],
    ['1700000000.M1P2.host;2,S', ['\\Seen']],
    ['1700000000.M1P2.host_2,FT', ['\\Flagged', '\\Deleted']],
    ['1700000000.M1P2.host,S=3,W=4:2,', []],
    ['1700000000.M1P2.host', []],
    ['1700000000.M1P2.host:2,Sab', ['\\Seen']],
  ])('%s has the flags %j', (name, flags) => {
    expect(flagsInName(name)).toEqual(flags);
  });
  it('begin with the second of delivery', () => {
    expect(instantInName('1700000000.M1P2.host:2,S')).toBe(1_700_000_000_000);
    expect(instantInName('mail.eml')).toBeNull();
  });
  it('folders are called as the owner called them', () => {
    expect(mailboxInFolder('.Archief.2024')).toBe('Archief/2024');
    expect(mailboxInFolder('.&AMk-l&AOk-ments envoy&AOk-s')).toBe('Éléments envoyés');
    expect(mailboxInFolder('.Jan &- Piet')).toBe('Jan & Piet');
    expect(mailboxInFolder('Klanten')).toBe('Klanten');
  });
});
