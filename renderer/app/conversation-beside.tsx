// The open conversation beside its list, and the card of its customer. Its own part of the window: going to the next conversation
// draws no more than this anew.
import { useMemo } from 'react';
import { PromiseStrip } from '../features/commitments/promise-strip.tsx';
import type { ConversationDeeds } from '../features/conversation/conversation-head.tsx';
import { ConversationPane } from '../features/conversation/conversation-pane.tsx';
import { NoteDeeds } from '../features/hand-entered/note-deeds.tsx';
import { SourceLine } from '../features/mail-source/source-line.tsx';
import { useConversation } from '../state/use-desk.tsx';
import type { Actions } from './actions.ts';
import { Answer } from './answer.tsx';
import { CardBeside } from './card-beside.tsx';
import { Mishap } from './mishap.tsx';

export function ConversationBeside({ actions }: { readonly actions: Actions }) {
  const shown = useConversation((open) => open.view?.item.conversation ?? null);
  const deeds = useMemo(() => deedsOf(actions), [actions]);
  return (
    <>
      <Mishap of={shown}>
        <ConversationPane
          deeds={deeds}
          Promised={PromiseStrip}
          Answer={Answer}
          NoteDeeds={NoteDeeds}
          SourceLine={SourceLine}
        />
      </Mishap>
      <CardBeside actions={actions} />
    </>
  );
}

const deedsOf = ({ run }: Actions): ConversationDeeds => ({
  done: () => run('done'),
  snooze: () => run('snooze'),
  when: () => run('reply-by'),
  plan: () => run('plan'),
  followUp: () => run('follow-up'),
  phoned: () => run('phoned'),
  move: () => run('move'),
  remove: () => run('delete'),
  vip: () => run('vip'),
  explain: () => run('explain'),
  note: () => run('add-note'),
  card: () => run('card'),
  back: () => run('leave'),
});
