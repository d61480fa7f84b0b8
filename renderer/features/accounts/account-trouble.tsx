// Why an account does not work, and the one thing to do about it. Shown in the rail and in the settings.
import type { AccountView } from '../../../main/contract/views.ts';
import { failureWords } from '../../i18n/trade-words.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { AccountRemedy } from './account-remedy.tsx';

export const isTroubled = ({ state }: AccountView): boolean => state.kind === 'waiting' || state.kind === 'needs-owner';

export function AccountTrouble({ account }: { readonly account: AccountView }) {
  const language = useLanguage();
  const { state } = account;
  if (state.kind !== 'waiting' && state.kind !== 'needs-owner') return null;
  const { sentence, action } = failureWords(language, state.error);
  return (
    <div className="health-trouble">
      <p className="health-why">
        {sentence} {action}
      </p>
      <AccountRemedy account={account} />
    </div>
  );
}
