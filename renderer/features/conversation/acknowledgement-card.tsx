// An acknowledgement among the messages: one line, for it is no answer; its words when asked for. Open by itself where it did not
// leave.
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../main/contract/views.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { DeliveryLine } from './delivery-line.tsx';

type CardProps = { readonly message: MessageView; readonly who: string };

export function AcknowledgementCard({ message, who }: CardProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { delivery } = message;
  const isTroubled = delivery !== null && (delivery.state === 'failed' || delivery.error !== null);
  return (
    <details id={`message-${message.id}`} className="acknowledgement" open={isTroubled}>
      <summary>
        {t('acks.card')}
        <span className="soft message-time" title={moments.full(message.at)}>
          {moments.short(message.at)}
        </span>
      </summary>
      <p className="acknowledgement-words">{message.text.trim()}</p>
      {delivery !== null && <DeliveryLine delivery={delivery} who={who} />}
    </details>
  );
}
