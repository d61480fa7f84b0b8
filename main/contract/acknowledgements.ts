// Acknowledgements as they cross a boundary: how the switch stands, and what was done with each message that asked for one.
import { z } from 'zod';
import type { Refusal } from '../domain/acknowledgement/refusal.ts';
import { ACK_CHANNELS, ACK_SITUATIONS, type AckSituation } from '../domain/acknowledgement/texts.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from '../domain/canned/template.ts';
import type { Instant } from '../domain/instant.ts';
import type { ConversationId, DeliveryState } from './views.ts';

export type AcknowledgementMode =
  | { readonly kind: 'off' }
  /** Nothing leaves before `until`: what would have is listed. */
  | { readonly kind: 'dry-run'; readonly until: Instant }
  | { readonly kind: 'on' }
  /** So many left within the hour that something must be wrong; the owner says when it goes on. */
  | { readonly kind: 'stopped'; readonly since: Instant };

export const acknowledgementSwitch = z.discriminatedUnion('to', [
  z.object({ to: z.literal('on') }),
  z.object({ to: z.literal('off') }),
  z.object({ to: z.literal('live'), hasRead: z.literal(true) }),
  z.object({ to: z.literal('resume') }),
]);

export const acknowledgementTest = z.object({
  channel: z.enum(ACK_CHANNELS),
  situation: z.enum(ACK_SITUATIONS),
  language: z.enum(CANNED_LANGUAGES),
});

export type AcknowledgementView = {
  readonly id: number;
  readonly at: Instant;
  /** Null: it is there no more. */
  readonly conversation: ConversationId | null;
  readonly who: string;
  readonly subject: string;
  readonly outcome: 'sent' | 'dry-run' | 'refused';
  readonly refusal: Refusal | null;
  readonly language: CannedLanguage | null;
  readonly situation: AckSituation | null;
  readonly text: string;
  readonly statedAt: Instant | null;
  /** Of one that was sent: where it stands. 'taken-back': somebody answered before it left. */
  readonly delivery: DeliveryState | 'taken-back' | null;
};

export type AcknowledgementOverview = {
  readonly mode: AcknowledgementMode;
  /** Sent, or in rehearsal: would have been, within the last hour. */
  readonly inLastHour: number;
  readonly items: readonly AcknowledgementView[];
};
