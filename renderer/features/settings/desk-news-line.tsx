// The line on top that says what happened to the desk's file: what is back, from when, what may be missing, and where the old one is.
// It stays until the owner has read it.
import { useTranslation } from 'react-i18next';
import type { DeskNews } from '../../../main/contract/storage.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useMessageCount } from './use-message-count.ts';

export function DeskNewsLine() {
  const { t } = useTranslation();
  const desk = useDesk();
  const news = useFacts(({ status }) => status.news);
  const words = useNewsWords();
  if (news === null) return null;
  const [first, ...more] = words(news);
  const read = async (): Promise<void> => {
    const answer = await desk.client.call('storage.readNews', {});
    if (!answer.ok) desk.tellFailure(answer.error);
    desk.facts.setState(({ status }) => ({ status: { ...status, news: answer.ok ? null : status.news } }));
  };
  return (
    <div className="top-line trouble" role="alert">
      <Icon name="warning" />
      <span>
        <strong>{first}</strong> {more.join(' ')}
      </span>
      <Button
        size="small"
        onClick={() => desk.place.setState({ view: { kind: 'settings', tab: 'storage' }, isReading: false })}
      >
        {t('storage.news.see')}
      </Button>
      <Button size="small" look="quiet" onClick={() => background(read())}>
        {t('storage.news.read')}
      </Button>
    </div>
  );
}

/** Sentences, the most important first. */
function useNewsWords(): (news: DeskNews) => readonly string[] {
  const { t } = useTranslation();
  const moments = useMoments();
  const messagesOf = useMessageCount();
  const doubt = (count: number): readonly string[] => (count === 0 ? [] : [t('storage.news.doubtful', { count })]);
  return (news) => {
    switch (news.kind) {
      case 'restored': {
        const facts = { from: moments.full(news.from), messages: messagesOf(news.messages) };
        const { saved, doubtful, isWhole } = news.outbox;
        const kept = news.kept === null ? [] : [t('storage.news.kept', { name: news.kept })];
        return [
          t(`storage.news.${BECAUSE[news.because]}`, facts),
          t('storage.news.mail'),
          ...(saved === 0 ? [] : [t('storage.news.saved', { count: saved })]),
          ...doubt(doubtful),
          ...(isWhole ? [] : [t('storage.news.outboxUnread')]),
          ...kept,
        ];
      }
      case 'rebuilt':
        return [
          t('storage.news.rebuilt', { messages: messagesOf(news.messages) }),
          ...doubt(news.doubtful),
          t('storage.news.kept', { name: news.kept }),
        ];
      case 'changes-missing':
        return [t('storage.news.changesMissing', { since: moments.when(news.since) }), ...doubt(news.doubtful)];
      case 'exchanged':
        return [t('storage.news.exchanged'), ...doubt(news.doubtful)];
    }
  };
}

const BECAUSE = { damaged: 'restoredDamaged', gone: 'restoredGone', owner: 'restoredOwner' } as const;
