// The list with its heading, or the pleasant screen when there is nothing in it.
import { useTranslation } from 'react-i18next';
import { sectionName } from '../../i18n/trade-words.ts';
import { useLanguage, usePlace, useQueue } from '../../state/use-desk.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { QueueList } from './queue-list.tsx';

export function QueuePane() {
  const { t } = useTranslation();
  const view = usePlace((place) => place.view);
  const isLoaded = useQueue((queue) => queue.isLoaded);
  const isEmpty = useQueue(({ lists }) => lists.every(({ total }) => total === 0));
  const language = useLanguage();
  return (
    <section className="list-pane" aria-label={t('queue.label')}>
      <h2 className="for-screen-reader">
        {view.kind === 'section' ? sectionName(language, view.section) : t('rail.desk')}
      </h2>
      {isLoaded && isEmpty ? <EmptyQueue /> : <QueueList />}
    </section>
  );
}
