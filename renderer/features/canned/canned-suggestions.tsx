// The up to three saved replies that fit what the customer wrote, with his own words that gave the points.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FittingReply } from '../../../main/contract/canned.ts';
import type { ConversationView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';

type CannedSuggestionsProps = {
  readonly view: ConversationView;
  readonly onPick: (cannedId: number) => void;
};

/** More words than these say no more about why it fits. */
const WORDS_SHOWN = 3;

export function CannedSuggestions({ view, onPick }: CannedSuggestionsProps) {
  const { t } = useTranslation();
  const replies = useFacts((facts) => facts.canned);
  const fitting = useFitting(view);
  const shown = fitting.flatMap(({ id, words }) => {
    const reply = replies.find((one) => one.id === id);
    return reply === undefined ? [] : [{ reply, words: words.slice(0, WORDS_SHOWN).join(', ') }];
  });
  if (shown.length === 0) return null;
  return (
    <ul className="canned-suggestions" aria-label={t('canned.suggestions')}>
      {shown.map(({ reply, words }) => (
        <li key={reply.id}>
          <button
            type="button"
            className="canned-suggestion"
            title={t('canned.because', { words })}
            onClick={() => onPick(reply.id)}
          >
            {reply.title} <span className="soft">{words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Asked anew when another conversation is open, when the customer wrote again, and when saved replies changed. */
function useFitting(view: ConversationView): readonly FittingReply[] {
  const desk = useDesk();
  const replies = useFacts((facts) => facts.canned);
  const conversation = view.item.conversation;
  const last = view.messages.findLast(({ direction }) => direction === 'in')?.id ?? null;
  const [found, setFound] = useState<{ readonly of: number; readonly fitting: readonly FittingReply[] } | null>(null);
  useEffect(() => {
    if (last === null || replies.length === 0) return undefined;
    let isLeft = false;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('canned.fitting', { conversation });
      // Nothing fits while it cannot be asked: the list under "/" is there all the same.
      if (!isLeft) setFound({ of: conversation, fitting: answer.ok ? answer.value : [] });
    };
    background(ask());
    return () => {
      isLeft = true;
    };
  }, [desk, conversation, last, replies]);
  return found?.of === conversation ? found.fitting : [];
}
