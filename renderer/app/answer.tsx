// The answer to a conversation: the composer, with the ways it may go beside mail. Here, for features do not know each other.
import { useState } from 'react';
import type { ConversationView } from '../../main/contract/views.ts';
import type { Instant } from '../../main/domain/instant.ts';
import { CannedPicker } from '../features/canned/canned-picker.tsx';
import { CannedSuggestions } from '../features/canned/canned-suggestions.tsx';
import { Composer } from '../features/composer/composer.tsx';
import { HandOff } from '../features/hand-entered/hand-off.tsx';
import { RoutePicker } from '../features/hand-entered/route-picker.tsx';
import { hasChoice, routesOf } from '../features/hand-entered/routes.ts';

type AnswerProps = {
  readonly view: ConversationView;
  /** When it leaves by mail, where no other moment is chosen; null or absent: after the undo time. */
  readonly leavesAt?: Instant | null;
  readonly onSent?: () => void;
};

export function Answer(props: AnswerProps) {
  return <AnswerTo key={props.view.item.conversation} {...props} />;
}

function AnswerTo({ view, leavesAt = null, onSent }: AnswerProps) {
  const [chosen, setChosen] = useState(0);
  const routes = routesOf(view);
  const route = routes[chosen] ?? routes[0] ?? { kind: 'email' };
  return (
    <Composer
      view={view}
      leavesAt={leavesAt}
      onSent={onSent}
      Picker={CannedPicker}
      Suggestions={CannedSuggestions}
      picker={
        hasChoice(view) && routes.length > 1 ? <RoutePicker routes={routes} route={route} onChoose={setChosen} /> : null
      }
      otherWay={route.kind === 'email' ? null : <HandOff key={`${route.kind} ${chosen}`} view={view} route={route} />}
    />
  );
}
