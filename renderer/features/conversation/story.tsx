// A conversation as one story over all channels, newest at the bottom: what is new stands open, what is older is a line each.
import {
  Fragment,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, MessageRowId, MessageView } from '../../../main/contract/views.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { useConversation, useDesk, useReading } from '../../state/use-desk.tsx';
import { FindBar } from './find-bar.tsx';
import type { NoteDeedsType, SourceLineType } from './message-card.tsx';
import { openMessages } from './open-messages.ts';
import { StoryBar } from './story-bar.tsx';
import { StoryRow } from './story-row.tsx';
import { useOpenLink } from './use-open-link.ts';
import { useStory } from './use-story.ts';
import { useStoryScroll } from './use-story-scroll.ts';

type StoryProps = {
  readonly view: ConversationView;
  readonly NoteDeeds?: NoteDeedsType;
  readonly SourceLine?: SourceLineType;
};

export function Story(props: StoryProps) {
  const { conversation } = props.view.item;
  const { reading } = useDesk();
  const isAbout = useReading((now) => now.conversation === conversation);
  // Before anything is painted: a blank story between two conversations is a flicker.
  useLayoutEffect(() => reading.about(conversation), [reading, conversation]);
  return isAbout ? <StoryOf key={conversation} {...props} /> : null;
}

function StoryOf({ view, NoteDeeds, SourceLine }: StoryProps) {
  const { t } = useTranslation();
  const { reading } = useDesk();
  const { conversation } = view.item;
  const { lines, bodyOf, want } = useStory(view);
  const turned = useReading((now) => now.turned);
  const all = useReading((now) => now.all);
  const isFinding = useReading((now) => now.isFinding);
  const aim = useConversation((open) => open.aim);
  const fresh = useFresh(view, aim);
  const isOpen = openMessages(lines, { turned, all }, fresh);
  const [focused, setFocused] = useState(-1);
  const newest = view.messages.at(-1)?.id;
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const scroll = useStoryScroll({ scroller, content, lines, isOpen, target: aim ?? newest, pinned: focused });
  const onLink = useOpenLink();
  const who = customerName(view.customer);

  const wanted = scroll.rows.flatMap(({ index }) => {
    const line = lines[index];
    return line != null && (isOpen(line.id) || line.kind === 'auto-reply') ? [line.id] : [];
  });
  const wantAll = useEffectEvent(() => want(wanted));
  const inSight = wanted.join(' ');
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asks again whenever others stand open in sight
  useEffect(() => wantAll(), [inSight]);

  const sourceLine = useCallback(
    (message: MessageView) =>
      SourceLine === undefined || message.source === null ? null : (
        <SourceLine source={message.source} conversation={conversation} />
      ),
    [SourceLine, conversation],
  );
  const turnedAll = useRef(all);
  const guessAnew = useEffectEvent(scroll.guessAnew);
  useEffect(() => {
    if (turnedAll.current !== all) guessAnew();
    turnedAll.current = all;
  }, [all]);

  const focusOn = (index: number): void => {
    const line = lines[index];
    if (line == null) return;
    setFocused(index);
    // A row that was out of sight is drawn first.
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`#message-${line.id} .turn`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = event.target instanceof HTMLElement ? rowOf(event.target) : null;
    if (event.key === 'Enter' && event.target === event.currentTarget) {
      focusOn(lines.findIndex((line) => line?.id === scroll.onTop()));
    } else if (at === null) return;
    else {
      const id = lines[at]?.id;
      if (event.key === 'ArrowDown') focusOn(Math.min(lines.length - 1, at + 1));
      else if (event.key === 'ArrowUp') focusOn(Math.max(0, at - 1));
      else if (event.key === 'ArrowRight' && id !== undefined) reading.turn(id, true);
      else if (event.key === 'ArrowLeft' && id !== undefined) reading.turn(id, false);
      else return;
    }
    event.preventDefault();
  };

  return (
    <div className="story-room">
      {isFinding ? (
        <FindBar conversation={conversation} content={content} onBring={scroll.bring} />
      ) : (
        <StoryBar messages={lines.length} />
      )}
      {/* Scrolled by keyboard as well, so it takes the focus; the keys it hears are those of the names in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={scroller}
        className="story"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('conversation.messages')}
        onKeyDown={onKeyDown}
        onBlur={() => setFocused(-1)}
      >
        <div ref={content} className="story-inner">
          {scroll.rows.map(({ index, gap, height }) => {
            const line = lines[index] ?? null;
            const key = line?.id ?? `untold-${index}`;
            return (
              <Fragment key={key}>
                {gap > 0 && <div className="story-gap" style={{ height: gap }} />}
                <StoryRow
                  line={line}
                  index={index}
                  isOpen={line !== null && isOpen(line.id)}
                  message={line === null ? undefined : bodyOf(line.id)}
                  who={who}
                  height={height}
                  measure={scroll.measure}
                  onTurn={reading.turn}
                  onLink={onLink}
                  NoteDeeds={NoteDeeds}
                  sourceLine={sourceLine}
                />
              </Fragment>
            );
          })}
          {scroll.below > 0 && <div className="story-gap" style={{ height: scroll.below }} />}
        </div>
      </section>
    </div>
  );
}

/** Index of the row whose name has the focus. */
function rowOf(element: HTMLElement): number | null {
  if (!element.matches('.turn')) return null;
  const index = Number(element.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
  return Number.isNaN(index) ? null : index;
}

/** What was unread when it came in, or was looked up: opened once, and read by being open. */
function useFresh(view: ConversationView, aim: MessageRowId | null): ReadonlySet<MessageRowId> {
  const [fresh, setFresh] = useState<ReadonlySet<MessageRowId>>(new Set());
  const now = [...unreadIn(view), ...(aim === null ? [] : [aim])].filter((id) => !fresh.has(id));
  // Before it is drawn, so that nothing opens under the owner's eyes.
  if (now.length > 0) setFresh(new Set([...fresh, ...now]));
  return fresh;
}

const unreadIn = ({ messages }: ConversationView): readonly MessageRowId[] =>
  messages.filter(({ isUnread }) => isUnread).map(({ id }) => id);
