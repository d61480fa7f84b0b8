// From header fields to what a message says about itself: who, to whom, when, which conversation.
import type { ParsedMail } from '../../parsed-mail.ts';
import { parseAddresses } from './addresses.ts';
import { firstField, type HeaderField } from './header-block.ts';
import { readableValue } from './header-words.ts';
import { LIMITS } from './limits.ts';
import { parseMailDate } from './mail-date.ts';
import { parseIds, parseMessageId } from './message-ids.ts';

export type Envelope = Pick<
  ParsedMail,
  'subject' | 'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'date' | 'messageId' | 'inReplyTo' | 'references' | 'headers'
>;

/** `charset`: the body's, as a guess for eight-bit text in the header. */
export function readEnvelope(fields: readonly HeaderField[], charset: string): Envelope {
  const addresses = (name: string, keepNameless = false): ParsedMail['to'] => {
    const found = fields.filter((field) => field.name === name && field.value !== '');
    // Two From lines are against RFC 5322 3.6; every program shows the first. Of To and Cc all are read.
    if (keepNameless || found.length < 2) return parseAddresses(found[0]?.value ?? '', keepNameless, charset);
    return found.flatMap((field) => parseAddresses(field.value, false, charset)).slice(0, LIMITS.addresses);
  };
  return {
    subject: readableValue(firstField(fields, 'subject').slice(0, LIMITS.headerBytes), charset)
      .trim()
      .slice(0, LIMITS.subjectLength),
    from: addresses('from', true),
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    replyTo: addresses('reply-to'),
    date: parseMailDate(firstField(fields, 'date')),
    messageId: parseMessageId(firstField(fields, 'message-id')),
    inReplyTo: parseIds(firstField(fields, 'in-reply-to')),
    references: parseIds(firstField(fields, 'references')),
    headers: headersOf(fields, charset),
  };
}

function headersOf(fields: readonly HeaderField[], charset: string): ParsedMail['headers'] {
  const headers = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const shown = readableValue(
      value.length > LIMITS.fieldLength ? value.slice(0, LIMITS.fieldLength) : value,
      charset,
    );
    const before = headers.get(name);
    if (before === undefined) headers.set(name, [shown]);
    else before.push(shown);
  }
  // A field may be called "constructor" or "__proto__": fromEntries makes own properties of them.
  return Object.fromEntries(headers);
}
