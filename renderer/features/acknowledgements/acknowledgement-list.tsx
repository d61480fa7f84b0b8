// What became of each message: sent, would have been sent, or not and why. Each opens to its words, and to its conversation.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AcknowledgementMode, AcknowledgementView } from '../../../main/contract/acknowledgements.ts';
import { acknowledgementWords } from '../../../main/contract/text/acknowledgement-words.ts';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/field.tsx';

const FILTERS = ['all', 'sent', 'refused'] as const;
type Filter = (typeof FILTERS)[number];

type ListProps = { readonly mode: AcknowledgementMode; readonly items: readonly AcknowledgementView[] };

export function AcknowledgementList({ mode, items }: ListProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = items.filter(({ outcome }) => filter === 'all' || (filter === 'refused') === (outcome === 'refused'));
  return (
    <section className="settings-stack" aria-labelledby="ack-list">
      <h2 id="ack-list">{t('acks.list')}</h2>
      {items.length > 0 && (
        <Segments
          label={t('acks.show')}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: t(`acks.filter.${value}`) }))}
          onValue={setFilter}
        />
      )}
      {shown.length === 0 ? (
        <p className="soft">{mode.kind === 'off' && items.length === 0 ? t('acks.emptyOff') : t('acks.empty')}</p>
      ) : (
        <ul className="ack-list">
          {shown.map((item) => (
            <li key={item.id}>
              <OneAcknowledgement item={item} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OneAcknowledgement({ item }: { readonly item: AcknowledgementView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const moments = useMoments();
  const { conversation } = item;
  const open = (): void => desk.place.setState({ view: { kind: 'desk' }, conversation, isReading: true });
  return (
    <details className={`ack ${item.outcome}`}>
      <summary>
        <span className="ack-who cut">
          <strong>{item.who}</strong> {item.subject}
        </span>
        <span className="soft ack-at">{moments.short(item.at)}</span>
        <span className="ack-outcome">
          {acknowledgementWords(language, item)}
          {item.statedAt !== null && ` · ${t('acks.promised', { when: moments.when(item.statedAt) })}`}
        </span>
      </summary>
      {item.text !== '' && (
        <p className="ack-words ack-letter" {...(item.language === null ? {} : { lang: item.language })}>
          {item.text}
        </p>
      )}
      {conversation !== null && (
        <Button size="small" onClick={open}>
          {t('acks.open')}
        </Button>
      )}
    </details>
  );
}
