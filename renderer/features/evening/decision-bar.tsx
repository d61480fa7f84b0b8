// The four answers to "what will you do with this?", each under one key, and the way back.
import { useTranslation } from 'react-i18next';
import type { ReviewView } from '../../../main/contract/evening.ts';
import type { QueueItem } from '../../../main/contract/views.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button, KeyOf } from '../../ui/button.tsx';
import { useKeyHint } from '../../ui/key-hints.ts';
import type { ReviewDeed } from '../../ui/room-deeds.ts';

type DecisionBarProps = {
  readonly review: ReviewView;
  readonly item: QueueItem;
  readonly onAnswer: () => void;
  readonly onPlan: () => void;
  readonly onLater: () => void;
  readonly onNoAnswer: () => void;
  readonly onSkip: () => void;
  readonly onTakeBack: () => void;
};

export function DecisionBar(props: DecisionBarProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { review, item } = props;
  const slot = item.plannedAt ?? review.slots[0] ?? null;
  const leaves =
    review.sendsAt === null ? t('evening.answerNow') : t('evening.answerHelp', { when: moments.when(review.sendsAt) });
  const deeds: readonly DecisionProps[] = [
    { name: 'review-answer', words: t('evening.answer'), help: leaves, act: props.onAnswer, look: 'main' },
    {
      name: 'review-plan',
      words: t('evening.plan'),
      help: slot === null ? '' : t('evening.planHelp', { when: moments.when(slot) }),
      act: props.onPlan,
      look: '',
    },
    { name: 'review-later', words: t('evening.later'), help: t('evening.laterHelp'), act: props.onLater, look: '' },
    {
      name: 'review-no-answer',
      words: t('evening.noAnswer'),
      help: t('evening.noAnswerHelp'),
      act: props.onNoAnswer,
      look: '',
    },
  ];
  return (
    <div className="decision-bar" role="toolbar" aria-label={t('evening.question')}>
      <div className="decisions">
        {deeds.map((deed) => (
          <Decision key={deed.name} {...deed} />
        ))}
      </div>
      <div className="row-of-buttons">
        {review.toDecide > 1 && (
          <Button look="quiet" size="small" hint="review-skip" onClick={props.onSkip}>
            {t('evening.skip')} <KeyOf action="review-skip" />
          </Button>
        )}
        {review.decided > 0 && (
          <Button look="quiet" size="small" hint="review-undo" onClick={props.onTakeBack}>
            {t('evening.undo')} <KeyOf action="review-undo" />
          </Button>
        )}
      </div>
    </div>
  );
}

type DecisionProps = {
  readonly name: ReviewDeed;
  readonly words: string;
  readonly help: string;
  readonly act: () => void;
  readonly look: string;
};

function Decision({ name, words, help, act, look }: DecisionProps) {
  const keys = useKeyHint(name).join('+');
  return (
    <button
      type="button"
      className={`decision ${look}`}
      {...(keys === '' ? {} : { 'aria-keyshortcuts': keys })}
      onClick={act}
    >
      <span className="decision-key">
        <KeyOf action={name} />
      </span>
      <span className="decision-words">{words}</span>
      <span className="decision-help">{help}</span>
    </button>
  );
}
