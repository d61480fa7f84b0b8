// The sheets that ask for a moment about one conversation: put off until, answer by, and by when the customer should have answered.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../main/contract/views.ts';
import type { officeHoursOf } from '../../main/domain/office-hours/holidays.ts';
import { UNTIL_THEY_WRITE } from '../../main/domain/queue/decisions.ts';
import { background } from '../client/background.ts';
import { useDesk, useMoments, useNow } from '../state/use-desk.tsx';
import { useWhenFacts } from '../state/use-when-facts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { WhenField } from '../ui/when-field.tsx';
import { afterWakePresets, followUpPresets, replyByPresets, snoozeChoices, type Preset } from '../ui/when-presets.ts';

type ItemSheetProps = { readonly item: QueueItem; readonly onClose: () => void };

export function SnoozeSheet({ item, onClose }: ItemSheetProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const [wake, setWake] = useState<number | null>(null);
  const finish = (until: number, replyBy: number | null): void => {
    onClose();
    background(desk.decide.snooze(item, until, replyBy));
  };
  // Asleep past the reply-by, the customer would silently be too late: the owner says what holds now.
  const isPastReplyBy = (at: number): boolean => item.turn === 'ours' && item.replyBy !== null && at > item.replyBy;
  return (
    <Dialog title={wake === null ? t('when.snoozeTitle') : t('when.replyByTitle')} onClose={onClose}>
      {wake === null ? (
        <Moment
          key="until"
          presets={snoozeChoices}
          onChoose={(at) => (isPastReplyBy(at) ? setWake(at) : finish(at, null))}
        />
      ) : (
        <div className="settings-stack">
          <p>{t('when.pastReplyBy', { when: item.replyBy === null ? '' : moments.when(item.replyBy) })}</p>
          <Moment
            key="reply-by"
            presets={wake === UNTIL_THEY_WRITE ? replyByPresets : (_, hours) => afterWakePresets(wake, hours)}
            {...(wake === UNTIL_THEY_WRITE ? {} : { notBefore: wake })}
            onChoose={(at) => finish(wake, at)}
          />
        </div>
      )}
    </Dialog>
  );
}

type PromisingProps = ItemSheetProps & {
  /** What he means may be a promise that he made. */
  readonly onPromise: () => void;
};

export function ReplyBySheet({ item, onClose, onPromise }: PromisingProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const set = (at: number | null): void => {
    onClose();
    background(desk.decide.setReplyBy(item, at));
  };
  return (
    <Dialog title={t('when.replyByTitle')} onClose={onClose}>
      <Moment presets={replyByPresets} onChoose={set} />
      <div className="row-of-buttons">
        {item.replyByFrom === 'hand' && (
          <Button look="quiet" size="small" onClick={() => set(null)}>
            {t('when.clearHand')}
          </Button>
        )}
        <PromiseButton item={item} onPromise={onPromise} />
      </div>
    </Dialog>
  );
}

function PromiseButton({ item, onPromise }: Pick<PromisingProps, 'item' | 'onPromise'>) {
  const { t } = useTranslation();
  return (
    <Button look="quiet" size="small" icon="promise" hint="promise-moment" onClick={onPromise}>
      {t(item.promise === null ? 'promise.add' : 'promise.change')}
    </Button>
  );
}

export function FollowUpSheet({ item, onClose, onPromise }: PromisingProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const now = useNow();
  const { followUp } = item;
  const set = (at: number | null | 'as-asked'): void => {
    onClose();
    background(desk.decide.followUp(item, at));
  };
  if (item.turn === 'ours') {
    return (
      <Dialog title={t('followUp.title')} onClose={onClose}>
        <p>{t('followUp.notTheirs')}</p>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('followUp.title')} onClose={onClose}>
      <div className="settings-stack">
        <p className="soft">
          {followUp?.words != null && `${t('followUp.asked', { words: followUp.words })} `}
          {state()} {t('followUp.intro')}
        </p>
        <Moment presets={followUpPresets} onChoose={set} />
        <div className="row-of-buttons">
          {followUp !== null && (
            <Button look="quiet" size="small" onClick={() => set(null)}>
              {t('followUp.off')}
            </Button>
          )}
          {followUp?.isByHand !== false && (
            <Button look="quiet" size="small" onClick={() => set('as-asked')}>
              {t('followUp.asAsked')}
            </Button>
          )}
          <PromiseButton item={item} onPromise={onPromise} />
        </div>
      </div>
    </Dialog>
  );

  function state(): string {
    if (followUp === null) return t('followUp.notWatched');
    return followUp.at <= now ? t('followUp.passed') : t('followUp.running', { when: moments.full(followUp.at) });
  }
}

type MomentProps = {
  readonly presets: (now: number, hours: ReturnType<typeof officeHoursOf>) => readonly Preset[];
  readonly notBefore?: number;
  readonly onChoose: (at: number) => void;
};

function Moment({ presets, notBefore, onChoose }: MomentProps) {
  const when = useWhenFacts();
  return (
    <WhenField
      {...when}
      presets={presets(when.now, when.hours)}
      {...(notBefore === undefined ? {} : { notBefore })}
      onChoose={onChoose}
    />
  );
}
