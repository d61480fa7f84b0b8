// A moment to plan at or to come back at, in one or two steps: past the reply-by, the owner says what holds now.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../main/contract/views.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { UNTIL_THEY_WRITE } from '../../../main/domain/queue/decisions.ts';
import type { OfficeHours } from '../../../main/domain/office-hours/office-hours.ts';
import { useWhenFacts } from '../../state/use-when-facts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { WhenField } from '../../ui/when-field.tsx';
import { afterWakePresets, replyByPresets, type Preset } from '../../ui/when-presets.ts';

type MomentSheetProps = {
  readonly title: string;
  readonly item: Pick<QueueItem, 'replyBy'>;
  readonly presets: (now: Instant, hours: OfficeHours) => readonly Preset[];
  /** Enter in the empty field takes the first of them. */
  readonly entersFirst?: boolean;
  readonly onChoose: (at: Instant, replyBy: Instant | null) => void;
  readonly onClose: () => void;
  /** What else can be done about it, below the moments. */
  readonly children?: ReactNode;
};

export function MomentSheet({
  title,
  item,
  presets,
  entersFirst = false,
  onChoose,
  onClose,
  children,
}: MomentSheetProps) {
  const { t } = useTranslation();
  const shared = useWhenFacts();
  const { now, hours, moments } = shared;
  const [at, setAt] = useState<Instant | null>(null);
  const { replyBy } = item;
  const hasEnd = at !== UNTIL_THEY_WRITE;
  const choose = (moment: Instant): void => {
    if (replyBy !== null && moment > replyBy) setAt(moment);
    else onChoose(moment, null);
  };
  return (
    <Dialog title={at === null ? title : t('when.replyByTitle')} onClose={onClose}>
      {at === null ? (
        <>
          <WhenField key="at" {...shared} presets={presets(now, hours)} entersFirst={entersFirst} onChoose={choose} />
          {children}
        </>
      ) : (
        <div className="settings-stack">
          <p>{t('when.pastReplyBy', { when: replyBy === null ? '' : moments.when(replyBy) })}</p>
          <WhenField
            key="reply-by"
            {...shared}
            presets={hasEnd ? afterWakePresets(at, hours) : replyByPresets(now, hours)}
            {...(hasEnd ? { notBefore: at } : {})}
            entersFirst
            onChoose={(moment) => onChoose(at, moment)}
          />
        </div>
      )}
    </Dialog>
  );
}

/** Free quarters as presets: as it was planned already, the first free one, and those after it. */
export function slotPresets(slots: readonly Instant[], plannedAt: Instant | null, now: Instant): readonly Preset[] {
  const [first, ...more] = slots.filter((at) => at !== plannedAt);
  return [
    ...(plannedAt === null || plannedAt <= now ? [] : [{ name: 'as-planned' as const, at: plannedAt }]),
    ...(first === undefined ? [] : [{ name: 'first-slot' as const, at: first }]),
    ...more.map((at) => ({ name: 'slot' as const, at })),
  ];
}
