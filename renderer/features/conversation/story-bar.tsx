// Above a story of several messages: how many, and all of them at once.
import { useTranslation } from 'react-i18next';
import { useDesk, useReading } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

export function StoryBar({ messages }: { readonly messages: number }) {
  const { t } = useTranslation();
  const { reading } = useDesk();
  const isAllOpen = useReading((now) => now.all === 'open');
  if (messages < 2) return null;
  return (
    <div className="story-bar" role="toolbar" aria-label={t('story.bar')}>
      <span className="soft story-count">{t('queue.messages', { count: messages })}</span>
      <Button look="quiet" size="small" hint="expand-all" aria-pressed={isAllOpen} onClick={reading.turnAll}>
        {t(isAllOpen ? 'story.foldAll' : 'story.openAll')}
      </Button>
    </div>
  );
}
