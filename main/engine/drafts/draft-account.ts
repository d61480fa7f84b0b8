// Which account a draft leaves from: that of the own address which the owner chose, else the one he chose, else that of the
// conversation, else the first that is connected.
import { connectedAccounts } from '../channels/manual/manual-account.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { DraftRow } from '../store/draft-table.ts';
import type { Store } from '../store/store.ts';
import { answeringAccount } from '../outbox/answering.ts';

export type Leaving = Pick<DraftRow, 'kind' | 'conversation' | 'account' | 'sender'>;

/** null: no account, or the address is none of the owner's. */
export function accountOfDraft(store: Pick<Store, 'accounts' | 'conversations'>, draft: Leaving): AccountRow | null {
  const chosen = draft.account === null ? null : store.accounts.get(draft.account);
  const conversation = draft.conversation === null ? null : store.conversations.get(draft.conversation);
  const ofConversation = conversation === null ? null : answeringAccount(store, conversation.account);
  const connected = connectedAccounts(store).filter(({ detachedAt }) => detachedAt === null);
  const likely = [chosen, ofConversation, ...connected].filter((account) => account !== null);
  const { sender } = draft;
  if (sender === null) return likely[0] ?? null;
  return likely.find(({ addresses }) => addresses.includes(sender.toLowerCase())) ?? null;
}
