// The open conversation as one story, newest at the bottom, with the composer below it.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../main/contract/views.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useConversation, useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AcknowledgementCard, isAcknowledgement } from './acknowledgement-card.tsx';
import { ConversationHead, type ConversationDeeds } from './conversation-head.tsx';
import { WhyLine } from './why-line.tsx';
import { MessageCard, type NoteDeedsType, type SourceLineType } from './message-card.tsx';

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

/** A story of hundreds of messages opens with its last ones; each HTML mail is a frame of its own. */
const SHOWN_AT_FIRST = 8;
/** As many again at each step back: a screenful of frames is drawn before the eye has moved up. */
const SHOWN_MORE = 40;

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
      <WhyLine item={view.item} onMove={deeds.move} />
      <Story key={`story-${view.item.conversation}`} view={view} NoteDeeds={NoteDeeds} SourceLine={SourceLine} />
      <Promised view={view} />
      <Answer view={view} />
    </section>
  );
}

type StoryProps = {
  readonly view: ConversationView;
  readonly NoteDeeds?: NoteDeedsType;
  readonly SourceLine?: SourceLineType;
};

export function Story({ view, NoteDeeds, SourceLine }: StoryProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [most, setMost] = useState(SHOWN_AT_FIRST);
  const belowTop = useRef<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { messages, customer } = view;
  const aim = useConversation((open) => open.aim);
  const aimedAt = messages.findIndex(({ id }) => id === aim);
  const shown = messages.slice(-Math.max(most, aimedAt < 0 ? 0 : messages.length - aimedAt));
  const hidden = view.item.messages - shown.length;
  const newest = messages.at(-1)?.id;

  const openLink = useCallback(
    (url: string): void => {
      const open = async (): Promise<void> => {
        const opened = await desk.client.shell('shell.openLink', { url });
        if (!opened.ok) desk.tellFailure(opened.error);
        else if (!opened.value) {
          const until = machineNow() + NOTICE_MS;
          desk.notices.add({ text: t('notice.linkRefused'), failure: null, undo: null, until, leaving: null });
        }
      };
      background(open());
    },
    [desk, t],
  );

  const showEarlier = async (): Promise<void> => {
    await desk.conversation.reachBack(most + SHOWN_MORE);
    const box = scroller.current;
    belowTop.current = box === null ? null : box.scrollHeight - box.scrollTop;
    setMost(most + SHOWN_MORE);
  };
  // What comes in above must not push away what the owner was reading.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box !== null && belowTop.current !== null) box.scrollTop = box.scrollHeight - belowTop.current;
    belowTop.current = null;
    // Once for each step back, right after its messages stand there.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [most]);

  // Frames of HTML mail grow after they are loaded: until the owner scrolls himself, the newest message stays in sight.
  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (box === null || inner === null) return undefined;
    let isFollowing = true;
    const follow = (): void => {
      const last = inner.querySelector(`#message-${aim}`) ?? inner.lastElementChild;
      if (!isFollowing || last === null) return;
      // The beginning of a long message comes before its end.
      const top = last.getBoundingClientRect().top - inner.getBoundingClientRect().top;
      box.scrollTop = Math.min(top - 12, box.scrollHeight);
    };
    const letGo = (): void => {
      isFollowing = false;
    };
    const size = new ResizeObserver(follow);
    size.observe(inner);
    follow();
    const leaving = new AbortController();
    for (const kind of ['wheel', 'keydown', 'pointerdown']) {
      box.addEventListener(kind, letGo, { signal: leaving.signal, passive: true });
    }
    return () => {
      leaving.abort();
      size.disconnect();
    };
    // A new message begins the following anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [newest, aim]);

  return (
    // Scrolled by keyboard as well, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroller} className="story" tabIndex={0} aria-label={t('conversation.messages')}>
      <div ref={content} className="story-inner">
        {hidden > 0 && (
          <Button look="quiet" size="small" onClick={() => background(showEarlier())}>
            {t('conversation.earlier', { count: Math.min(SHOWN_MORE, hidden) })}
          </Button>
        )}
        {shown.map((message) =>
          isAcknowledgement(message) ? (
            <AcknowledgementCard key={message.id} message={message} who={customerName(customer)} />
          ) : (
            <MessageCard
              key={message.id}
              message={message}
              who={customerName(customer)}
              onLink={openLink}
              NoteDeeds={NoteDeeds}
              sourceLine={
                SourceLine !== undefined && message.source !== null ? (
                  <SourceLine source={message.source} conversation={view.item.conversation} />
                ) : null
              }
            />
          ),
        )}
      </div>
    </section>
  );
}
