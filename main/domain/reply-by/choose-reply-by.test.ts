import { assert, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseReplyBy, type ReplyBySources } from './choose-reply-by.ts';

const NOTHING: ReplyBySources = {
  hand: null,
  commitment: null,
  acknowledgement: null,
  target: null,
  windowClosesAt: null,
};
const chosen = (sources: Partial<ReplyBySources>) => chooseReplyBy({ ...NOTHING, ...sources });

describe('the reply-by of a conversation', () => {
  it('is the target where nothing else is said', () => {
    expect(chosen({ target: 100 })).toEqual({ at: 100, from: 'target' });
    expect(chosen({})).toBeNull();
  });

  it('is what the owner set by hand, earlier or later than anything computed', () => {
    expect(chosen({ hand: 500, target: 100, commitment: 50, acknowledgement: 80 })).toEqual({ at: 500, from: 'hand' });
    expect(chosen({ hand: 10, target: 100 })).toEqual({ at: 10, from: 'hand' });
  });

  it('is what an acknowledgement told the customer, in the place of the target', () => {
    expect(chosen({ acknowledgement: 120, target: 100 })).toEqual({ at: 120, from: 'acknowledgement' });
  });

  it('is the promise, unless a newer question is due before it', () => {
    expect(chosen({ commitment: 90 })).toEqual({ at: 90, from: 'commitment' });
    expect(chosen({ commitment: 90, target: 100 })).toEqual({ at: 90, from: 'commitment' });
    expect(chosen({ commitment: 100, target: 90 })).toEqual({ at: 90, from: 'target' });
    expect(chosen({ commitment: 100, target: 100 })).toEqual({ at: 100, from: 'commitment' });
  });

  it('is never later than the channel takes an answer', () => {
    expect(chosen({ target: 100, windowClosesAt: 60 })).toEqual({ at: 60, from: 'window' });
    expect(chosen({ hand: 100, windowClosesAt: 60 })).toEqual({ at: 60, from: 'window' });
    expect(chosen({ target: 100, windowClosesAt: 100 })).toEqual({ at: 100, from: 'target' });
    expect(chosen({ target: null, windowClosesAt: 60 })).toEqual({ at: 60, from: 'window' });
  });

  it('is always one of the moments that were named, under its own name', () => {
    const moment = option(integer({ min: 0, max: 20 }), { nil: null });
    const sources = record({
      hand: moment,
      commitment: moment,
      acknowledgement: moment,
      target: moment,
      windowClosesAt: moment,
    });
    const isNamed = (some: ReplyBySources): boolean => {
      const reply = chooseReplyBy(some);
      if (reply === null) return Object.values(some).every((at) => at === null);
      const named = reply.from === 'window' ? some.windowClosesAt : some[reply.from];
      return named === reply.at && reply.at <= (some.windowClosesAt ?? Infinity);
    };
    assert(property(sources, isNamed));
  });
});
