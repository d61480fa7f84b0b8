// The routes that Balie does not see itself: what comes by them, the owner writes down.
import type { Channel } from './message.ts';

/** What the owner is asked for when he writes something down, the most usual first. Mail is not among them: that is fetched. */
export const NOTED_CHANNELS = [
  'phone',
  'counter',
  'whatsapp',
  'sms',
  'instagram',
  'facebook',
  'telegram',
  'marktplaats',
  'tweedehands',
  'linkedin',
] as const satisfies readonly Channel[];

/** With those of which the question comes as mail, and only the answer is given elsewhere. */
export const HAND_CHANNELS = [...NOTED_CHANNELS, 'etsy', 'google-review'] as const satisfies readonly Channel[];
export type HandChannel = (typeof HAND_CHANNELS)[number];

export const isHandChannel = (channel: Channel): channel is HandChannel =>
  HAND_CHANNELS.some((known) => known === channel);

/** incoming: the customer said it. answer: we answered. remark: for the owner alone; it neither opens the clock nor stops it. */
export const NOTE_KINDS = ['incoming', 'answer', 'remark'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
