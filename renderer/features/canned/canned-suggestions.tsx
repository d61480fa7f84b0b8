// The up to three saved replies that fit what the customer wrote, with his own words that matched.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestCanned } from '../../../main/domain/canned/find.ts';
import type { ConversationView } from '../../../main/contract/views.ts';
import { useFacts } from '../../state/use-desk.tsx';

type CannedSuggestionsProps = {
  readonly view: ConversationView;
  readonly onPick: (cannedId: number) => void;
};

/** More words than these say no more about why it fits. */
const WORDS_SHOWN = 3;

export function CannedSuggestions({ view, onPick }: CannedSuggestionsProps) {
  const { t } = useTranslation();
  const replies = useFacts((facts) => facts.canned);
  const last = view.messages.findLast(({ direction }) => direction === 'in');
  const said = last === undefined ? '' : `${last.subject}\n${last.ownText}`;
  const fitting = useMemo(() => (said === '' ? [] : suggestCanned(said, replies)), [said, replies]);
  if (fitting.length === 0) return null;
  return (
    <ul className="canned-suggestions" aria-label={t('canned.suggestions')}>
      {fitting.map(({ reply, words }) => (
        <li key={reply.id}>
          <button
            type="button"
            className="canned-suggestion"
            title={t('canned.because', { words: words.slice(0, WORDS_SHOWN).join(', ') })}
            onClick={() => onPick(reply.id)}
          >
            {reply.title} <span className="soft">{words.slice(0, WORDS_SHOWN).join(', ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
