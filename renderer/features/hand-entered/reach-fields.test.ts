import { describe, expect, it } from 'vitest';
import { NO_REACH, reachArgs, whoAndReach, wrongIn } from './reach-fields.ts';

describe('how somebody can be reached, as it is typed', () => {
  it('is right when nothing is filled in, and when all of it is', () => {
    expect(wrongIn(NO_REACH, 'NL')).toBeNull();
    expect(wrongIn({ phone: '06 12 34 56 78', email: 'els@claes.be', network: '@els' }, 'NL')).toBeNull();
  });
  it.each([
    ['phone', { ...NO_REACH, phone: '06 12 34' }],
    ['email', { ...NO_REACH, email: 'els@claes' }],
    ['network', { ...NO_REACH, network: 'Els Claes' }],
    ['network', { ...NO_REACH, network: 'http://instagram.com/els' }],
  ] as const)('is pointed at where it is wrong: %s', (field, reach) => {
    expect(wrongIn(reach, 'NL')).toBe(field);
  });
  it('is a page where it has one, else a name, and on the phone neither', () => {
    const page = { ...NO_REACH, network: 'instagram.com/els' };
    expect(reachArgs(page, 'instagram')).toMatchObject({ link: 'instagram.com/els', handle: '' });
    expect(reachArgs({ ...NO_REACH, network: 'els' }, 'instagram')).toMatchObject({ link: '', handle: 'els' });
    expect(reachArgs(page, 'phone')).toMatchObject({ link: '', handle: '' });
  });
  it('is the number that was typed where the name goes', () => {
    expect(whoAndReach('0471 12 34 56', NO_REACH, 'BE')).toEqual({
      who: '',
      reach: { ...NO_REACH, phone: '0471 12 34 56' },
    });
    expect(whoAndReach(' Els ', NO_REACH, 'BE').who).toBe('Els');
  });
});
