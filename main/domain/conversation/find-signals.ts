// What the words of one message tell about the answer it wants. Rules of words, no learning: each finding carries the
// customer's own words, so that the queue can say why. When unsure it finds nothing, and the message stays an
// ordinary one.
import { isCloser } from '../needs-answer/closers.ts';
import { cuesFor, findAsks } from './find-asks.ts';
import { guessLanguage } from './language-guess.ts';
import type { MailKind } from './message.ts';
import { dateIn, moneyIn } from './mentions.ts';
import { sentencesOf, withoutSignOff } from './sentences.ts';
import { NO_SIGNALS, type Signals } from './signals.ts';
import { stripQuote } from './strip-quote.ts';

/** What a customer wants stands before this; keeps a mail of megabytes cheap. */
const LOOKED_AT = 12_000;
/** Of the writer's own words: two pages. */
const OWN_LOOKED_AT = 4_000;

type SignalMail = {
  readonly subject: string;
  /** May still hold its quote; only the writer's own words count. */
  readonly text: string;
  readonly kind?: MailKind;
};

/** Of machine mail only the language is told: what a newsletter asks, it asks of everybody. */
export function findSignals(mail: SignalMail): Signals {
  const own = stripQuote(mail.text.slice(0, LOOKED_AT)).slice(0, OWN_LOOKED_AT);
  const language = guessLanguage(own) ?? guessLanguage(`${mail.subject}\n${own}`);
  if (mail.kind !== undefined && mail.kind !== 'human' && mail.kind !== 'invite') return { ...NO_SIGNALS, language };
  const plain = withoutSignOff(own);
  const asks = findAsks(sentencesOf(own), cuesFor(own, language));
  return {
    language,
    isCloser: asks.length === 0 && isCloser(plain),
    asks,
    money: moneyIn(plain),
    date: dateIn(plain),
  };
}
