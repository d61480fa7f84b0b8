// The open conversation: what it is about, its story, and the composer below it.
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../main/contract/views.ts';
import { useConversation, useLanguage } from '../../state/use-desk.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AlsoOpenLine } from './also-open-line.tsx';
import { ConversationHead, type ConversationDeeds } from './conversation-head.tsx';
import { TrashedLine } from './trashed-line.tsx';
import { WhyLine } from './why-line.tsx';
import type { NoteDeedsType, SourceLineType } from './message-card.tsx';
import { Story } from './story.tsx';

type PaneProps = {
  readonly deeds: ConversationDeeds;
  /** What was promised in it; another feature's, as is the composer. */
  readonly Promised: ComponentType<{ readonly view: ConversationView }>;
  /** The composer for this conversation. */
  readonly Answer: ComponentType<{ readonly view: ConversationView }>;
  /** What can be done with a note of the owner's own; another feature's. */
  readonly NoteDeeds: NoteDeedsType;
  /** Where a mail came from that stands for something else; another feature's. */
  readonly SourceLine: SourceLineType;
};

export function ConversationPane({ deeds, Promised, Answer, NoteDeeds, SourceLine }: PaneProps) {
  const { t } = useTranslation();
  const view = useConversation((open) => open.view);
  const error = useConversation((open) => open.error);
  const language = useLanguage();
  if (view === null) {
    return (
      <section className="conversation none" aria-label={t('conversation.label')}>
        {error === null ? (
          <p className="soft no-conversation">
            <Icon name="mail" />
            {t('conversation.none')}
          </p>
        ) : (
          <FailureBox error={error} language={language} />
        )}
      </section>
    );
  }
  return (
    <section className="conversation" aria-label={t('conversation.label')}>
      <ConversationHead view={view} deeds={deeds} />
      <AlsoOpenLine conversation={view.item.conversation} />
      <WhyLine item={view.item} onMove={deeds.move} />
      <TrashedLine decisions={view.decisions} onPutBack={deeds.remove} />
      <Story view={view} NoteDeeds={NoteDeeds} SourceLine={SourceLine} />
      <Promised view={view} />
      <Answer view={view} />
    </section>
  );
}
