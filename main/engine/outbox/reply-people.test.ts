import { describe, expect, it } from 'vitest';
import type { Address } from '../../domain/conversation/message.ts';
import { replyPeople, type AnsweredMessage } from './reply-people.ts';

const person = (address: string, name = ''): Address => ({ name, address });
const account = {
  email: 'info@dewinkel.example',
  name: 'De Winkel',
  addresses: ['info@dewinkel.example', 'verkoop@dewinkel.example'],
};
const own = new Set([...account.addresses, 'prive@elders.example']);
const answering = (change: Partial<AnsweredMessage>) =>
  replyPeople(
    {
      direction: 'in',
      from: person('jan@klant.example', 'Jan'),
      replyTo: [],
      to: [person('info@dewinkel.example')],
      cc: [],
      deliveredTo: [],
      ...change,
    },
    account,
    own,
  );

describe('who an answer goes to', () => {
  it('is the sender, from the address he wrote to', () => {
    expect(answering({ to: [person('Verkoop@dewinkel.example')] })).toEqual({
      from: { name: 'De Winkel', address: 'Verkoop@dewinkel.example' },
      to: [person('jan@klant.example', 'Jan')],
      cc: [],
    });
  });

  it('is Reply-To where there is one, as on a web form', () => {
    expect(answering({ from: person('wordpress@site.example'), replyTo: [person('an@klant.example')] }).to).toEqual([
      person('an@klant.example'),
    ]);
  });

  it('is the sender when Reply-To names only ourselves', () => {
    expect(answering({ replyTo: [person('info@dewinkel.example')] }).to).toEqual([person('jan@klant.example', 'Jan')]);
  });

  it('leaves from the address it was delivered to when that stands in no other line', () => {
    expect(
      answering({ to: [person('lijst@elders.example')], deliveredTo: ['verkoop@dewinkel.example'] }).from.address,
    ).toBe('verkoop@dewinkel.example');
  });

  it('keeps the others in copy, once, and never ourselves', () => {
    const { to, cc } = answering({
      to: [person('info@dewinkel.example'), person('els@klant.example')],
      cc: [person('ELS@klant.example'), person('jan@klant.example'), person('prive@elders.example')],
    });
    expect(to).toEqual([person('jan@klant.example', 'Jan')]);
    expect(cc).toEqual([person('els@klant.example')]);
  });

  it('of our own mail is whoever got it', () => {
    const { from, to } = answering({
      direction: 'out',
      from: person('verkoop@dewinkel.example'),
      to: [person('jan@klant.example')],
    });
    expect(from.address).toBe('verkoop@dewinkel.example');
    expect(to).toEqual([person('jan@klant.example')]);
  });
});
