// Above a conversation: what else waits of the same customer, one press away, so that nobody is answered twice.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlsoOpen } from '../../../main/contract/story.ts';
import type { ConversationId } from '../../../main/contract/views.ts';
import { keptFresh } from '../../client/kept-fresh.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';

export function AlsoOpenLine({ conversation }: { readonly conversation: ConversationId }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const others = useAlsoOpen(conversation);
  if (others.length === 0) return null;
  return (
    <nav className="why-line also-open" aria-label={t('alsoOpen.label')}>
      <strong>{t('alsoOpen.label')}</strong>
      <ul>
        {others.map(({ conversation: other, subject, lastAt, replyBy }) => (
          <li key={other}>
            <button type="button" onClick={() => desk.place.setState({ conversation: other, isReading: true })}>
              <span className="cut">{subject.trim() || t('common.noSubject')}</span>
              <span className="soft">
                {replyBy === null ? moments.short(lastAt) : t('alsoOpen.due', { when: moments.when(replyBy) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Found = { readonly conversation: ConversationId; readonly others: readonly AlsoOpen[] };
const NONE: readonly AlsoOpen[] = [];

function useAlsoOpen(conversation: ConversationId): readonly AlsoOpen[] {
  const desk = useDesk();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(
    () =>
      keptFresh(desk.client, ['conversations-changed', 'contacts-changed'], async (isWanted) => {
        const answer = await desk.client.call('conversation.alsoOpen', { id: conversation });
        if (isWanted() && answer.ok) setFound({ conversation, others: answer.value });
      }),
    [desk, conversation],
  );
  // Those of the conversation before are not this one's.
  return found?.conversation === conversation ? found.others : NONE;
}
