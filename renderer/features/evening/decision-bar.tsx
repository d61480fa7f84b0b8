// The four answers to "what will you do with this?", each under one key, and the way back.
import { useTranslation } from 'react-i18next';
import type { ReviewView } from '../../../main/contract/evening.ts';
import type { QueueItem } from '../../../main/contract/views.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button, Kbd } from '../../ui/button.tsx';

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
  const deeds = [
    { key: 'r', words: t('evening.answer'), help: leaves, act: props.onAnswer, look: 'main' },
    {
      key: 'p',
      words: t('evening.plan'),
      help: slot === null ? '' : t('evening.planHelp', { when: moments.when(slot) }),
      act: props.onPlan,
      look: '',
    },
    { key: 'h', words: t('evening.later'), help: t('evening.laterHelp'), act: props.onLater, look: '' },
    { key: 'n', words: t('evening.noAnswer'), help: t('evening.noAnswerHelp'), act: props.onNoAnswer, look: '' },
  ];
  return (
    <div className="decision-bar" role="toolbar" aria-label={t('evening.question')}>
      <div className="decisions">
        {deeds.map(({ key, words, help, act, look }) => (
          <button key={key} type="button" className={`decision ${look}`} aria-keyshortcuts={key} onClick={act}>
            <Kbd>{key}</Kbd>
            <span className="decision-words">{words}</span>
            <span className="decision-help">{help}</span>
          </button>
        ))}
      </div>
      <div className="row-of-buttons">
        {review.toDecide > 1 && (
          <Button look="quiet" size="small" onClick={props.onSkip}>
            {t('evening.skip')} <Kbd>j</Kbd>
          </Button>
        )}
        {review.decided > 0 && (
          <Button look="quiet" size="small" onClick={props.onTakeBack}>
            {t('evening.undo')} <Kbd>z</Kbd>
          </Button>
        )}
      </div>
    </div>
  );
}
