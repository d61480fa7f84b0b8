// The buttons below a letter: sending it now or later, adding files, throwing it away.
import { useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../main/domain/instant.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

type SendButtonsProps = {
  /** When it leaves where no other moment is chosen; null: after the undo time. */
  readonly leavesAt: Instant | null;
  readonly canLeave: boolean;
  readonly mainButton: Ref<HTMLButtonElement>;
  readonly onSend: (at: Instant | null) => void;
  readonly onLater: () => void;
};

export function SendButtons({ leavesAt, canLeave, mainButton, onSend, onLater }: SendButtonsProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  return (
    <>
      <Button
        look="main"
        icon="send"
        element={mainButton}
        disabled={!canLeave}
        aria-keyshortcuts="Control+Enter"
        title="Ctrl Enter"
        onClick={() => onSend(leavesAt)}
      >
        {leavesAt === null ? t('composer.send') : t('evening.send', { when: moments.when(leavesAt) })}
      </Button>
      {leavesAt !== null && (
        <Button look="quiet" disabled={!canLeave} onClick={() => onSend(null)}>
          {t('evening.sendNow')}
        </Button>
      )}
      <Button look="quiet" disabled={!canLeave} onClick={onLater}>
        {t('composer.sendLater')}
      </Button>
    </>
  );
}

type FileButtonProps = { readonly disabled: boolean; readonly onFiles: (files: readonly File[]) => void };

export function FileButton({ disabled, onFiles }: FileButtonProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="quiet" icon="clip" disabled={disabled} onClick={() => input.current?.click()}>
        {t('files.add')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('files.add')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}

export function DiscardButton({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useTranslation();
  const label = t('drafts.discard');
  return (
    <button type="button" className="letter-tool composer-discard" aria-label={label} title={label} onClick={onDiscard}>
      <Icon name="trash" />
    </button>
  );
}
