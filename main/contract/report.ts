// What the report tells: the figures of a period, and the answers behind each of them. What a figure means is in docs/figures.md.
import { z } from 'zod';
import { CHANNELS, type Channel } from '../domain/conversation/message.ts';
import type { Figures } from '../domain/figures/figures.ts';
import type { Instant } from '../domain/instant.ts';
import type { ConversationId, MessageRowId } from './views.ts';

const instant = z.number().int().min(0).max(8_640_000_000_000_000);

/** Answers given from `from` up to, and not at, `until`. */
export const reportPeriod = z.object({ from: instant, until: instant });
export type ReportPeriod = z.infer<typeof reportPeriod>;

/** Which of a period's answers; null: all. Weekday and hour are those of the question; 0 is Monday. */
export const answersWanted = reportPeriod.extend({
  channel: z.enum(CHANNELS).nullable(),
  weekday: z.number().int().min(0).max(6).nullable(),
  hour: z.number().int().min(0).max(23).nullable(),
  isInTime: z.boolean().nullable(),
  limit: z.number().int().min(1).max(1_000),
});
export type AnswersWanted = z.infer<typeof answersWanted>;

export type ReportView = Figures;

export type AnswerView = {
  readonly conversation: ConversationId;
  /** The customer's message that opened the wait. */
  readonly message: MessageRowId;
  readonly who: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly askedAt: Instant;
  readonly answeredAt: Instant;
  readonly by: 'answered' | 'phoned';
  /** Working minutes. */
  readonly minutes: number;
  readonly isInTime: boolean;
};
