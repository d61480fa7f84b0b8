// The owner's proof that nothing is missing: of each mailbox how much is here of what the server has, when new mail there is
// noticed, and when all of it was last compared.
import { useTranslation } from 'react-i18next';
import type { AccountView, MailboxView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { useMailboxes } from './use-mailboxes.ts';

export function MailboxHealth({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { mailboxes, isChecking, check } = useMailboxes(account);
  if (mailboxes === null || mailboxes.length === 0) return null;
  const isComplete = mailboxes.every(
    ({ isWatched, isRead, missing }) =>
      isWatched === 'not-fetched' || (isRead && missing.notYet + missing.refused === 0),
  );
  const canCheck = account.state.kind === 'live' || account.state.kind === 'polling';
  return (
    <section className="mailbox-health" aria-label={t('mailboxes.title')}>
      <p className={isComplete ? 'soft' : 'mailbox-gap'} role="status">
        {t(isChecking ? 'mailboxes.checking' : isComplete ? 'mailboxes.complete' : 'mailboxes.incomplete')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('mailboxes.mailbox')}</th>
            <th scope="col">{t('mailboxes.here')}</th>
            <th scope="col">{t('mailboxes.seen')}</th>
            <th scope="col">{t('mailboxes.checked')}</th>
          </tr>
        </thead>
        <tbody>
          {mailboxes.map((mailbox) => (
            <OneMailbox key={mailbox.path} mailbox={mailbox} />
          ))}
        </tbody>
      </table>
      {canCheck && (
        <Button size="small" disabled={isChecking} onClick={() => background(check())}>
          {t('mailboxes.checkNow')}
        </Button>
      )}
    </section>
  );
}

function OneMailbox({ mailbox }: { readonly mailbox: MailboxView }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { path, role, isWatched, here, onServer, older, missing, lastFullCheckAt } = mailbox;
  const name = (
    <th scope="row" title={path} translate={role === null ? 'no' : undefined}>
      {role === null ? path : t(`mailboxes.role.${role}`)}
    </th>
  );
  if (isWatched === 'not-fetched') {
    return (
      <tr className="soft">
        {name}
        <td>{t('mailboxes.onServer', { count: onServer })}</td>
        <td colSpan={2}>{t('mailboxes.notFetched')}</td>
      </tr>
    );
  }
  return (
    <tr>
      {name}
      <td>
        {t('mailboxes.of', { here: moments.count(here), all: moments.count(Math.max(here, onServer - older)) })}
        {older > 0 && <span className="soft mailbox-note">{t('mailboxes.older', { count: older })}</span>}
        {missing.notYet > 0 && (
          <span className="mailbox-gap mailbox-note">{t('mailboxes.notYet', { count: missing.notYet })}</span>
        )}
        {missing.refused > 0 && (
          <span className="mailbox-gap mailbox-note">{t('mailboxes.refused', { count: missing.refused })}</span>
        )}
      </td>
      <td>{t(`mailboxes.${isWatched}`)}</td>
      <td>{lastFullCheckAt === null ? t('mailboxes.never') : moments.when(lastFullCheckAt)}</td>
    </tr>
  );
}
