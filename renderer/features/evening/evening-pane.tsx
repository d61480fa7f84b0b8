// The evening review: one conversation at a time, big and calm, until none is left and the day can be closed.
import { useTranslation } from 'react-i18next';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { DayClosing } from './day-closing.tsx';
import { Deciding, type DecidingParts } from './deciding.tsx';
import { useReview } from './use-review.ts';

export function EveningPane({ Story, Answer }: DecidingParts) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const moments = useMoments();
  const reviewing = useReview();
  const { review, error, current } = reviewing;
  const leave = (): void => desk.place.setState({ view: { kind: 'desk' }, isReading: false });

  if (review === null) {
    return (
      <section className="evening" aria-label={t('evening.title')}>
        {error === null ? (
          <p className="soft">{t('common.loading')}</p>
        ) : (
          <FailureBox error={error} language={language} />
        )}
      </section>
    );
  }
  const total = review.toDecide + review.decided;
  return (
    <section className="evening" aria-label={t('evening.title')}>
      <header className="evening-head">
        <div>
          <h2>{t('evening.title')}</h2>
          <p className="soft">{t('evening.about', { when: moments.when(review.closedAt) })}</p>
        </div>
        {total > 0 && (
          <div className="evening-progress">
            <span id="evening-progress">{t('evening.progress', { done: review.decided, total })}</span>
            <progress aria-labelledby="evening-progress" max={total} value={review.decided} />
          </div>
        )}
        <Button look="quiet" size="small" onClick={leave}>
          {t('evening.leave')}
        </Button>
      </header>
      {error !== null && <FailureBox error={error} language={language} />}
      {current === null ? (
        <DayClosing review={review} onClose={reviewing.closeDay} onTakeBack={reviewing.takeBack} />
      ) : (
        <Deciding
          key={current.conversation}
          review={review}
          item={current}
          deeds={reviewing}
          onLeave={leave}
          Story={Story}
          Answer={Answer}
        />
      )}
    </section>
  );
}
