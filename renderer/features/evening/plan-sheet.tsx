// Plan a conversation from the desk: the free quarters of the coming working day, or one's own words.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../main/contract/views.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { MomentSheet, slotPresets } from './moment-sheet.tsx';

export function PlanSheet({ item, onClose }: { readonly item: QueueItem; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [slots, setSlots] = useState<readonly Instant[] | null>(null);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const plan = await desk.client.call('dayPlan.open', { day: null });
      setSlots(plan.ok ? plan.value.slots : []);
    };
    background(ask());
  }, [desk]);
  const finish = (at: Instant | null, replyBy: Instant | null): void => {
    onClose();
    background(desk.decide.plan(item, at, replyBy));
  };
  if (slots === null) return null;
  return (
    <MomentSheet
      title={t('plan.sheet')}
      item={item}
      presets={(now) => slotPresets(slots, item.plannedAt, now)}
      entersFirst
      onClose={onClose}
      onChoose={(at, replyBy) => finish(at, replyBy)}
    >
      {item.plannedAt !== null && (
        <Button look="quiet" size="small" onClick={() => finish(null, null)}>
          {t('plan.clear')}
        </Button>
      )}
    </MomentSheet>
  );
}
