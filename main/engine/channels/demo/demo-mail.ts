// Turns the demo script into raw RFC 5322 messages, so that the demo desk goes through the very parsing path of real mail.
// Everything is made from the script and the day, so two fills of the same day are the same to the byte.
import { TZDate } from '@date-fns/tz';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Address, Direction } from '../../../domain/conversation/message.ts';
import type { Instant, ZoneName } from '../../../domain/instant.ts';
import { attachmentBytes, attachmentType } from './demo-attachments.ts';
import type { DemoConversation, DemoMessage } from './demo-script.ts';

/** The calendar day in the desk's zone that the script calls day 0. */
export type DemoDay = { readonly year: number; readonly month: number; readonly day: number; readonly zone: ZoneName };

export type DemoMail = { readonly raw: Uint8Array; readonly at: Instant; readonly direction: Direction };

export const DEMO_OWNER: Address = { name: 'An Wouters', address: 'info@atelierwouters.example' };

export function demoInstant(desk: DemoDay, day: number, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new TZDate(desk.year, desk.month - 1, desk.day + day, hours, minutes, 0, 0, desk.zone).getTime();
}

export async function demoMails(
  conversation: DemoConversation,
  index: number,
  desk: DemoDay,
): Promise<readonly DemoMail[]> {
  const ids: string[] = [];
  const mails: DemoMail[] = [];
  for (const [position, message] of conversation.messages.entries()) {
    const at = demoInstant(desk, message.day, message.time);
    const own = message.direction === 'out';
    const domain = (own ? DEMO_OWNER : conversation.person).address.split('@')[1] ?? 'balie.example';
    const messageId = `<demo-${index}-${position}@${domain}>`;
    const raw = await compose(conversation, message, { at, messageId, earlier: [...ids], position, desk });
    ids.push(messageId);
    mails.push({ raw, at, direction: message.direction });
  }
  return mails;
}

type Context = {
  readonly at: Instant;
  readonly messageId: string;
  readonly earlier: readonly string[];
  readonly position: number;
  readonly desk: DemoDay;
};

async function compose(conversation: DemoConversation, message: DemoMessage, context: Context): Promise<Uint8Array> {
  const own = message.direction === 'out';
  const text = withDays(message.text, context.desk);
  const isReply = context.position > 0 && !/^(re|automatisch|réponse)/i.test(conversation.subject);
  return new MailComposer({
    from: own ? DEMO_OWNER : conversation.person,
    to: own ? (conversation.visitor ?? conversation.person) : DEMO_OWNER,
    ...(conversation.visitor !== null && !own ? { replyTo: conversation.visitor } : {}),
    subject: isReply ? `Re: ${conversation.subject}` : conversation.subject,
    date: new Date(context.at),
    messageId: context.messageId,
    ...(context.earlier.length > 0
      ? { inReplyTo: context.earlier.at(-1) ?? '', references: [...context.earlier] }
      : {}),
    headers: own ? {} : headersOf(conversation),
    text,
    ...(hasHtml(conversation, own) ? { html: htmlOf(conversation, text) } : {}),
    ...(conversation.kind === 'invite'
      ? { icalEvent: { method: 'REQUEST', content: invitation(conversation, context) } }
      : {}),
    attachments: message.attachments.map((filename) => ({
      filename,
      content: attachmentBytes(filename, conversation.subject),
      contentType: attachmentType(filename),
    })),
    baseBoundary: context.messageId.replace(/[<>@.]/g, ''),
  })
    .compile()
    .build();
}

const hasHtml = (conversation: DemoConversation, own: boolean): boolean =>
  !own && (conversation.kind === 'newsletter' || conversation.subject.length % 3 === 0);

function headersOf(conversation: DemoConversation): Record<string, string> {
  const domain = conversation.person.address.split('@')[1] ?? '';
  switch (conversation.kind) {
    case 'newsletter':
      return {
        'List-Id': `<nieuws.${domain}>`,
        'List-Unsubscribe': `<https://www.${domain}/uitschrijven?u=4711>`,
        Precedence: 'bulk',
      };
    case 'notification':
      return { 'Auto-Submitted': 'auto-generated' };
    case 'bounce':
      return {
        'Auto-Submitted': 'auto-replied',
        'Return-Path': '<>',
        'X-Failed-Recipients': 'veerle.smet@post.example',
      };
    case 'auto-reply':
      return { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
    case 'mail':
    case 'note':
    case 'webform':
    case 'invite':
      return {};
  }
}

function htmlOf(conversation: DemoConversation, text: string): string {
  const paragraphs = text.split(/\n\n+/).map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`);
  if (conversation.kind !== 'newsletter') return `<div dir="ltr">${paragraphs.join('')}</div>`;
  const domain = conversation.person.address.split('@')[1] ?? '';
  return `<!doctype html><html><head><style>
body{margin:0;background:#f3efe8;font-family:Georgia,serif;color:#3a332b}
.card{max-width:560px;margin:24px auto;background:#fff;border-radius:8px;overflow:hidden}
.head{background:#3f5c4a;color:#fff;padding:28px 32px;font-size:24px}
.body{padding:12px 32px 28px;font-size:16px;line-height:1.6}
.button{display:inline-block;background:#c2703d;color:#fff;padding:10px 20px;border-radius:6px;text-decoration:none}
.foot{font-size:12px;color:#8a8177;padding:0 32px 24px}
</style></head><body><div class="card"><div class="head">${escape(conversation.person.name)}</div>
<img src="https://beeld.${domain}/kop.jpg" width="560" height="180" alt="">
<div class="body"><h2>${escape(conversation.subject)}</h2>${paragraphs.join('')}
<p><a class="button" href="https://www.${domain}/lees-meer">Lees meer</a></p></div>
<div class="foot">Je krijgt deze mail omdat je klant bent. <a href="https://www.${domain}/uitschrijven?u=4711">Uitschrijven</a>
<img src="https://teller.${domain}/o.gif?u=4711" width="1" height="1" alt=""></div></div></body></html>`;
}

function invitation(conversation: DemoConversation, context: Context): string {
  const start = demoInstant(context.desk, 3, '14:00');
  const stamp = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Boekhouding Van Loo//Agenda//NL',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${context.messageId.slice(1, -1)}`,
    `DTSTAMP:${stamp(context.at)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(start + 3_600_000)}`,
    `SUMMARY:${conversation.subject.replace(/^[^:]*: /, '')}`,
    `ORGANIZER;CN=${conversation.person.name}:mailto:${conversation.person.address}`,
    `ATTENDEE;CN=${DEMO_OWNER.name};RSVP=TRUE:mailto:${DEMO_OWNER.address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
}

/** "{day +3}" and "{day +2 fr}" become a weekday with its date, so that a story told in June speaks of June. */
export function withDays(text: string, desk: DemoDay): string {
  return text.replaceAll(
    /(^|[.!?]\s+|\n)?\{day ([+-]\d+)(?: (fr|en))?\}/g,
    (_all, before: string | undefined, day: string, language?: string) => {
      const words = new Intl.DateTimeFormat(language ?? 'nl', {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: desk.zone,
      }).format(demoInstant(desk, Number(day), '12:00'));
      return `${before ?? ''}${before === undefined ? words : words.charAt(0).toUpperCase() + words.slice(1)}`;
    },
  );
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
