// Above the story: how long it is, and what can be done with all of it.
import { useTranslation } from 'react-i18next';
import { useDesk, useReading } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

export function StoryBar({ messages }: { readonly messages: number }) {
  const { t } = useTranslation();
  const { reading } = useDesk();
  const isAllOpen = useReading((now) => now.all === 'open');
  return (
    <div className="story-bar" role="toolbar" aria-label={t('story.bar')}>
      <span className="soft story-count">{t('queue.messages', { count: messages })}</span>
      {messages > 1 && (
        <Button look="quiet" size="small" hint="expand-all" aria-pressed={isAllOpen} onClick={reading.turnAll}>
          {t(isAllOpen ? 'story.foldAll' : 'story.openAll')}
        </Button>
      )}
      <Button look="quiet" size="small" icon="search" hint="find" onClick={() => reading.find(true)}>
        {t('story.find')}
      </Button>
      <Button look="quiet" size="small" icon="print" hint="print" onClick={() => reading.print(true)}>
        {t('story.print')}
      </Button>
    </div>
  );
}
