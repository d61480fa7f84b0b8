// One line of the tray's menu for each customer that waits too long: who, and how long in words.
import { replyByWords } from '../contract/text/reply-by-words.ts';
import type { TraySummary } from '../contract/views.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { Instant, ZoneName } from '../domain/instant.ts';
import type { TrayLine } from './tray.ts';

// Longer names push the words that matter off the menu.
const LONGEST_NAME = 40;

export function trayLines(
  summary: TraySummary,
  language: UiLanguage,
  now: Instant,
  zone: ZoneName,
): readonly TrayLine[] {
  return summary.late.map(({ conversation, who, replyBy }) => ({
    conversation,
    text: `${who.length > LONGEST_NAME ? `${who.slice(0, LONGEST_NAME - 1)}…` : who} · ${replyByWords(language, replyBy, now, zone)}`,
  }));
}
