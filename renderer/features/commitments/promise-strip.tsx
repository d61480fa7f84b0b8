// Above the composer: what was promised in this conversation, with one key for yes.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentView } from '../../../main/contract/commitments.ts';
import type { ConversationView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { replyByWords } from '../../i18n/trade-words.ts';
import { useDesk, useLanguage, useMoments, useNow, useZone } from '../../state/use-desk.tsx';
import { Button, KeyOf } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PromiseSheet } from './promise-sheet.tsx';
import { shownPromises } from './shown-promises.ts';
import './commitments.css';

/** The ledger has them all. */
const MOST_SHOWN = 3;

export function PromiseStrip({ view }: { readonly view: ConversationView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const now = useNow();
  const [moving, setMoving] = useState<CommitmentView | null>(null);
  const promises = shownPromises(view, now);
  const { conversation, who, promise } = view.item;
  if (promises.length === 0) return null;
  const more = promises.length - MOST_SHOWN;
  return (
    <section className="promises" aria-label={t('promise.label')}>
      <ul>
        {promises.slice(0, MOST_SHOWN).map((one) => (
          <PromiseLine
            key={one.id}
            promise={one}
            who={who}
            hasKey={one.id === promise?.id}
            onMove={() => setMoving(one)}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" look="quiet" onClick={() => desk.place.setState({ view: { kind: 'promises' } })}>
          {t('promise.more', { count: more })}
        </Button>
      )}
      {moving !== null && (
        <PromiseSheet conversation={conversation} who={who} promise={moving} onClose={() => setMoving(null)} />
      )}
    </section>
  );
}

type LineProps = {
  readonly promise: CommitmentView;
  readonly who: string;
  /** The keys act on this one. */
  readonly hasKey: boolean;
  readonly onMove: () => void;
};

function PromiseLine({ promise, who, hasKey, onMove }: LineProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  const { state, dueAt, words } = promise;
  const isBroken = state === 'open' && dueAt <= now;
  const lead = { proposed: 'youPromised', open: 'watched', kept: 'kept', moved: 'moved' } as const;
  const key = (hint: 'promise' | 'promise-moment') => (hasKey ? { hint } : {});
  return (
    <li className={`promise ${isBroken ? 'broken' : state}`}>
      <Icon name="promise" />
      <p className="promise-words" title={words}>
        <span className="promise-lead">
          {t(`promise.${isBroken ? 'broken' : (lead[state as keyof typeof lead] ?? 'watched')}`)}:
        </span>{' '}
        “{words}”
      </p>
      {(state === 'proposed' || state === 'open') && (
        <span className="promise-due" title={moments.full(dueAt)}>
          {state === 'proposed' ? moments.when(dueAt) : replyByWords(language, dueAt, now, zone)}
        </span>
      )}
      <span className="promise-deeds">
        {state === 'proposed' && (
          <>
            <Button
              size="small"
              look="main"
              {...key('promise')}
              onClick={() => background(desk.promises.watch(promise, who))}
            >
              {t('promise.watch')} {hasKey && <KeyOf action="promise" />}
            </Button>
            <Button size="small" {...key('promise-moment')} onClick={onMove}>
              {t('promise.other')}
            </Button>
            <Button size="small" look="quiet" onClick={() => background(desk.promises.drop(promise, who))}>
              {t('promise.none')}
            </Button>
          </>
        )}
        {state === 'open' && (
          <>
            <Button size="small" onClick={() => background(desk.promises.keep(promise, who))}>
              {t('promise.fulfilled')}
            </Button>
            <Button size="small" {...key('promise-moment')} onClick={onMove}>
              {t('promise.other')}
            </Button>
            <Button size="small" look="quiet" onClick={() => background(desk.promises.drop(promise, who))}>
              {t('promise.letGo')}
            </Button>
          </>
        )}
        {(state === 'kept' || state === 'moved') && (
          <Button size="small" look="quiet" onClick={() => background(desk.promises.watch(promise, who))}>
            {t('promise.stillOpen')}
          </Button>
        )}
      </span>
    </li>
  );
}
