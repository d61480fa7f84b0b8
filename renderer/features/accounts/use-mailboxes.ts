// The mailboxes of one account as they stand, asked again when the account changes, and checked in full on the owner's wish.
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../main/contract/errors.ts';
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
  const ask = useCallback(() => desk.client.call('accounts.mailboxes', { id }), [desk, id]);
  const show = useCallback(
    (found: Result<readonly MailboxView[]>): void =>
      found.ok ? setMailboxes(found.value) : desk.tellFailure(found.error),
    [desk],
  );
  useEffect(() => {
    let isHere = true;
    const load = async (): Promise<void> => {
      const found = await ask();
      if (isHere) show(found);
    };
    background(load());
    return () => {
      isHere = false;
    };
    // Asked again whenever one of these moves.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ask, show, messages, lastFullCheckAt, state]);
  const check = async (): Promise<void> => {
    setIsChecking(true);
    const checked = await desk.client.call('sync.now', { account: id, mailbox: null, full: true });
    if (!checked.ok) desk.tellFailure(checked.error);
    const [found] = await Promise.all([ask(), desk.refresh.accounts()]);
    show(found);
    setIsChecking(false);
  };
  return { mailboxes, isChecking, check };
}
