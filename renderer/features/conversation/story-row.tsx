// One row of the story: a folded line, an acknowledgement, or a letter that stands open. A letter with a frame keeps the height it had
// until the frame is loaded again, so that coming back to it moves nothing.
import { memo, useState, type ReactNode } from 'react';
import type { MessageLine as Line } from '../../../main/contract/story.ts';
import type { MessageRowId, MessageView } from '../../../main/contract/views.ts';
import { AcknowledgementCard } from './acknowledgement-card.tsx';
import { startsAsText } from './message-body.tsx';
import { AboutSender, MessageCard, type NoteDeedsType } from './message-card.tsx';
import { MessageShell } from './message-shell.tsx';
import { isAcknowledging } from './open-messages.ts';

type StoryRowProps = {
  readonly line: Line | null;
  readonly index: number;
  readonly isOpen: boolean;
  readonly message: MessageView | undefined;
  readonly who: string;
  /** What it was when it stood here before, in pixels. */
  readonly height: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly onTurn: (id: MessageRowId, isOpen: boolean) => void;
  readonly onLink: (url: string) => void;
  readonly NoteDeeds?: NoteDeedsType | undefined;
  readonly sourceLine: (message: MessageView) => ReactNode;
};

export const StoryRow = memo(function StoryRow(props: StoryRowProps) {
  const { line, index, isOpen, message, height, measure } = props;
  const hasFrame = isOpen && message !== undefined && !startsAsText(message);
  const [held, setHeld] = useState(hasFrame ? height : 0);
  return (
    <div
      ref={measure}
      data-index={index}
      className="story-row"
      style={held > 0 ? { minHeight: held } : undefined}
      // Once the frame has told its own height.
      onLoadCapture={held > 0 ? () => requestAnimationFrame(() => setHeld(0)) : undefined}
    >
      {line === null ? <div className="message folded" aria-busy="true" /> : <Told {...props} line={line} />}
    </div>
  );
});

function Told({
  line,
  isOpen,
  message,
  who,
  onTurn,
  onLink,
  NoteDeeds,
  sourceLine,
}: StoryRowProps & { readonly line: Line }) {
  if (message !== undefined && isAcknowledging(line)) return <AcknowledgementCard message={message} who={who} />;
  const shown = isOpen ? message : undefined;
  return (
    <MessageShell
      line={line}
      isOpen={shown !== undefined}
      isComing={isOpen && shown === undefined}
      onTurn={() => onTurn(line.id, !isOpen)}
      about={shown !== undefined && <AboutSender message={shown} />}
    >
      {shown !== undefined && (
        <MessageCard message={shown} who={who} onLink={onLink} NoteDeeds={NoteDeeds} sourceLine={sourceLine(shown)} />
      )}
    </MessageShell>
  );
}
