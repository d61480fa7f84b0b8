// A sheet above the desk. The browser's own modal dialog: it traps the focus, closes on Esc and gives the focus back.
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

export function Dialog({ title, onClose, isWide = false, children }: DialogProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed before React takes it out of the page: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // The browser gives the focus to the first control, which is "close". The question of the sheet comes first, and a long sheet
    // must hear the keys that scroll it.
    const body = dialog?.querySelector<HTMLElement>('.dialog-body');
    const field = body?.querySelector<HTMLElement>('input, textarea, select');
    if (field != null) field.focus();
    else if (body != null && body.scrollHeight > body.clientHeight) body.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <Button look="quiet" size="small" icon="close" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <div className="dialog-body" tabIndex={-1}>
        {children}
      </div>
    </dialog>
  );
}
