// Nothing is left to decide: what was decided, what tomorrow looks like, and the day can be closed.
import { useTranslation } from 'react-i18next';
import type { Decided, ReviewView } from '../../../main/contract/evening.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Button, Kbd } from '../../ui/button.tsx';
import { DeskPicture } from '../../ui/desk-picture.tsx';
import { useRoomDeeds } from '../../ui/room-deeds.ts';
import { decidedWords } from './decided-words.ts';
import { Tomorrow } from './tomorrow.tsx';

const KINDS: readonly Decided['kind'][] = ['answer', 'plan', 'later', 'reply-by', 'no-answer', 'phoned', 'done', 'fyi'];

/** Who decides quickly presses once too often: that must not begin something else. */
const nothing = (): void => {};
const SPENT = {
  'review-answer': nothing,
  'review-plan': nothing,
  'review-later': nothing,
  'review-no-answer': nothing,
  'review-skip': nothing,
};

type DayClosingProps = {
  readonly review: ReviewView;
  readonly onClose: () => void;
  /** null: the last decision. */
  readonly onTakeBack: (conversation: number | null) => void;
};

export function DayClosing({ review, onClose, onTakeBack }: DayClosingProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const isClosed = review.dayClosedAt !== null;
  useRoomDeeds({ ...SPENT, 'review-undo': () => onTakeBack(null), ...(isClosed ? {} : { open: onClose }) });
  const closedBody =
    review.opensAt === null
      ? t('evening.closedBodyNoHours')
      : t('evening.closedBody', { when: moments.when(review.opensAt) });
  const [title, body] = isClosed
    ? [t('evening.closed'), closedBody]
    : review.decided === 0
      ? [t('evening.nothing'), t('evening.nothingBody')]
      : [t('evening.allDecided'), t('evening.allDecidedBody')];
  return (
    <div className="day-closing">
      <DeskPicture />
      <h3 className="empty-title">{title}</h3>
      <p className="soft">{body}</p>
      {review.decided > 0 && (
        <p className="evening-tally">
          {KINDS.flatMap((kind) => {
            const count = review.tally[kind] ?? 0;
            return count === 0 ? [] : [t(`evening.tally.${kind}`, { count })];
          }).join(' · ')}
        </p>
      )}
      <Tomorrow day={review.planDay} />
      <div className="row-of-buttons">
        {isClosed ? (
          <p className="evening-good">{t('evening.goodEvening')}</p>
        ) : (
          <Button look="main" size="large" onClick={onClose}>
            {t('evening.close')} <Kbd>Enter</Kbd>
          </Button>
        )}
        <Button
          size={isClosed ? 'normal' : 'large'}
          look={isClosed ? 'plain' : 'quiet'}
          onClick={() => desk.place.setState({ view: { kind: 'day-plan' }, isReading: false })}
        >
          {t('plan.open')}
        </Button>
      </div>
      {review.decisions.length > 0 && (
        <section className="evening-decided" aria-label={t('evening.decided')}>
          <h4>{t('evening.decided')}</h4>
          <ul>
            {review.decisions.map(({ conversation, who, subject, decided }) => (
              <li key={conversation}>
                <span className="cut">
                  <strong>{who}</strong> <span className="soft">{subject.trim() || t('common.noSubject')}</span>
                </span>
                <span className="soft decided-how">{decidedWords(t, moments, decided)}</span>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`${t('evening.undo')}: ${who}`}
                  onClick={() => onTakeBack(conversation)}
                >
                  {t('evening.undo')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
