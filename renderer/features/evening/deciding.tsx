// One conversation of the review: who, the words in full, and the decision; or the answer that is being written.
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewView } from '../../../main/contract/evening.ts';
import type { ConversationView, QueueItem } from '../../../main/contract/views.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { channelName, replyByWords } from '../../i18n/trade-words.ts';
import { useConversation, useLanguage, useMoments, useNow, useZone } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { useRoomDeeds } from '../../ui/room-deeds.ts';
import { snoozeChoices } from '../../ui/when-presets.ts';
import { DecisionBar } from './decision-bar.tsx';
import { MomentSheet, slotPresets } from './moment-sheet.tsx';
import type { Reviewing } from './use-review.ts';

export type DecidingParts = {
  /** The messages of a conversation, through the safe reader; another feature's. */
  readonly Story: ComponentType<{ readonly view: ConversationView }>;
  /** The composer; another feature's. `leavesAt`: when what is sent leaves, null for at once. */
  readonly Answer: ComponentType<{
    readonly view: ConversationView;
    readonly leavesAt: Instant | null;
    readonly onSent: () => void;
  }>;
};

type DecidingProps = DecidingParts & {
  readonly review: ReviewView;
  readonly item: QueueItem;
  readonly deeds: Pick<Reviewing, 'decide' | 'skip' | 'takeBack'>;
  readonly onLeave: () => void;
};

type Step = 'choose' | 'answer' | 'plan' | 'later';

export function Deciding({ review, item, deeds, onLeave, Story, Answer }: DecidingProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('choose');
  const opened = useConversation((open) => open.view);
  const view = opened?.item.conversation === item.conversation ? opened : null;
  const isOpen = view !== null;
  useEffect(() => {
    // The words have the focus, so that the arrows scroll them.
    if (isOpen) document.querySelector<HTMLElement>('.evening .story')?.focus({ preventScroll: true });
  }, [isOpen]);

  const choose = (): void => setStep('choose');
  const answer = (): void => {
    setStep('answer');
    requestAnimationFrame(() => document.getElementById('composer-text')?.focus());
  };
  const plan = (): void => setStep('plan');
  const later = (): void => setStep('later');
  const noAnswer = (): void => deeds.decide(item, { kind: 'no-answer' });
  const takeBack = (): void => deeds.takeBack(null);
  useRoomDeeds({
    'review-answer': answer,
    'review-plan': plan,
    'review-later': later,
    'review-no-answer': noAnswer,
    'review-skip': deeds.skip,
    'review-undo': takeBack,
    leave: step === 'answer' ? choose : onLeave,
  });
  return (
    <>
      <About item={item} />
      {view === null ? <div className="story" /> : <Story view={view} />}
      {step === 'answer' && view !== null ? (
        <div className="evening-answer">
          <Answer view={view} leavesAt={review.sendsAt} onSent={choose} />
          <Button look="quiet" size="small" icon="back" onClick={choose}>
            {t('evening.back')}
          </Button>
        </div>
      ) : (
        <DecisionBar
          review={review}
          item={item}
          onAnswer={answer}
          onPlan={plan}
          onLater={later}
          onNoAnswer={noAnswer}
          onSkip={deeds.skip}
          onTakeBack={takeBack}
        />
      )}
      {step === 'plan' && (
        <MomentSheet
          title={t('plan.sheet')}
          item={item}
          presets={(now) => slotPresets(review.slots, item.plannedAt, now)}
          entersFirst
          onClose={choose}
          onChoose={(at, replyBy) => {
            choose();
            deeds.decide(item, { kind: 'plan', at, replyBy });
          }}
        />
      )}
      {step === 'later' && (
        <MomentSheet
          title={t('when.snoozeTitle')}
          item={item}
          presets={snoozeChoices}
          onClose={choose}
          onChoose={(until, replyBy) => {
            choose();
            deeds.decide(item, { kind: 'later', until, replyBy });
          }}
        />
      )}
    </>
  );
}

function About({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  return (
    <div className="evening-about">
      <h3 className="evening-who">{item.who}</h3>
      <p className="soft cut">
        {channelName(language, item.channel)} · {item.subject.trim() || t('common.noSubject')}
      </p>
      <p className="evening-marks">
        {item.replyBy !== null && (
          <span className={`chip ${item.section}`}>{replyByWords(language, item.replyBy, now, zone)}</span>
        )}
        {item.plannedAt !== null && (
          <span className="chip">{t('evening.wasPlanned', { when: moments.when(item.plannedAt) })}</span>
        )}
      </p>
    </div>
  );
}
