// A message that is folded: who, the first words, when. The whole line opens it.
import { useTranslation } from 'react-i18next';
import type { MessageLine as Line } from '../../../main/contract/story.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { isAcknowledging } from './open-messages.ts';
import { TurnButton } from './turn-button.tsx';

type MessageLineProps = {
  readonly line: Line;
  /** Its words are on their way. */
  readonly isComing: boolean;
  readonly onTurn: () => void;
};

export function MessageLine({ line, isComing, onTurn }: MessageLineProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { id, from, at, preview, direction, isUnread, isPublic, kind } = line;
  const isOurs = direction === 'out';
  const name = isAcknowledging(line) ? t('acks.card') : isOurs ? t('conversation.you') : customerName(from);
  return (
    <article
      id={`message-${id}`}
      className={`message folded${isOurs ? ' ours' : ''}${kind === 'remark' ? ' remark' : ''}${isUnread ? ' unread' : ''}`}
      aria-label={`${name}, ${moments.full(at)}`}
      aria-busy={isComing}
    >
      <h3>
        <TurnButton isOpen={false} onTurn={onTurn}>
          {name}
        </TurnButton>
      </h3>
      {isPublic && <span className="chip public">{t('sources.public')}</span>}
      <span className="soft cut first-words">{preview}</span>
      <span className="soft message-time" title={moments.full(at)}>
        {moments.short(at)}
      </span>
    </article>
  );
}
