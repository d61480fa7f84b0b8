// What the words of one message tell about the answer it wants: what is asked, whether it asks anything at all, and how likely
// somebody waits. Each finding carries the customer's own words, so that the queue can say why. When unsure it finds nothing,
// and the message stays an ordinary one.
import type { Learned } from '../needs-answer/learn.ts';
import { readAnswer, type NeedsReply } from '../needs-answer/needs-reply.ts';
import { maySetSenderApart, type Rest } from '../needs-answer/rest.ts';
import { guessLanguage } from './language-guess.ts';
import type { Channel, MailKind } from './message.ts';
import { dateIn, moneyIn } from './mentions.ts';
import { NO_SIGNALS, type Signals } from './signals.ts';
import { stripQuote } from './strip-quote.ts';

const LOOKED_AT = 4_000;
const LONGEST_WORDS = 60;

type SignalMail = {
  readonly subject: string;
  /** May still hold its quote; only the writer's own words count. */
  readonly text: string;
  readonly kind?: MailKind;
  readonly channel?: Channel;
  /** What is signed and sent back may stand under a bare "bedankt". */
  readonly hasAttachments?: boolean;
};

/** What this desk learned that bears on one message. */
export type LearnedOfSender = Pick<Learned, 'nudges'> & {
  /** Why its sender is set apart, in a few words ("@winkel.example"), or null. */
  readonly apart: () => string | null;
};

/** Of machine mail only the language is told: what a newsletter asks, it asks of everybody. */
export function findSignals(mail: SignalMail, learned: LearnedOfSender | null = null): Signals {
  const { kind = 'human', channel = 'email' } = mail;
  if (kind !== 'human' && kind !== 'invite') {
    const own = stripQuote(mail.text.slice(0, LOOKED_AT));
    return { ...NO_SIGNALS, language: guessLanguage(own) ?? guessLanguage(`${mail.subject}\n${own}`) };
  }
  const { reading, found, verdict, rests } = readAnswer(
    { subject: mail.subject, text: mail.text, channel },
    learned?.nudges,
  );
  // An invitation waits for a yes or a no, whatever stands beside it.
  const mayRest = kind !== 'invite' && mail.hasAttachments !== true;
  const apart = mayRest && maySetSenderApart(reading, found) ? (learned?.apart() ?? null) : null;
  const bySender: Rest | null = apart === null ? null : { because: 'sender', words: apart, isYes: false };
  const rest = mayRest ? (rests ?? bySender) : null;
  return {
    language: reading.language,
    isCloser: rest !== null,
    asks: reading.asks,
    money: moneyIn(reading.plain),
    date: dateIn(reading.plain),
    ...(rest === null ? {} : { rests: { ...rest, words: shortly(rest.words) } }),
    answer: { score: verdict.score, words: shortly(tellingWords(verdict)) },
  };
}

/** Of the reason that weighs most in the direction of the verdict. */
function tellingWords({ score, reasons }: NeedsReply): string {
  const way = score >= 0.5 ? 1 : -1;
  const most = reasons.slice(1).toSorted((a, b) => way * (b.weight - a.weight))[0];
  return most === undefined || most.weight * way <= 0 ? '' : most.words;
}

const shortly = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_WORDS
    ? line
    : `${line
        .slice(0, LONGEST_WORDS - 1)
        .trimEnd()
        .toWellFormed()}…`;
};
