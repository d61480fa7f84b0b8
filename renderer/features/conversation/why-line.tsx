// Why a conversation stands where it stands, in one line, with the move the other way beside it. Not under a plain question: there
// the message says it itself, and the reasons are one key away.
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../main/contract/views.ts';
import type { WhyHere } from '../../../main/domain/queue/why-here.ts';
import { whyWords } from '../../i18n/trade-words.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

type WhyLineProps = { readonly item: QueueItem; readonly onMove: () => void };

/** In the queue: where the owner may well think otherwise. */
const DOUBTFUL: ReadonlySet<WhyHere['kind']> = new Set(['uncertain', 'yes', 'moved']);

export function WhyLine({ item, onMove }: WhyLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { section, why } = item;
  const isInQueue = section === 'overdue' || section === 'now' || section === 'soon';
  if (why === null || (section !== 'fyi' && !(isInQueue && DOUBTFUL.has(why.kind)))) return null;
  return (
    <p className="why-line">
      <span className="why-words">
        <strong>{t('why.here')}</strong> {whyWords(language, why).full}.
      </span>
      <Button size="small" icon="move" hint="move" onClick={onMove}>
        {t(section === 'fyi' ? 'action.toQueue' : 'action.toFyi')}
      </Button>
    </p>
  );
}
