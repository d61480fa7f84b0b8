// Said on top of the window when an account is silent longer than is its habit: a channel that stopped without an error is found
// by this only.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../main/contract/views.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

export function QuietLine({ account }: { readonly account: Pick<AccountView, 'email' | 'quiet'> }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  if (account.quiet === null) return null;
  return (
    <div className="top-line" role="status">
      <Icon name="warning" />
      <span>{t('mailboxes.quiet', { email: account.email, since: moments.when(account.quiet.since) })}</span>
      <Button
        size="small"
        onClick={() => desk.place.setState({ view: { kind: 'settings', tab: 'accounts' }, isReading: false })}
      >
        {t('mailboxes.quietSee')}
      </Button>
    </div>
  );
}
