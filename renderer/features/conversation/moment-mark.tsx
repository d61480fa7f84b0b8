// The moment that counts for this conversation, where it comes from, and the way to change it: by when we answer, or by when the
// customer should have answered us.
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../main/contract/views.ts';
import { followUpWords, replyByWords, sourceWords } from '../../i18n/trade-words.ts';
import { useLanguage, useMoments, useNow, useZone } from '../../state/use-desk.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKeyHint } from '../../ui/key-hints.ts';

type MomentMarkProps = {
  readonly item: QueueItem;
  readonly onReplyBy: () => void;
  readonly onFollowUp: () => void;
};

export function MomentMark({ item, onReplyBy, onFollowUp }: MomentMarkProps) {
  return item.turn === 'theirs' || item.followUp !== null ? (
    <FollowUpMark item={item} onChange={onFollowUp} />
  ) : (
    <ReplyByMark item={item} onChange={onReplyBy} />
  );
}

type MarkProps = { readonly item: QueueItem; readonly onChange: () => void };

function ReplyByMark({ item, onChange }: MarkProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  const { replyBy, section } = item;
  const isDue = section === 'overdue' || section === 'now' || section === 'soon';
  return (
    <span className="moment-mark">
      <button
        type="button"
        className={`reply-by ${isDue ? section : ''}`}
        onClick={onChange}
        {...hinted(useKeyHint('reply-by'), replyBy === null ? '' : moments.full(replyBy))}
      >
        <Icon name="flag" />
        {replyBy === null || !isDue ? t('action.when') : replyByWords(language, replyBy, now, zone)}
      </button>
    </span>
  );
}

/** What the moment is reckoned from: on the line below it, so that what stands under both keeps its place. */
export function MomentSource({ item }: { readonly item: QueueItem }) {
  const language = useLanguage();
  const now = useNow();
  const zone = useZone();
  const isDue = item.section === 'overdue' || item.section === 'now' || item.section === 'soon';
  if (!isDue || item.turn === 'theirs' || item.followUp !== null) return null;
  return <span className="soft moment-source">{sourceWords(language, item, now, zone)}</span>;
}

function FollowUpMark({ item, onChange }: MarkProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  const { followUp } = item;
  const isUnheard = followUp !== null && followUp.at <= now;
  return (
    <span className="moment-mark">
      <button
        type="button"
        className={`reply-by ${isUnheard ? 'now' : ''}`}
        onClick={onChange}
        {...hinted(useKeyHint('follow-up'), followUp === null ? '' : moments.full(followUp.at))}
      >
        <Icon name="flag" />
        {followUp === null ? `${t('followUp.action')}…` : followUpWords(language, followUp, now, zone)}
      </button>
    </span>
  );
}

/** The key as the owner has it, behind the moment in full. */
function hinted(keys: readonly string[], moment: string) {
  const key = keys.join('+');
  return key === '' ? { title: moment } : { 'aria-keyshortcuts': key, title: `${moment} (${key})`.trim() };
}
