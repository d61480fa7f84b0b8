// What an open message shows below its name: from which real address, to whom, what is to be known about it, and the words.
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../../main/contract/mail-source.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { DAY_MS } from '../../../main/domain/instant.ts';
import type { Address } from '../../../main/domain/conversation/message.ts';
import { shownAddress } from '../../../main/domain/contact/way.ts';
import { isBelieved } from '../../../main/domain/mail-source/judge-claim.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage, useMoments } from '../../state/use-desk.tsx';
import { AttachmentList, InvitationSlot } from './attachment-list.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { MessageBody } from './message-body.tsx';
import { SenderLine } from './sender-line.tsx';
import { isSigned } from './signed.ts';

export type SourceLineType = ComponentType<{ readonly source: SourceView; readonly conversation: number }>;
export type NoteDeedsType = ComponentType<{ readonly message: MessageView; readonly who: string }>;

type MessageCardProps = {
  readonly message: MessageView;
  readonly who: string;
  readonly onLink: (url: string) => void;
  /** What can be done with a note of the owner's own; none where it is only read. */
  readonly NoteDeeds?: NoteDeedsType | undefined;
  /** Where it came from, if it stands for something else than mail. */
  readonly sourceLine?: ReactNode;
};

const named = (addresses: readonly Address[]): string =>
  addresses.map(({ name, address }) => (name === '' ? address : name)).join(', ');

export function MessageCard({ message, who, onLink, NoteDeeds, sourceLine = null }: MessageCardProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { to, cc, replyTo, direction } = message;
  const carried = message.source !== null && isBelieved(message.source.standing) ? message.source : null;
  const from = carried === null ? message.from : carried.person;
  const isOurs = direction === 'out';
  const { isByHand } = message;
  const answersTo = replyTo.find(({ address }) => address.toLowerCase() !== from.address.toLowerCase());
  return (
    <>
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
      {message.passedOnTo !== undefined && (
        <p className="soft message-to">{t('conversation.passedOn', { to: message.passedOnTo.join(', ') })}</p>
      )}
      {isByHand && NoteDeeds !== undefined && <NoteDeeds message={message} who={who} />}
      {message.delivery !== null && <DeliveryLine delivery={message.delivery} who={who} />}
    </>
  );
}

/** Beside the name. */
export function AboutSender({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { source, direction, kind, channel, isByHand } = message;
  const carried = source !== null && isBelieved(source.standing) ? source : null;
  const from = carried === null ? message.from : carried.person;
  return (
    <>
      {/* Always the real address: a display name is whatever its sender likes it to be. */}
      {!(direction === 'out' || from.name === '') && (
        <span className="soft cut address" translate="no">
          {shownAddress(from.address)}
        </span>
      )}
      {carried !== null && (
        <span className="chip">{t('sources.via', { channel: channelName(language, carried.channel) })}</span>
      )}
      {isByHand && kind !== 'remark' && (
        <span className="chip">
          {channelName(language, channel)} · {t('notes.byHand')}
        </span>
      )}
      {kind !== 'human' && <span className="chip">{t(`conversation.kind.${kind}`)}</span>}
    </>
  );
}
