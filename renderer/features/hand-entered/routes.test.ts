import { describe, expect, it } from 'vitest';
import type { CustomerReach } from '../../../main/contract/hand-entered.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import type { Channel } from '../../../main/domain/conversation/message.ts';
import { channelOf, handOff, hasChoice, routesOf } from './routes.ts';

const NOBODY: CustomerReach = { phone: null, email: null, handles: [], links: [] };
const NUMBER = '+31612345678';
const asked = (channel: Channel, reach: Partial<CustomerReach>, byMail = false) => ({
  reach: { ...NOBODY, ...reach },
  replyTo: byMail ? [{ name: '', address: 'els@claes.be' }] : [],
  isAnsweredByHand: channel !== 'email',
  answer: { mode: 'mail-to-sender', channel: 'email', link: null, isPublic: false } as const,
  messages: [{ direction: 'in', channel } as MessageView],
});

describe('the ways to answer', () => {
  it('begin with the one by which the customer came', () => {
    expect(routesOf(asked('whatsapp', { phone: NUMBER }, true)).map(channelOf)).toEqual([
      'whatsapp',
      'phone',
      'sms',
      'email',
      'whatsapp',
    ]);
    expect(routesOf(asked('sms', { phone: NUMBER }))[0]).toEqual({ kind: 'sms', number: NUMBER });
    expect(routesOf(asked('instagram', { handles: [{ channel: 'instagram', handle: 'els' }] }))[0]).toEqual({
      kind: 'page',
      channel: 'instagram',
      url: 'https://ig.me/m/els',
    });
  });
  it('begin with mail for who mailed, and with what is only noted for who left nothing', () => {
    expect(routesOf(asked('email', { phone: NUMBER }, true))[0]).toEqual({ kind: 'email' });
    expect(routesOf(asked('counter', {}))).toEqual([{ kind: 'note', channel: 'counter' }]);
  });
  it('are no choice where there is mail alone', () => {
    expect([hasChoice(asked('email', {}, true)), hasChoice(asked('email', { phone: NUMBER }, true))]).toEqual([
      false,
      true,
    ]);
  });
  it('begin with the page of a network that takes no answer by mail, and with a call for who left a voicemail', () => {
    const link = 'https://business.google.com/reviews';
    const review = { mode: 'open-link', channel: 'google-review', link, isPublic: true } as const;
    const carried = { ...asked('google-review', {}), isAnsweredByHand: false, answer: review };
    expect(routesOf(carried)[0]).toEqual({ kind: 'page', channel: 'google-review', url: link, isPublic: true });
    const call = { ...review, channel: 'voicemail', link: `tel:${NUMBER}`, isPublic: false } as const;
    const voicemail = { ...asked('voicemail', { phone: NUMBER }), isAnsweredByHand: false, answer: call };
    expect(routesOf(voicemail)[0]).toEqual({ kind: 'phone', number: NUMBER });
  });
  it('use the page that was noted, and know whose it is', () => {
    const reach = {
      handles: [{ channel: 'facebook' as const, handle: 'els' }],
      links: ['https://www.facebook.com/els'],
    };
    const pages = routesOf(asked('facebook', reach)).filter(({ kind }) => kind === 'page');
    expect(pages).toEqual([{ kind: 'page', channel: 'facebook', url: 'https://www.facebook.com/els' }]);
  });
});

describe('what is handed over', () => {
  const text = 'Dag Els,\n10 % korting & gratis? #ja 🚲';
  it.each(['whatsapp', 'sms'] as const)('takes every sign of the answer along to %s', (kind) => {
    const link = handOff({ kind, number: NUMBER }, text);
    const said = new URL(link?.url ?? '').searchParams;
    expect(said.get(kind === 'sms' ? 'body' : 'text')).toBe(text);
    expect(link?.isWhole).toBe(true);
  });
  it('opens the chat without words where they are too many, for they are copied', () => {
    const link = handOff({ kind: 'whatsapp', number: NUMBER }, 'x'.repeat(9_000));
    expect(link).toEqual({ url: 'https://wa.me/31612345678', isWhole: false });
  });
  it('is a call to the number itself', () => {
    expect(handOff({ kind: 'phone', number: NUMBER }, text)?.url).toBe('tel:+31612345678');
  });
  it('is nothing where the answer is only written down', () => {
    expect(handOff({ kind: 'note', channel: 'counter' }, text)).toBeNull();
  });
});
