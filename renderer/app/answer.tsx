// The answer to a conversation: the composer, with the ways it may go beside mail. Here, for features do not know each other.
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../main/contract/views.ts';
import type { Instant } from '../../main/domain/instant.ts';
import { CannedPicker } from '../features/canned/canned-picker.tsx';
import { CannedSuggestions } from '../features/canned/canned-suggestions.tsx';
import { Composer } from '../features/composer/composer.tsx';
import { HandOff } from '../features/hand-entered/hand-off.tsx';
import { RoutePicker } from '../features/hand-entered/route-picker.tsx';
import { channelOf, hasChoice, routesOf } from '../features/hand-entered/routes.ts';
import { SendGuard } from '../features/sending-checks/send-guard.tsx';
import { useConversation, usePlace } from '../state/use-desk.tsx';
import { answerKey } from '../state/writing.ts';
import { useOpeningAhead } from './use-opening-ahead.ts';

type AnswerProps = {
  readonly view: ConversationView;
  /** When it leaves by mail, where no other moment is chosen; null: after the undo time. Absent: at opening, after hours. */
  readonly leavesAt?: Instant | null;
  readonly onSent?: () => void;
};

export function Answer({ view, leavesAt, onSent }: AnswerProps) {
  // Here, for it is the same in every conversation, and costs more than the rest of a switch.
  const opening = useOpeningAhead();
  // What is chosen is written to at once; what it is about follows when the engine has read it.
  const chosen = usePlace((place) => place.conversation) ?? view.item.conversation;
  return (
    <AnswerTo
      key={chosen}
      conversation={chosen}
      view={view}
      leavesAt={leavesAt === undefined ? opening : leavesAt}
      onSent={onSent}
    />
  );
}

type AnswerToProps = Pick<AnswerProps, 'view'> & {
  readonly conversation: number;
  readonly leavesAt: Instant | null;
  readonly onSent: (() => void) | undefined;
};

function AnswerTo({ conversation, view, leavesAt, onSent }: AnswerToProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const routes = useMemo(() => routesOf(view), [view]);
  const mail = routes.findIndex(({ kind }) => kind === 'email');
  const isAhead = useConversation((open) => open.isAhead && open.view === view);
  const isComing = isAhead || view.item.conversation !== conversation;
  const route = routes[chosen] ?? routes[0] ?? { kind: 'email' };
  const backToList = useCallback(() => document.getElementById('queue-list')?.focus(), []);
  return (
    <Composer
      writingKey={answerKey(conversation)}
      view={view}
      isComing={isComing}
      label={t('composer.label')}
      placeholder={t('composer.placeholder')}
      leavesAt={leavesAt}
      // Back to the list, so that z takes the answer back and j goes on.
      onSent={() => {
        backToList();
        onSent?.();
      }}
      onEscape={backToList}
      Picker={CannedPicker}
      Guard={SendGuard}
      Suggestions={CannedSuggestions}
      picker={
        hasChoice(view) && routes.length > 1 ? <RoutePicker routes={routes} route={route} onChoose={setChosen} /> : null
      }
      channel={channelOf(route)}
      otherWay={
        route.kind === 'email' ? null : (
          <HandOff
            key={`${route.kind} ${chosen}`}
            view={view}
            route={route}
            Guard={SendGuard}
            onMoveToMail={mail < 0 ? null : () => setChosen(mail)}
          />
        )
      }
    />
  );
}
