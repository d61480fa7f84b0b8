// One calm line above a message where its sender is not plainly who he seems; nothing at all above every other one.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../main/contract/views.ts';
import type { SenderDoubt } from '../../../main/domain/sender-trust/sender-doubts.ts';
import { Button } from '../../ui/button.tsx';
import { useMessageTrust } from './use-message-trust.ts';

export function SenderLine({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation();
  const [isExplained, setIsExplained] = useState(false);
  const isMail = message.direction === 'in' && !message.isByHand;
  const doubts = useMessageTrust(isMail ? message.id : null)?.doubts ?? [];
  const [worst] = doubts;
  if (worst === undefined) return null;
  return (
    <div className="aside sender-line">
      <p>
        {line(worst)}
        <Button look="quiet" size="small" aria-expanded={isExplained} onClick={() => setIsExplained(!isExplained)}>
          {t('trust.why')}
        </Button>
      </p>
      {isExplained && (
        <ul>
          {doubts.map((doubt) => (
            <li key={doubt.kind}>
              {doubt !== worst && `${line(doubt)} `}
              {t(`trust.reason.${doubt.kind}`, values(doubt))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function line(doubt: SenderDoubt): string {
    return t(`trust.line.${doubt.kind}`, values(doubt));
  }
}

/** For every sentence what it may name; the rest stays empty. */
function values(doubt: SenderDoubt) {
  const nothing = { domain: '', shown: '', address: '', name: '', known: '', failed: '', account: '' };
  switch (doubt.kind) {
    case 'not-from-there':
      return { ...nothing, domain: doubt.domain, failed: doubt.failed.join(', ').toUpperCase() };
    case 'known-name':
      return { ...nothing, name: doubt.name, known: doubt.known.join(', ') };
    case 'name-is-address':
    case 'own-name':
    case 'looks-like':
    case 'disguised':
    case 'house-name':
    case 'other-account':
    case 'answers-elsewhere':
      return { ...nothing, ...doubt };
  }
}
