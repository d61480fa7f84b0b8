// What the engine tells unasked. Events carry ids, not data: the listener asks again. A gap in `seq` means: ask everything again.
import type { ErrorCode, Failure } from './errors.ts';
import type { ReminderBundle } from './reminders.ts';
import type {
  AccountId,
  AccountState,
  ConversationId,
  DeliveryView,
  MessageRowId,
  OAuthProvider,
  TestStep,
} from './views.ts';

export type EngineEvent =
  | { readonly kind: 'conversations-changed'; readonly conversations: readonly ConversationId[] }
  /** The owner read it here; where it stands and what else is said of it did not change. */
  | { readonly kind: 'conversation-read'; readonly conversation: ConversationId }
  /** A message was committed; `messageId` is its Message-ID header. */
  | {
      readonly kind: 'message-stored';
      readonly message: MessageRowId;
      readonly messageId: string | null;
      readonly at: number;
    }
  /** The order or the counts may have changed because time passed or settings changed. */
  | { readonly kind: 'queue-changed' }
  | { readonly kind: 'accounts-changed' }
  | { readonly kind: 'account-state'; readonly account: AccountId; readonly state: AccountState }
  | { readonly kind: 'connection-test'; readonly testId: string; readonly step: TestStep }
  /** The owner signs in on this page, in his own browser. Hosts open it only when it is a configured provider's page. */
  | { readonly kind: 'open-browser'; readonly testId: string; readonly provider: OAuthProvider; readonly url: string }
  | { readonly kind: 'delivery-changed'; readonly delivery: DeliveryView }
  /** An answer that was to leave later is a draft again, because the customer wrote first. */
  | { readonly kind: 'send-later-cancelled'; readonly conversation: ConversationId }
  /** Something was written, sent, thrown away or brought back. */
  | { readonly kind: 'drafts-changed' }
  | ({ readonly kind: 'reminders' } & ReminderBundle)
  /** Bytes of an import, messages of an export: how much of how much. */
  | {
      readonly kind: 'own-data-progress';
      readonly work: 'import' | 'export' | 'erase';
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'settings-changed' }
  /** Saved replies, what was learned of them, or what is proposed to become one. */
  | { readonly kind: 'canned-changed' }
  /** What the owner says of people: cards, tags, who is the same. */
  | { readonly kind: 'contacts-changed' }
  /** What was acknowledged, or whether anything is. */
  | { readonly kind: 'acknowledgements-changed' }
  | { readonly kind: 'trouble'; readonly error: Failure }
  /** What was told as trouble is over by itself. */
  | { readonly kind: 'trouble-over'; readonly code: ErrorCode }
  /** A copy is being made, or was; sizes are others. */
  | { readonly kind: 'storage-changed' };

export type NumberedEvent = { readonly seq: number; readonly event: EngineEvent };
