// The words that the window shares with the tray and the command line.
import { factorWords, QUEUE_TEXTS } from '../../main/contract/text/queue-words.ts';
import { ASK_KINDS } from '../../main/domain/conversation/signals.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import type { Factor } from '../../main/domain/queue/factor.ts';

export { failureWords } from '../../main/contract/text/errors.ts';
export { channelName, sectionName } from '../../main/contract/text/queue-words.ts';
export { factorWords };
export { promisedWords, standingWords } from '../../main/contract/text/commitment-words.ts';
export { followUpWords, sinceWords, sourceMark, sourceWords } from '../../main/contract/text/reply-by-source-words.ts';
export { signWords } from '../../main/contract/text/sign-words.ts';
export { whyWords } from '../../main/contract/text/why-words.ts';
export { replyByWords } from '../../main/contract/text/reply-by-words.ts';

/** The shortest true reason: "vraagt een offerte" or "wacht al 3 dagen" rather than the name of the factor. */
export function reasonWords(language: UiLanguage, factor: Pick<Factor, 'name' | 'because'>): string {
  const texts = QUEUE_TEXTS[language];
  const { because } = factor;
  if (because.kind === 'reads-like') return because.waits ? texts.readsLike.waits : texts.readsLike.rests;
  if (because.kind === 'hours-waited') return factorWords(language, factor).because;
  const ask = because.kind === 'ask' ? ASK_KINDS.find((kind) => kind === because.ask) : undefined;
  return ask === undefined ? texts.factors[factor.name] : texts.asks[ask];
}
