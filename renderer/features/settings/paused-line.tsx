// In the rail, while the owner asked for silence: until when, and one press ends it.
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { usePausedUntil } from './use-pause.ts';

export function PausedLine() {
  const { t } = useTranslation();
  const moments = useMoments();
  const desk = useDesk();
  const pausedUntil = usePausedUntil();
  if (pausedUntil === null) return null;
  return (
    <div className="paused-line">
      <span title={t('notifications.pausedUntil', { until: moments.when(pausedUntil) })}>
        {t('notifications.silentUntil', { until: moments.short(pausedUntil) })}
      </span>
      <Button size="small" look="quiet" onClick={() => background(desk.pause.end())}>
        {t('notifications.again')}
      </Button>
    </div>
  );
}
