// One message of the story: who, from which real address, when, and the words.
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../../main/contract/mail-source.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { DAY_MS } from '../../../main/domain/instant.ts';
import type { Address } from '../../../main/domain/conversation/message.ts';
import { customerName, shownAddress } from '../../../main/domain/contact/way.ts';
import { isBelieved } from '../../../main/domain/mail-source/judge-claim.ts';
import { isPublicChannel } from '../../../main/domain/mail-source/source.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage, useMoments } from '../../state/use-desk.tsx';
import { AttachmentList, InvitationSlot } from './attachment-list.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { MessageBody } from './message-body.tsx';
import { SenderLine } from './sender-line.tsx';
import { isSigned } from './signed.ts';
import { TurnButton } from './turn-button.tsx';

export type SourceLineType = ComponentType<{ readonly source: SourceView; readonly conversation: number }>;
export type NoteDeedsType = ComponentType<{ readonly message: MessageView; readonly who: string }>;

type MessageCardProps = {
  readonly message: MessageView;
  readonly who: string;
  readonly onLink: (url: string) => void;
  /** Folds it. */
  readonly onTurn: () => void;
  /** What can be done with a note of the owner's own; none where it is only read. */
  readonly NoteDeeds?: NoteDeedsType | undefined;
  /** Where it came from, if it stands for something else than mail. */
  readonly sourceLine?: ReactNode;
};

const named = (addresses: readonly Address[]): string =>
  addresses.map(({ name, address }) => (name === '' ? address : name)).join(', ');

export function MessageCard({ message, who, onLink, onTurn, NoteDeeds, sourceLine = null }: MessageCardProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { to, cc, replyTo, direction, kind } = message;
  const carried = message.source !== null && isBelieved(message.source.standing) ? message.source : null;
  const from = carried === null ? message.from : carried.person;
  const isOurs = direction === 'out';
  const { isByHand } = message;
  const language = useLanguage();
  const name = isOurs ? t('conversation.you') : customerName(from);
  const answersTo = replyTo.find(({ address }) => address.toLowerCase() !== from.address.toLowerCase());
  return (
    <article
      id={`message-${message.id}`}
      className={`message${isOurs ? ' ours' : ''}${kind === 'remark' ? ' remark' : ''}`}
      aria-label={`${name}, ${moments.full(message.at)}`}
    >
      <header className="message-head">
        <div className="message-from">
          <h3>
            <TurnButton isOpen onTurn={onTurn}>
              {name}
            </TurnButton>
          </h3>
          {/* Always the real address: a display name is whatever its sender likes it to be. */}
          {!(isOurs || from.name === '') && (
            <span className="soft cut address" translate="no">
              {shownAddress(from.address)}
            </span>
          )}
          {carried !== null && (
            <span className="chip">{t('sources.via', { channel: channelName(language, carried.channel) })}</span>
          )}
          {carried !== null && isPublicChannel(carried.channel) && (
            <span className="chip public" title={t('sources.publicHelp')}>
              {t('sources.public')}
            </span>
          )}
          {isByHand && kind !== 'remark' && (
            <span className="chip">
              {channelName(language, message.channel)} · {t('notes.byHand')}
            </span>
          )}
          {kind !== 'human' && <span className="chip">{t(`conversation.kind.${kind}`)}</span>}
        </div>
        <span className="soft message-time" title={moments.full(message.at)}>
          {moments.short(message.at)}
        </span>
      </header>
      {(to.length > 1 || cc.length > 0) && (
        <p className="soft message-to">
          {t('conversation.to', { names: named(to) })}
          {cc.length > 0 && `, ${t('conversation.cc', { names: named(cc) })}`}
        </p>
      )}
      {sourceLine}
      <SenderLine message={message} />
      {!isOurs && !isByHand && carried === null && answersTo !== undefined && (
        <p className="aside">{t('conversation.replyToDiffers', { address: answersTo.address })}</p>
      )}
      {message.headerDate !== null && Math.abs(message.headerDate - message.at) > DAY_MS && (
        <p className="aside">{t('conversation.headerDate', { when: moments.full(message.headerDate) })}</p>
      )}
      {message.note !== null && <p className="aside">{t(`conversation.note.${message.note}`)}</p>}
      {isSigned(message) && <p className="soft message-to">{t('conversation.signed')}</p>}
      <InvitationSlot message={message} />
      <MessageBody message={message} onLink={onLink} />
      <AttachmentList attachments={message.attachments} />
      {message.isGoneOnServer && <p className="soft gone">{t('conversation.goneOnServer')}</p>}
      {isByHand && NoteDeeds !== undefined && <NoteDeeds message={message} who={who} />}
      {message.delivery !== null && <DeliveryLine delivery={message.delivery} who={who} />}
    </article>
  );
}
