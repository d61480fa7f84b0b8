// The notifications of the last month, the newest first, each with why it came; a press opens the conversation.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenBundle, GivenReminder } from '../../../main/contract/reminders.ts';
import { background } from '../../client/background.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { reminderReason } from './reminder-reason.ts';

/** Several weeks of a busy shop. */
const SHOWN = 100;

type Props = { readonly onOpen: (conversation: number) => void };

export function GivenNotifications({ onOpen }: Props) {
  const { t } = useTranslation();
  const bundles = useGivenBundles();
  if (bundles === null) return null;
  if (bundles.length === 0) return <p>{t('notifications.none')}</p>;
  return (
    <div className="settings-stack">
      <ol className="given-bundles">
        {bundles.map((bundle) => (
          <li key={bundle.givenAt}>
            <BundleLines bundle={bundle} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      <p className="soft small-text">{t('notifications.kept')}</p>
    </div>
  );
}

function BundleLines({ bundle, onOpen }: Props & { readonly bundle: GivenBundle }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { givenAt, conversations, reminders } = bundle;
  const left = conversations - reminders.length;
  return (
    <>
      <h3 className="given-at">
        <span>{moments.when(givenAt)}</span>
        {conversations > 1 && <span className="soft"> · {t('notifications.together', { count: conversations })}</span>}
      </h3>
      <ul className="given">
        {reminders.map((reminder) => (
          <ReminderLine key={`${reminder.conversation} ${reminder.threshold}`} reminder={reminder} onOpen={onOpen} />
        ))}
      </ul>
      {left > 0 && <p className="soft given-more">{t('notifications.more', { count: left })}</p>}
    </>
  );
}

function ReminderLine({ reminder, onOpen }: Props & { readonly reminder: GivenReminder }) {
  const { t } = useTranslation();
  const moments = useMoments();
  return (
    <li>
      <button type="button" className="given-line" onClick={() => onOpen(reminder.conversation)}>
        <strong>{reminder.who}</strong> <span className="soft cut">{reminder.subject}</span>
        <span className="given-why">{reminderReason(t, moments, reminder)}</span>
      </button>
    </li>
  );
}

/** null until the first answer is there. */
function useGivenBundles(): readonly GivenBundle[] | null {
  const desk = useDesk();
  const [bundles, setBundles] = useState<readonly GivenBundle[] | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('reminders.recent', { limit: SHOWN });
      if (!isHere) return;
      if (answer.ok) setBundles(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(ask());
    const stop = desk.client.onEvent((event) => {
      if (event.kind === 'reminders' || event.kind === 'events-missed') background(ask());
    });
    return () => {
      isHere = false;
      stop();
    };
  }, [desk]);
  return bundles;
}
