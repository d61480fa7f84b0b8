// The mailboxes of one account as they stand, asked again when the account changes, and checked in full on the owner's wish.
import { useCallback, useEffect, useState } from 'react';
import type { AccountView, MailboxView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';

export type Mailboxes = {
  /** null: not asked yet. */
  readonly mailboxes: readonly MailboxView[] | null;
  readonly isChecking: boolean;
  readonly check: () => Promise<void>;
};

export function useMailboxes({ id, messages, lastFullCheckAt, state }: AccountView): Mailboxes {
  const desk = useDesk();
  const [mailboxes, setMailboxes] = useState<readonly MailboxView[] | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    const found = await desk.client.call('accounts.mailboxes', { id });
    if (found.ok) setMailboxes(found.value);
    else desk.tellFailure(found.error);
  }, [desk, id]);
  useEffect(() => {
    background(load());
  }, [load, messages, lastFullCheckAt, state]);
  const check = async (): Promise<void> => {
    setIsChecking(true);
    const checked = await desk.client.call('sync.now', { account: id, mailbox: null, full: true });
    if (!checked.ok) desk.tellFailure(checked.error);
    await Promise.all([load(), desk.refresh.accounts()]);
    setIsChecking(false);
  };
  return { mailboxes, isChecking, check };
}
