import { describe, expect, it } from 'vitest';
import { customerOf, directionOf } from './customer.ts';
import { CUSTOMER, OWNER, sampleMail } from './fake-desk.ts';

const own = new Set([OWNER.address, 'jan@fietsenmertens.be']);
const VISITOR = { name: 'An', address: 'an@visitor.be' };
const person = (address: string) => ({ name: '', address });
const customer = (
  mail: Parameters<typeof sampleMail>[0],
  direction: 'in' | 'out' = 'in',
  channel: 'email' | 'webform' = 'email',
) => customerOf({ mail: sampleMail(mail), channel }, direction, own).address;

describe('the customer', () => {
  it('of an incoming mail is its sender, whatever Reply-To says', () => {
    expect(customer({ replyTo: [VISITOR] })).toBe(CUSTOMER.address);
  });
  it('of our mail is the first recipient who is not ourselves', () => {
    expect(customer({ from: [OWNER], to: [person('Jan@Fietsenmertens.be'), VISITOR] }, 'out')).toBe(VISITOR.address);
  });
  it('of a mail to ourselves is ourselves', () => {
    expect(customer({ from: [OWNER], to: [OWNER] }, 'out')).toBe(OWNER.address);
  });
  it.each([
    'wordpress@site.be',
    'no-reply@wix-forms.com',
    'form@site.be',
    'form-submission@squarespace.info',
    OWNER.address,
  ])('of a form that writes from %s is the visitor in Reply-To', (address) => {
    expect(customer({ from: [person(address)], replyTo: [VISITOR] })).toBe(VISITOR.address);
  });
  it('of a message on the web form channel is the visitor too', () => {
    expect(customer({ replyTo: [VISITOR] }, 'in', 'webform')).toBe(VISITOR.address);
  });
  it('of a robot without Reply-To is the robot', () => {
    expect(customer({ from: [person('noreply@shop.be')] })).toBe('noreply@shop.be');
  });
});

describe('the direction', () => {
  const form = { mail: sampleMail({ from: [OWNER], replyTo: [VISITOR] }), direction: 'out' as const };
  it('is in for a form that writes in our name', () => {
    expect(directionOf(form, own, false)).toBe('in');
  });
  it('is out for what lies in Sent, though we asked for answers elsewhere', () => {
    expect(directionOf(form, own, true)).toBe('out');
  });
});
