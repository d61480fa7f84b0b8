// Looks for words in the open conversation: how many there are, and to the next or the one before.
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId, MessageRowId } from '../../../main/contract/views.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { useFind } from './use-find.ts';

type FindBarProps = {
  readonly conversation: ConversationId;
  readonly content: RefObject<HTMLElement | null>;
  readonly onBring: (id: MessageRowId) => void;
};

export function FindBar(props: FindBarProps) {
  const { t } = useTranslation();
  const { reading } = useDesk();
  const { words, setWords, at, total, step } = useFind(props);
  const close = (): void => {
    reading.find(false);
    document.querySelector<HTMLElement>('.story')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from any of its controls
    <div className="story-bar" role="search" aria-label={t('story.findTitle')} onKeyDown={onKeyDown}>
      <input
        id="find-words"
        className="input find-words"
        aria-label={t('story.findTitle')}
        placeholder={t('story.findTitle')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened in order to type
        autoFocus
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <span className="soft find-count" role="status">
        {words.trim() === '' ? '' : total === 0 ? t('story.findNone') : t('story.findCount', { at, total })}
      </span>
      <Button look="quiet" size="small" disabled={total === 0} onClick={() => step(-1)}>
        {t('story.findPrevious')}
      </Button>
      <Button look="quiet" size="small" disabled={total === 0} onClick={() => step(1)}>
        {t('story.findNext')}
      </Button>
      <Button look="quiet" size="small" icon="close" onClick={close}>
        {t('common.close')}
      </Button>
    </div>
  );
}
