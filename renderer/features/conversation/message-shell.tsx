// One message of the story: who, when, and whether it is folded to a line or stands open. The name that turns it stays the same one,
// so that the focus stays on it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageLine } from '../../../main/contract/story.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { isAcknowledging } from './open-messages.ts';

type MessageShellProps = {
  readonly line: MessageLine;
  readonly isOpen: boolean;
  /** It is to stand open, and its words are on their way. */
  readonly isComing: boolean;
  readonly onTurn: () => void;
  /** What an open one says of its sender. */
  readonly about: ReactNode;
  readonly children: ReactNode;
};

export function MessageShell({ line, isOpen, isComing, onTurn, about, children }: MessageShellProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { id, from, at, preview, direction, isUnread, isPublic, kind } = line;
  const isOurs = direction === 'out';
  const name = isAcknowledging(line) ? t('acks.card') : isOurs ? t('conversation.you') : customerName(from);
  const looks = [
    'message',
    isOpen ? '' : 'folded',
    isOurs ? 'ours' : '',
    kind === 'remark' ? 'remark' : '',
    isUnread ? 'unread' : '',
  ];
  return (
    <article
      id={`message-${id}`}
      className={looks.filter((look) => look !== '').join(' ')}
      aria-label={`${name}, ${moments.full(at)}`}
      aria-busy={isComing}
    >
      <header className="message-head">
        <div className="message-from">
          <h3>
            <button type="button" className="turn" aria-expanded={isOpen} onClick={onTurn}>
              {name}
            </button>
          </h3>
          {isPublic && (
            <span className="chip public" title={t('sources.publicHelp')}>
              {t('sources.public')}
            </span>
          )}
          {about}
        </div>
        {!isOpen && <span className="soft cut first-words">{preview}</span>}
        <span className="soft message-time" title={moments.full(at)}>
          {moments.short(at)}
        </span>
      </header>
      {children}
    </article>
  );
}
