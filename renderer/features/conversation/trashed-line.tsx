// Above a conversation that was thrown away: until when it is still there, and the way back.
import { useTranslation } from 'react-i18next';
import { TRASH_DAYS } from '../../../main/contract/trash.ts';
import { DAY_MS } from '../../../main/domain/instant.ts';
import { isDeleted, type Decisions } from '../../../main/domain/queue/decisions.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

type TrashedLineProps = { readonly decisions: Decisions; readonly onPutBack: () => void };

export function TrashedLine({ decisions, onPutBack }: TrashedLineProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  if (!isDeleted(decisions)) return null;
  return (
    <p className="why-line">
      <span className="why-words">
        {t('trash.line', { when: moments.day((decisions.deletedAt ?? 0) + TRASH_DAYS * DAY_MS) })}
      </span>
      <Button size="small" hint="delete" onClick={onPutBack}>
        {t('trash.putBack')}
      </Button>
    </p>
  );
}
