// One message made ready to be judged: the writer's own words without quote and sign-off, cut into sentences, with what is asked
// in them. Read once; the signals of the queue and the score are both made of it.
import { findAsks, cuesFor } from '../conversation/find-asks.ts';
import { guessLanguage } from '../conversation/language-guess.ts';
import { LANGUAGES, type Language } from '../conversation/message.ts';
import { sentencesOf, withoutSignOff, type Sentence } from '../conversation/sentences.ts';
import type { Signals } from '../conversation/signals.ts';
import { stripQuote } from '../conversation/strip-quote.ts';
import { MACHINE_SUBJECT, MACHINE_TALK } from './machine-cues.ts';

export type MessageToRead = {
  readonly subject: string;
  /** May still hold its quote; only the writer's own words count. */
  readonly text: string;
  /** As the channel calls itself: 'email', 'whatsapp', 'webform', 'voicemail' ... */
  readonly channel: string;
  /** One of ours, or null; the words tell as well. */
  readonly lang?: Language | null | undefined;
};

export type Reading = {
  readonly subject: string;
  readonly channel: string;
  readonly language: Language | null;
  /** Whose words are looked for: the message's own language, or all when it is too short to tell. */
  readonly languages: readonly Language[];
  /** Without quote and sign-off. */
  readonly plain: string;
  /** `plain` and `subject` in small letters, for the patterns. */
  readonly small: { readonly plain: string; readonly subject: string };
  readonly sentences: readonly Sentence[];
  readonly asks: Signals['asks'];
  readonly words: number;
  /** The phrase by which it talks like a shop's program or a mailing, or null. */
  readonly machineTalk: string | null;
};

/** What a customer wants stands before this; keeps a mail of megabytes cheap. */
const LOOKED_AT = 12_000;
/** Of the writer's own words: two pages. */
const OWN_LOOKED_AT = 4_000;
const LONGEST_SUBJECT = 1_000;

export function readMessage({ text, channel, lang, ...message }: MessageToRead): Reading {
  const subject = message.subject.slice(0, LONGEST_SUBJECT);
  const own = stripQuote(text.slice(0, LOOKED_AT)).slice(0, OWN_LOOKED_AT);
  const language = guessLanguage(own) ?? guessLanguage(`${subject}\n${own}`);
  const given = LANGUAGES.filter((known) => known === lang && known !== language);
  const languages = [...given, ...cuesFor(own, language)];
  const plain = withoutSignOff(own);
  const sentences = sentencesOf(own);
  return {
    subject,
    channel,
    language,
    languages,
    plain,
    small: { plain: plain.toLowerCase(), subject: subject.toLowerCase() },
    sentences,
    asks: findAsks(sentences, languages),
    machineTalk: (MACHINE_SUBJECT.exec(subject) ?? MACHINE_TALK.exec(plain))?.[0].trim() ?? null,
    words: plain.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0,
  };
}
