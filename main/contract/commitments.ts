// What crosses the boundary about promises to customers: how each stands, and the ledger of all of them.
import type { Closing, CommitmentSaid, CommitmentState } from '../domain/commitment/standing.ts';
import type { Instant } from '../domain/instant.ts';
import type { Decisions } from '../domain/queue/decisions.ts';
import type { ConversationId, MessageRowId } from './ids.ts';

/** What the owner sees together. 'dropped' holds what he let go, and what lapsed by itself. */
export const LEDGER_PARTS = ['open', 'proposed', 'kept', 'dropped'] as const;
export type LedgerPart = (typeof LEDGER_PARTS)[number];

export type CommitmentView = {
  readonly id: number;
  readonly conversation: ConversationId;
  /** Where it was said; null: written down by hand. */
  readonly message: MessageRowId | null;
  readonly words: string;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  readonly state: CommitmentState;
  readonly because: Closing | null;
  readonly closedAt: Instant | null;
  /** The message that kept or moved it. */
  readonly closedBy: MessageRowId | null;
};

export type LedgerLine = CommitmentView & {
  readonly who: string;
  readonly address: string;
  readonly subject: string;
};

/** `broken` of the open ones are past their moment. */
export type LedgerCounts = Readonly<Record<LedgerPart | 'broken', number>>;

/** Open and proposed ones: the first due first. Others: the last closed first. */
export type LedgerPage = { readonly lines: readonly LedgerLine[]; readonly counts: LedgerCounts };

/** As it was before the owner's word, so that it can be taken back. */
export type CommitmentBefore = {
  readonly said: CommitmentSaid;
  readonly saidAt: Instant | null;
  readonly dueAt: Instant;
  readonly decisions: Decisions;
};
