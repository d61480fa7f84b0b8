// What ingest makes of a mail without looking at the desk. Parse workers do it beforehand, so that the engine's thread only
// stores; for mail that comes another way (the demo, our own answers) ingest does the same here.
import { previewOf } from '../../domain/conversation/preview.ts';
import type { Channel } from '../../domain/conversation/message.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import { findSource, type SourceFound } from '../mail-source/source-facts.ts';
import { indexedWords } from '../search/indexed-words.ts';
import type { CompressText } from '../store/compressed-text.ts';
import type { Words } from '../store/full-text-table.ts';
import { packBody, type PackedBody } from '../store/packed-body.ts';
import { identityOf } from './identity.ts';

export type Prepared = {
  /** null: without a Message-ID it takes the size that the server tells. */
  readonly identity: string | null;
  readonly preview: string;
  readonly body: PackedBody;
  /** As mail; another channel has another mark among them. */
  readonly words: Words;
  /** What it says that it stands for. */
  readonly source: SourceFound;
};

/** HTML and headers travel in `prepared` only. */
export type PreparedMail = Omit<ParsedMail, 'html' | 'headers'> & { readonly prepared: Prepared };
export type ArrivedMail = PreparedMail | (ParsedMail & { readonly prepared?: undefined });

/** `compress`: where many are prepared, what createCompressText made once for all of them. */
export function prepareMail({ html, headers, ...mail }: ParsedMail, compress?: CompressText): PreparedMail {
  return {
    ...mail,
    prepared: {
      identity: mail.messageId === null ? null : identityOf({ mail, size: 0 }),
      preview: previewOf(mail.text),
      body: packBody({ text: mail.text, html, headers }, compress),
      words: wordsOf(mail, PREPARED_AS),
      source: findSource({ ...mail, html, headers }),
    },
  };
}

export const previewFor = (mail: ArrivedMail): string => mail.prepared?.preview ?? previewOf(mail.text);

export const sourceFor = (mail: ArrivedMail): SourceFound =>
  mail.prepared === undefined ? findSource(mail) : mail.prepared.source;

export const bodyFor = (mail: ArrivedMail): PackedBody =>
  mail.prepared === undefined ? packBody(mail) : mail.prepared.body;

export const wordsFor = (mail: ArrivedMail, channel: Channel): Words =>
  mail.prepared !== undefined && channel === PREPARED_AS ? mail.prepared.words : wordsOf(mail, channel);

const PREPARED_AS: Channel = 'email';

const wordsOf = (mail: Omit<ParsedMail, 'html' | 'headers'>, channel: Channel): Words =>
  indexedWords({
    channel,
    subject: mail.subject,
    senders: [...mail.from, ...mail.replyTo],
    recipients: [...mail.to, ...mail.cc, ...mail.bcc],
    text: mail.text,
    attachments: mail.attachments,
  });
