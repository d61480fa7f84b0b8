// The moment that counts for a conversation, in words, with where it comes from; as the desk's own clock and zone have it.
import { followUpWords, sourceWords } from '../contract/text/reply-by-source-words.ts';
import { replyByWords } from '../contract/text/reply-by-words.ts';
import type { QueueItem } from '../contract/views.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { Engine } from '../engine/host/engine.ts';

export type MomentWords = (item: QueueItem) => string;

/** `at`: as it is seen then; null is now. */
export async function momentWordsAt(engine: Engine, language: UiLanguage, at: Instant | null): Promise<MomentWords> {
  const [settings, status] = await Promise.all([engine.call('settings.get', {}), engine.call('desk.status', {})]);
  const zone = settings.ok ? settings.value.officeHours.zone : 'UTC';
  const now = at ?? Date.now() + (status.ok ? status.value.clockOffsetMs : 0);
  return (item) => {
    if (item.replyBy === null) return item.followUp === null ? '' : followUpWords(language, item.followUp, now, zone);
    const from = sourceWords(language, item, now, zone);
    return `${replyByWords(language, item.replyBy, now, zone)}${from === null ? '' : ` (${from})`}`;
  };
}
