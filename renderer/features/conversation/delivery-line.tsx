// Where an own answer stands on its way out, in words, with what the owner can do about it.
import { useTranslation } from 'react-i18next';
import type { DeliveryView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { waitingWords } from '../../i18n/delivery-words.ts';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';

export function DeliveryLine({ delivery, who }: { readonly delivery: DeliveryView; readonly who: string }) {
  const { t } = useTranslation();
  const { sending } = useDesk();
  const language = useLanguage();
  const moments = useMoments();
  const account = useFacts(({ accounts }) => accounts.find(({ id }) => id === delivery.account)?.state.kind);
  const takeBack = (
    <Button size="small" onClick={() => background(sending.takeBack(delivery, who))}>
      {t('delivery.takeBack')}
    </Button>
  );
  switch (delivery.state) {
    case 'queued':
      return (
        <div className={delivery.error === null ? 'delivery' : 'delivery stacked'}>
          <p>{waitingWords(t, moments, delivery, account)}</p>
          {delivery.error !== null && <FailureBox error={delivery.error} language={language} />}
          {takeBack}
        </div>
      );
    case 'sending':
      return <p className="delivery">{t('delivery.sending')}</p>;
    case 'sent':
      return (
        <div className={delivery.refused.length === 0 ? 'delivery' : 'delivery stacked'}>
          <p className="soft">{delivery.filed === 'failed' ? t('delivery.notFiled') : t('delivery.sent')}</p>
          {delivery.refused.map(({ address, why, reply }) => (
            <FailureBox
              key={address}
              error={{ code: why, retry: 'user', detail: reply, values: { address } }}
              language={language}
            />
          ))}
          {delivery.refused.length > 0 && (
            <Button size="small" onClick={() => background(sending.retry(delivery))}>
              {t('delivery.retryRefused')}
            </Button>
          )}
        </div>
      );
    case 'failed':
      return (
        <div className="delivery stacked">
          {delivery.error === null ? (
            <p className="delivery-warn">{t('delivery.failed')}</p>
          ) : (
            <FailureBox error={delivery.error} language={language} />
          )}
          <div className="row-of-buttons">
            <Button size="small" look="main" onClick={() => background(sending.retry(delivery))}>
              {t('delivery.retry')}
            </Button>
            {takeBack}
          </div>
        </div>
      );
    case 'unknown':
      return (
        <div className="delivery stacked">
          <p>
            <strong className="delivery-warn">{t('delivery.unknown')}.</strong> {t('delivery.unknownHelp')}
          </p>
          <div className="row-of-buttons">
            <Button size="small" look="main" onClick={() => background(sending.resolve(delivery, 'check'))}>
              {t('delivery.check')}
            </Button>
            <Button size="small" onClick={() => background(sending.resolve(delivery, 'send-again'))}>
              {t('delivery.sendAgain')}
            </Button>
            <Button size="small" onClick={() => background(sending.resolve(delivery, 'sent'))}>
              {t('delivery.asSent')}
            </Button>
          </div>
        </div>
      );
  }
}
