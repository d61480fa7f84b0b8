// Who can read an answer beside the one it is for.
import type { Channel } from '../conversation/message.ts';

/** Everybody, the firm whose network it is, or nobody but the carriers of the post. */
export type Openness = 'public' | 'third-party' | 'mail';

/** null: it is said, and not sent. A form of one's own site is answered by mail; on a network it stays in that firm's hands. */
const READS_ALONG: Readonly<Record<Channel, Openness | null>> = {
  email: 'mail',
  webform: 'mail',
  sms: 'mail',
  phone: null,
  counter: null,
  voicemail: null,
  whatsapp: 'third-party',
  marktplaats: 'third-party',
  linkedin: 'third-party',
  tweedehands: 'third-party',
  airbnb: 'third-party',
  booking: 'third-party',
  etsy: 'third-party',
  facebook: 'third-party',
  instagram: 'third-party',
  telegram: 'third-party',
  'google-review': 'public',
};

/** `isPublic`: so said of this very conversation, such as a comment on a page. */
export const opennessOf = (channel: Channel, isPublic: boolean): Openness | null =>
  isPublic ? 'public' : READS_ALONG[channel];
