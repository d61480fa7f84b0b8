// Mail that nobody wrote, for measuring: words drawn by Zipf's law, so that common and rare ones are as common and rare as in
// real mail, a third of it in conversations of several messages. The same seed gives the same mail.
import type { ParsedMail } from '../main/engine/channels/parsed-mail.ts';
import type { ArrivedMessage } from '../main/engine/ingest/arrived.ts';

export const BENCH_NOW = Date.parse('2026-05-12T08:00:00Z');
const OWNER = { name: 'Bench', address: 'info@bench.example' };
const VOCABULARY = 20_000;
const SYLLABLES = [
  'ba',
  'de',
  'fi',
  'go',
  'ka',
  'le',
  'mi',
  'no',
  'pe',
  'ro',
  'sa',
  'te',
  'vu',
  'wi',
  'zo',
  'scha',
  'vrij',
  'druk',
];

/** 0 inclusive to 1 exclusive (mulberry32). */
export function createDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The word of that rank; rank 0 is the most common. */
export function wordOf(rank: number): string {
  let left = rank + 1;
  let word = '';
  while (left > 0) {
    word += SYLLABLES[left % SYLLABLES.length] ?? '';
    left = Math.floor(left / SYLLABLES.length);
  }
  return word;
}

export type SyntheticOptions = {
  readonly count: number;
  readonly account: string;
  readonly inbox: number;
  readonly sent: number;
  readonly seed?: number;
  /** Share of messages that answer an earlier one. */
  readonly answers?: number;
  /** Over how many days before BENCH_NOW they arrived. */
  readonly days?: number;
  readonly words?: number;
};

/** Oldest first. */
export function* syntheticMail(options: SyntheticOptions): Generator<ArrivedMessage> {
  const { count, account, inbox, sent, seed = 7, answers = 0.35, days = 365, words = 180 } = options;
  const draw = createDraw(seed);
  const rank = (): number => Math.floor(VOCABULARY ** draw()) - 1;
  const text = (length: number): string => Array.from({ length }, () => wordOf(rank())).join(' ');
  const parents: { readonly id: string; readonly subject: string; readonly who: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const parent =
      draw() < answers ? parents[parents.length - 1 - Math.floor(draw() * Math.min(200, parents.length))] : undefined;
    const who = parent?.who ?? Math.floor(draw() * (count / 5));
    const isOurs = parent !== undefined && draw() < 0.5;
    const customer = { name: `Klant ${wordOf(who)}`, address: `klant${who}@voorbeeld.example` };
    const subject = parent === undefined ? text(5) : `Re: ${parent.subject}`;
    const id = `s${seed}.${index}@bench.example`;
    const mail: ParsedMail = {
      subject,
      from: [isOurs ? OWNER : customer],
      to: [isOurs ? customer : OWNER],
      cc: [],
      bcc: [],
      replyTo: [],
      date: null,
      messageId: id,
      inReplyTo: parent === undefined ? [] : [parent.id],
      references: parent === undefined ? [] : [parent.id],
      text: `Beste,\n\n${text(Math.floor(words * (0.3 + 1.4 * draw())))}?\n\nMet vriendelijke groet\n${customer.name}`,
      html: draw() < 0.6 ? `<div>${text(words)}</div>`.repeat(2) : null,
      headers: {
        'message-id': [`<${id}>`],
        'x-mailer': ['Bench 1.0'],
        received: ['from a by b with ESMTPS', 'from c by d'],
      },
      attachments: [],
      kind: draw() < 0.1 ? 'newsletter' : 'human',
      note: null,
    };
    parents.push({ id, subject: parent?.subject ?? subject, who });
    yield {
      account,
      channel: 'email',
      direction: isOurs ? 'out' : 'in',
      at: BENCH_NOW - Math.floor(((count - index) / count) * days * 86_400_000),
      size: 4_000,
      mail,
      place: { mailboxId: isOurs ? sent : inbox, uid: index + 1, flags: [] },
    };
  }
}
