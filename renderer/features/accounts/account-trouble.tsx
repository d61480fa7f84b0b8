// Why an account does not work, and the one thing to do about it. Shown in the rail and in the settings.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../main/contract/errors.ts';
import type { AccountView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { failureWords } from '../../i18n/trade-words.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { NewPassword } from './new-password.tsx';

export const isTroubled = ({ state }: AccountView): boolean => state.kind === 'waiting' || state.kind === 'needs-owner';

const MENDED_BY_A_PASSWORD: ReadonlySet<ErrorCode> = new Set([
  'wrong-password',
  'app-password-needed',
  'password-expired',
  'password-missing',
]);

/** The button for another password stands with the trouble already. */
export const wantsPassword = ({ state }: AccountView): boolean =>
  'error' in state && MENDED_BY_A_PASSWORD.has(state.error.code);

export function AccountTrouble({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const [isTrying, setIsTrying] = useState(false);
  const { state } = account;
  if (state.kind !== 'waiting' && state.kind !== 'needs-owner') return null;
  const { sentence, action } = failureWords(language, state.error);
  const tryNow = async (): Promise<void> => {
    setIsTrying(true);
    const tried = await desk.client.call('sync.now', { account: account.id, mailbox: null, full: false });
    if (!tried.ok) desk.tellFailure(tried.error);
    await desk.refresh.accounts();
    setIsTrying(false);
  };
  return (
    <div className="health-trouble">
      <p className="health-why">
        {sentence} {action}
      </p>
      {wantsPassword(account) ? (
        <Button size="small" look="main" onClick={() => setIsAsking(true)}>
          {t('account.newPassword')}
        </Button>
      ) : (
        <Button size="small" disabled={isTrying} onClick={() => background(tryNow())}>
          {t(isTrying ? 'account.trying' : 'account.tryNow')}
        </Button>
      )}
      {isAsking && <NewPassword account={account} onClose={() => setIsAsking(false)} />}
    </div>
  );
}
