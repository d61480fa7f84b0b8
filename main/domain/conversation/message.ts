// The words for one message, as every room uses them. How a message is read from MIME is the e-mail channel's business.
export type Address = { readonly name: string; readonly address: string };

/** The route a customer took; product.md's table. Transport inside the program is never called a channel. */
export const CHANNELS = [
  'email',
  'webform',
  'phone',
  'counter',
  'whatsapp',
  'sms',
  'marktplaats',
  'linkedin',
  'tweedehands',
  'airbnb',
  'booking',
  'etsy',
  'google-review',
  'facebook',
  'instagram',
  'telegram',
  'voicemail',
  // The search index holds each by its place in this list: new ones come at the end.
] as const;
export type Channel = (typeof CHANNELS)[number];

export type Direction = 'in' | 'out';

export const MAIL_KINDS = [
  'human',
  'invite',
  'auto-reply',
  'bounce',
  'complaint',
  'newsletter',
  'notification',
  // What the owner notes for himself; no mail is one.
  'remark',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Languages Balie can tell apart well enough to choose words in. */
export const LANGUAGES = ['nl', 'en', 'fr', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the window and of the tray. */
export const UI_LANGUAGES = ['nl', 'en'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** What is wrong with a message that is shown nevertheless. */
export const MESSAGE_NOTES = ['too-complex', 'too-large', 'damaged', 'encrypted', 'not-fetched', 'removed'] as const;
export type MessageNote = (typeof MESSAGE_NOTES)[number];
