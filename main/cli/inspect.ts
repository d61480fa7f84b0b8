// The engine's own functions from outside, one JSON line in and one out, for finding faults and for acceptance. Each entry only
// reads its argument and calls what the app calls; a rule that is missing here is missing in the app.
import { z } from 'zod';
import { findCommitments } from '../domain/commitment/find-commitments.ts';
import { baseSubject } from '../domain/conversation/base-subject.ts';
import { safeFileName } from '../domain/conversation/file-name.ts';
import { LANGUAGES, type Language } from '../domain/conversation/message.ts';
import { needsReply } from '../domain/needs-answer/needs-reply.ts';
import { stripQuoteHtml } from '../domain/conversation/strip-quote-html.ts';
import { stripQuote } from '../domain/conversation/strip-quote.ts';
import type { Instant } from '../domain/instant.ts';
import { WEEKDAYS, type OfficeHours, type OpenInterval } from '../domain/office-hours/office-hours.ts';
import { parseWhen } from '../domain/reply-by/parse-when.ts';
import { replyByFor } from '../domain/reply-by/reply-by.ts';
import { inspectSource } from '../engine/mail-source/inspect-source.ts';
import { parseMail } from '../engine/channels/email/parse/parse-mail.ts';
import { decodeTnef } from '../engine/channels/email/parse/tnef.ts';

/** Answers lines as they come; returns when they end. `write` gets one line without its line end. */
export async function runInspect(
  lines: AsyncIterable<string>,
  write: (line: string) => void | Promise<void>,
): Promise<void> {
  for await (const line of lines) {
    if (line.trim() !== '') await write(inspectLine(line));
  }
}

/** Never throws: a bad line gets an error line, with its id where that could be read. */
export function inspectLine(line: string): string {
  let id: unknown = null;
  try {
    const asked: unknown = JSON.parse(line, reviveBuffer);
    id = typeof asked === 'object' && asked !== null && 'id' in asked ? asked.id : null;
    const { fn, arg } = QUESTION.parse(asked);
    if (!isInspectName(fn)) throw new Error(`no such function: ${fn}`);
    return JSON.stringify({ id, result: INSPECT_FUNCTIONS[fn](arg) ?? null });
  } catch (error) {
    return JSON.stringify({ id, error: wordsOf(error) });
  }
}

const QUESTION = z.object({ fn: z.string(), arg: z.unknown().optional() });

/** `server`: what the account's own mail server is called; without it, the topmost word is taken for its own. `own`: own addresses. */
const SOURCE_QUESTION = z.object({ mail: bytes(), server: z.string().nullish(), own: z.array(z.string()).nullish() });

export const INSPECT_FUNCTIONS = {
  parseMail: taking(bytes(), (raw) => {
    const mail = parseMail(raw);
    return {
      subject: mail.subject,
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      replyTo: mail.replyTo,
      date: iso(mail.date),
      messageId: mail.messageId,
      references: mail.references,
      text: mail.text,
      html: mail.html,
      headerKeys: Object.keys(mail.headers),
      attachments: mail.attachments.map((attachment) => ({
        filename: attachment.fileName,
        contentType: attachment.contentType,
        size: attachment.size,
        cid: attachment.contentId,
      })),
      kind: mail.kind,
      note: mail.note,
    };
  }),
  safeFileName: taking(z.string(), safeFileName),
  decodeTnef: taking(bytes(), (raw) => decodeTnef(raw).map(({ fileName }) => fileName)),
  stripQuote: taking(z.string(), stripQuote),
  stripQuoteHtml: taking(z.string(), stripQuoteHtml),
  classify: taking(bytes(), (raw) => parseMail(raw).kind),
  needsReply: taking(
    z.object({
      subject: z.string().nullish(),
      text: z.string(),
      channel: z.string().nullish(),
      lang: z.string().nullish(),
    }),
    ({ subject, text, channel, lang }) => {
      const found = needsReply({ subject: subject ?? '', text, channel: channel ?? 'email', lang: languageOf(lang) });
      return { ...found, reasons: found.reasons.map(({ name, weight, words }) => `${name} (${weight}): ${words}`) };
    },
  ),
  findCommitments: taking(
    z.object({ text: z.string(), sentAt: moment(), tz: z.string(), lang: z.string().nullish() }),
    ({ text, sentAt, tz, lang }) =>
      findCommitments({ text: stripQuote(text), sentAt, zone: tz, language: languageOf(lang) }).map((commitment) => ({
        text: commitment.text,
        due: iso(commitment.due),
      })),
  ),
  parseWhen: taking(
    z.object({ text: z.string(), now: moment(), tz: z.string(), lang: z.string().nullish(), hours: week().nullish() }),
    ({ text, now, tz, lang, hours }) =>
      iso(
        parseWhen({ text, now, zone: tz, language: languageOf(lang), hours: officeHours(tz, hours ?? SHOP_WEEK, []) }),
      ),
  ),
  replyBy: taking(
    z.object({
      start: moment(),
      tz: z.string(),
      hours: week(),
      holidays: z.array(z.string()).nullish(),
      minutes: z.number(),
    }),
    ({ start, tz, hours, holidays, minutes }) =>
      iso(replyByFor({ since: start, targetMinutes: minutes, hours: officeHours(tz, hours, holidays ?? []) }).replyBy),
  ),
  baseSubject: taking(z.string(), baseSubject),
  mailSource: taking(z.union([bytes().transform((mail) => ({ mail })), SOURCE_QUESTION]), inspectSource),
} as const satisfies Readonly<Record<string, (arg: unknown) => unknown>>;

const isInspectName = (name: string): name is keyof typeof INSPECT_FUNCTIONS => Object.hasOwn(INSPECT_FUNCTIONS, name);

function taking<Arg, Result>(schema: z.ZodType<Arg>, run: (arg: Arg) => Result): (arg: unknown) => Result {
  return (arg) => run(schema.parse(arg));
}

/** JSON has no bytes: they come as {"$b64": "..."}. */
function reviveBuffer(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$b64' in value)) return value;
  return typeof value.$b64 === 'string' ? Buffer.from(value.$b64, 'base64') : value;
}

function bytes(): z.ZodType<Uint8Array> {
  return z.instanceof(Uint8Array, { error: 'a buffer as {"$b64": "..."} is needed' });
}

function moment(): z.ZodType<Instant> {
  return z.string().transform((text, context) => {
    const instant = Date.parse(text);
    if (Number.isFinite(instant)) return instant;
    context.addIssue(`not an instant: ${text.slice(0, 40)}`);
    return z.NEVER;
  });
}

type Week = Readonly<Partial<Record<(typeof WEEKDAYS)[number], readonly OpenInterval[]>>>;
const SHOP_DAY: readonly OpenInterval[] = [['09:00', '17:00']];
const SHOP_WEEK: Week = { mon: SHOP_DAY, tue: SHOP_DAY, wed: SHOP_DAY, thu: SHOP_DAY, fri: SHOP_DAY };

function week(): z.ZodType<Week> {
  return z.partialRecord(z.enum(WEEKDAYS), z.array(z.tuple([z.string(), z.string()])));
}

const officeHours = (zone: string, hours: Week, holidays: readonly string[]): OfficeHours => ({
  zone,
  week: {
    mon: hours.mon ?? [],
    tue: hours.tue ?? [],
    wed: hours.wed ?? [],
    thu: hours.thu ?? [],
    fri: hours.fri ?? [],
    sat: hours.sat ?? [],
    sun: hours.sun ?? [],
  },
  closures: [],
  holidays,
});

/** "nl-BE" is Dutch. */
const languageOf = (tag: string | null | undefined): Language | null =>
  LANGUAGES.find((language) => language === tag?.slice(0, 2).toLowerCase()) ?? null;

const iso = (instant: Instant | null): string | null => (instant === null ? null : new Date(instant).toISOString());

const wordsOf = (error: unknown): string =>
  error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
