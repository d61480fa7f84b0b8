// How well the writer's own words are found, and what is made of them.
import { baseSubject } from '../../main/domain/conversation/base-subject.ts';
import { LANGUAGES, type Language } from '../../main/domain/conversation/message.ts';
import { needsReply, readAnswer } from '../../main/domain/needs-answer/needs-reply.ts';
import type { MessageToRead } from '../../main/domain/needs-answer/read-message.ts';
import { stripQuoteHtml } from '../../main/domain/conversation/strip-quote-html.ts';
import { stripQuote } from '../../main/domain/conversation/strip-quote.ts';
import { htmlToText } from '../../main/engine/channels/email/parse/html-to-text.ts';
import { folded, hasSharedData, scoreOf, sharedCases, tight, type Score } from '../helpers/shared-data.ts';
import { labelledMessages } from './labelled-messages.ts';

type QuoteCase = { readonly id: string; readonly text: string; readonly expect: string; readonly mayKeep?: string };

/** Lines of the wanted reply that are gone. */
const lost = (one: QuoteCase, reply: string): number =>
  one.expect.split('\n').filter((line) => folded(line) !== '' && !folded(reply).includes(folded(line))).length;

function scoreQuotes(set: string): Score {
  const cases = sharedCases<QuoteCase>(set);
  const score = scoreOf(set, cases, (one) => {
    const reply = stripQuote(one.text);
    const isRight = [one.expect, `${one.expect} ${one.mayKeep ?? ''}`].some(
      (wanted) => folded(wanted) === folded(reply),
    );
    return isRight ? [] : [lost(one, reply) > 0 ? 'loses reply' : 'keeps quote'];
  });
  return { ...score, more: `lose reply text ${score.faults.filter(({ why }) => why === 'loses reply').length}` };
}
export const scoreReplyQuote = (): Score => scoreQuotes('reply-quote');
export const scoreQuoteNl = (): Score => scoreQuotes('quote-nl');

type HtmlQuoteCase = { readonly id: string; readonly html: string; readonly expectText: string };
export const scoreReplyQuoteHtml = (): Score =>
  scoreOf('reply-quote-html', sharedCases<HtmlQuoteCase>('reply-quote-html'), ({ html, expectText }) => {
    // Our text marks what stands in a blockquote; the answers do not.
    const text = htmlToText(stripQuoteHtml(html)).replace(/^>+ ?/gm, '');
    return tight(text) === tight(expectText) ? [] : ['differs'];
  });

export const scoreSubjects = (): Score =>
  scoreOf('subjects', sharedCases<{ id: string; subject: string; base: string }>('subjects'), ({ subject, base }) =>
    baseSubject(subject) === base ? [] : [`${subject} gave ${baseSubject(subject)}`],
  );

export type ReplyFigures = Score & { readonly precision: number; readonly recall: number; readonly f1: number };

function figures(
  set: string,
  cases: readonly { id: string; wanted: boolean; found: boolean; text: string }[],
): ReplyFigures {
  const score = scoreOf(set, cases, ({ wanted, found, text }) =>
    wanted === found ? [] : [`${wanted ? 'missed' : 'made up'}: ${text.slice(0, 80)}`],
  );
  const right = cases.filter(({ wanted, found }) => wanted && found).length;
  const precision = right / Math.max(1, cases.filter(({ found }) => found).length);
  const recall = right / Math.max(1, cases.filter(({ wanted }) => wanted).length);
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
  const more = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
  return { ...score, more, precision, recall, f1 };
}

type NlCase = {
  readonly id: string;
  readonly lang: string;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  readonly label: { readonly needsReply: boolean | null };
};
export const scoreNeedsReplyNl = (): ReplyFigures =>
  figures(
    'needs-reply-nl',
    sharedCases<NlCase>('needs-reply-nl').flatMap((one) =>
      one.label.needsReply === null
        ? []
        : [
            {
              id: one.id,
              wanted: one.label.needsReply,
              found: needsReply({ ...one, lang: languageOf(one.lang) }).needsReply,
              text: one.text,
            },
          ],
    ),
  );

/** Our own labelled messages; the held part only measures. */
export const scoreNeedsReplyOwn = (language: Language, part: 'build' | 'held'): ReplyFigures =>
  figures(
    `answer-${language}-${part}`,
    labelledMessages(language, part).map((one) => ({
      id: one.id,
      wanted: one.label === '+',
      found: needsReply({ ...one, lang: language }).needsReply,
      text: one.text,
    })),
  );

type Judged = { readonly id: string; readonly message: MessageToRead; readonly isFree: boolean };

/** How many messages are set apart by themselves, and which of them somebody waits behind or the owner must see. */
export function scoreSetApart(part: 'build' | 'held'): Score {
  const own = LANGUAGES.flatMap((language) =>
    labelledMessages(language, part).map(({ id, label, channel, subject, text }): Judged => ({
      id,
      message: { channel, subject, text, lang: language },
      isFree: label === '-',
    })),
  );
  const cases = part === 'held' && hasSharedData ? [...own, ...sharedJudged()] : own;
  const apart = new Set(cases.filter(({ message }) => readAnswer(message).rests !== null));
  const score = scoreOf(`set-apart-${part}`, cases, (one) =>
    apart.has(one) && !one.isFree ? [`hidden: ${one.message.text.slice(0, 80)}`] : [],
  );
  const free = cases.filter(({ isFree }) => isFree).length;
  return { ...score, more: `set apart ${apart.size} of ${free} that ask nothing, hidden ${score.faults.length}` };
}

const sharedJudged = (): readonly Judged[] => [
  ...sharedCases<NlCase>('needs-reply-nl').map(({ id, lang, channel, subject, text, label }): Judged => ({
    id,
    message: { channel, subject, text, lang: languageOf(lang) },
    isFree: label.needsReply === false,
  })),
  ...sharedCases<EnCase>('needs-reply-en').map(({ id, text, verified }): Judged => ({
    id,
    message: { channel: 'email', subject: '', text, lang: 'en' },
    isFree: verified === false,
  })),
];

/** "nl-BE" is Dutch. */
const languageOf = (tag: string): Language | null => LANGUAGES.find((language) => tag.startsWith(language)) ?? null;

type EnCase = { readonly id: string; readonly text: string; readonly verified: boolean | null };
export const scoreNeedsReplyEn = (): ReplyFigures =>
  figures(
    'needs-reply-en',
    sharedCases<EnCase>('needs-reply-en').flatMap(({ id, text, verified }) =>
      verified === null
        ? []
        : [
            {
              id,
              wanted: verified,
              found: needsReply({ subject: '', text, channel: 'email', lang: 'en' }).needsReply,
              text,
            },
          ],
    ),
  );
