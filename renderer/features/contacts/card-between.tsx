// What there was between a customer and the owner: how long either waits, what is still promised, and every conversation.
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactCard, ContactHistoryLine } from '../../../main/contract/contacts.ts';
import { sectionName } from '../../i18n/trade-words.ts';
import { workingTime } from '../../i18n/working-time.ts';
import { useLanguage, useMoments, usePlace } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

/** As many as stand on the card without burying it. */
const SHOWN_AT_FIRST = 5;

type BetweenProps = { readonly card: ContactCard; readonly onOpen: (line: ContactHistoryLine) => void };

export function CardBetween({ card, onOpen }: BetweenProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { waits, firstSeenAt } = card;
  return (
    <>
      {card.commitments.length > 0 && (
        <section className="card-part" aria-labelledby="card-promises">
          <h4 id="card-promises">{t('card.promises')}</h4>
          <ul className="card-list">
            {card.commitments.map((promise) => (
              <li key={promise.id}>
                “{promise.words}”{' '}
                <span className="soft">
                  {promise.state === 'proposed'
                    ? t('card.promiseProposed')
                    : t('card.promiseDue', { when: moments.when(promise.dueAt) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card-part" aria-labelledby="card-between">
        <h4 id="card-between">{t('card.between')}</h4>
        <dl className="card-figures">
          {firstSeenAt !== null && <Figure name={t('card.since')}>{moments.monthYear(firstSeenAt)}</Figure>}
          <Figure name={t('card.conversations')}>{moments.count(card.conversations)}</Figure>
          {waits.minutes !== null && (
            <Figure name={t('card.weAnswer')} title={t('card.waitsHelp')}>
              {workingTime(t, waits.minutes)}
            </Figure>
          )}
          {waits.theirMinutes !== null && (
            <Figure name={t('card.theyAnswer')} title={t('card.waitsHelp')}>
              {workingTime(t, waits.theirMinutes)}
            </Figure>
          )}
        </dl>
      </section>
      <History history={card.history} onOpen={onOpen} />
    </>
  );
}

type FigureProps = { readonly name: string; readonly title?: string; readonly children: ReactNode };

function Figure({ name, title, children }: FigureProps) {
  return (
    <div title={title}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type HistoryProps = {
  readonly history: readonly ContactHistoryLine[];
  readonly onOpen: (line: ContactHistoryLine) => void;
};

function History({ history, onOpen }: HistoryProps) {
  const { t } = useTranslation();
  const id = useId();
  const language = useLanguage();
  const moments = useMoments();
  const here = usePlace((place) => place.conversation);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? history : history.slice(0, SHOWN_AT_FIRST);
  return (
    <section className="card-part" aria-labelledby={id}>
      <h4 id={id}>{t('card.history')}</h4>
      {history.length === 0 && <p className="soft">{t('card.noHistory')}</p>}
      <ul className="card-list">
        {shown.map((line) => (
          <li key={line.conversation}>
            <button
              type="button"
              className="card-story"
              aria-current={line.conversation === here ? 'true' : undefined}
              onClick={() => onOpen(line)}
            >
              <span className="cut">{line.subject.trim() || t('card.noSubject')}</span>
              <span className="soft">
                {moments.short(line.lastAt)} · {sectionName(language, line.section)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < history.length && (
        <Button size="small" look="quiet" onClick={() => setIsWhole(true)}>
          {t('card.allHistory', { count: history.length })}
        </Button>
      )}
    </section>
  );
}
