// What still has to leave, what did not work and what the owner must decide. Each line opens its conversation.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { waitingWords } from '../../i18n/delivery-words.ts';
import { failureWords } from '../../i18n/trade-words.ts';
import { useDesk, useFacts, useLanguage, useMoments, usePlace } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

export const needsOwner = ({ state }: DeliveryView): boolean => state === 'failed' || state === 'unknown';
export const isUnderway = ({ state }: DeliveryView): boolean => state === 'queued' || state === 'sending';

/** As much history as reassures; the rest is in the conversations. */
const RECENT = 12;

export function OutboxPane() {
  const { t } = useTranslation();
  const desk = useDesk();
  const deliveries = useFacts((facts) => facts.deliveries);
  const [isRunning, setIsRunning] = useState(false);
  const open = deliveries.filter((delivery) => needsOwner(delivery) || isUnderway(delivery));
  const sent = deliveries.filter(({ state }) => state === 'sent').slice(0, RECENT);
  const run = async (): Promise<void> => {
    setIsRunning(true);
    const done = await desk.client.call('outbox.run', {});
    if (!done.ok) desk.tellFailure(done.error);
    await desk.refresh.deliveries();
    setIsRunning(false);
  };
  return (
    <section className="list-pane" aria-label={t('outbox.title')}>
      <header className="list-head">
        <h2>{t('outbox.title')}</h2>
        {open.some(isUnderway) && (
          <Button size="small" disabled={isRunning} onClick={() => background(run())}>
            {t('outbox.runNow')}
          </Button>
        )}
      </header>
      <div className="outbox-lists">
        <p className="soft">{t(open.length === 0 ? 'outbox.empty' : 'outbox.intro')}</p>
        <DeliveryLines deliveries={open} />
        {sent.length > 0 && (
          <>
            <h3 className="outbox-heading">{t('outbox.recent')}</h3>
            <DeliveryLines deliveries={sent} />
          </>
        )}
      </div>
    </section>
  );
}

function DeliveryLines({ deliveries }: { readonly deliveries: readonly DeliveryView[] }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const moments = useMoments();
  const selected = usePlace((place) => place.conversation);
  const accounts = useFacts((facts) => facts.accounts);
  const stateOf = (account: string) => accounts.find(({ id }) => id === account)?.state.kind;
  return (
    <ul>
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <button
            type="button"
            className="outbox-line"
            data-conversation={delivery.conversation}
            aria-current={delivery.conversation === selected}
            onClick={() => desk.place.setState({ conversation: delivery.conversation, isReading: true })}
          >
            <span className="cut">
              <strong>{delivery.subject.trim() || t('common.noSubject')}</strong>
            </span>
            <span className={needsOwner(delivery) ? 'outbox-state trouble' : 'outbox-state soft'}>
              {delivery.state === 'queued'
                ? waitingWords(t, moments, delivery, stateOf(delivery.account))
                : t(`delivery.${delivery.state}`)}
            </span>
            <span className="outbox-to soft cut" translate="no" title={delivery.to.join(', ')}>
              {t('outbox.to', { names: (delivery.names ?? delivery.to).join(', ') })}
            </span>
            {delivery.error !== null && delivery.refused.length === 0 && (
              <span className="outbox-why">{failureWords(language, delivery.error).sentence}</span>
            )}
            {delivery.refused.map(({ address, why }) => (
              <span key={address} className="outbox-why">
                {failureWords(language, { code: why, values: { address } }).sentence}
              </span>
            ))}
            {delivery.filed === 'failed' && <span className="outbox-why soft">{t('delivery.notFiled')}</span>}
            {delivery.state !== 'unknown' && delivery.error !== null && delivery.error.detail !== '' && (
              <span className="outbox-why soft" translate="no">
                {t('delivery.serverSaid')}: {delivery.error.detail}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
