// The one button for an account in trouble, the same wherever the trouble is told: another password, the browser, or a new attempt.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { NewPassword } from './new-password.tsx';
import { remedyFor } from './remedy.ts';
import { SignInAgain } from './sign-in-again.tsx';

export function AccountRemedy({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isAsking, setIsAsking] = useState(false);
  const [isTrying, setIsTrying] = useState(false);
  const remedy = remedyFor(account);
  if (remedy === null) return null;
  const tryNow = async (): Promise<void> => {
    setIsTrying(true);
    const tried = await desk.client.call('sync.now', { account: account.id, mailbox: null, full: false });
    if (!tried.ok) desk.tellFailure(tried.error);
    await desk.refresh.accounts();
    setIsTrying(false);
  };
  if (remedy === 'try') {
    return (
      <Button size="small" disabled={isTrying} onClick={() => background(tryNow())}>
        {t(isTrying ? 'account.trying' : 'account.tryNow')}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" look="main" onClick={() => setIsAsking(true)}>
        {t(remedy === 'password' ? 'account.newPassword' : 'browser.signInShort')}
      </Button>
      {isAsking && remedy === 'password' && <NewPassword account={account} onClose={() => setIsAsking(false)} />}
      {isAsking && remedy === 'browser' && <SignInAgain account={account} onClose={() => setIsAsking(false)} />}
    </>
  );
}
