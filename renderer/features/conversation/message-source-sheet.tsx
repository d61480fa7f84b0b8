// What a message is made of, as plain text and never as HTML: as it is kept here, or its original as the server has it.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { MessageRowId } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useLanguage, useReading } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { keptSource, originalSource } from './source-text.ts';

export function MessageSourceSheet() {
  const message = useReading(({ sourceOf }) => sourceOf);
  return message === null ? null : <SourceOf key={message} message={message} />;
}

type Shown = { readonly kind: 'kept' | 'original'; readonly text: string };

function SourceOf({ message }: { readonly message: MessageRowId }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [shown, setShown] = useState<Shown>({ kind: 'kept', text: '' });
  const [error, setError] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const page = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const kept = await desk.client.call('message.source', { id: message });
      if (kept.ok) setShown({ kind: 'kept', text: keptSource(kept.value) });
      else setError(kept.error);
    };
    background(read());
  }, [desk, message]);

  const busily = async (act: () => Promise<Failure | null>): Promise<void> => {
    setIsBusy(true);
    setError(await act());
    setIsBusy(false);
  };
  const showOriginal = (): Promise<void> =>
    busily(async () => {
      const original = await desk.client.call('message.original', { id: message });
      if (!original.ok) return original.error;
      setShown({ kind: 'original', text: originalSource(original.value.bytes) });
      return null;
    });
  const save = (): Promise<void> =>
    busily(async () => {
      const saved = await desk.client.shell('shell.saveMail', { message });
      if (!saved.ok) return saved.error;
      if (saved.value !== null) tell(t('notice.saved', { name: saved.value }));
      return null;
    });
  const copy = (): void => {
    const text = page.current;
    if (text === null) return;
    getSelection()?.selectAllChildren(text);
    // The clipboard's own interface needs a permission, and the shell grants none.
    if (document.execCommand('copy')) tell(t('story.sourceCopied'));
  };
  const tell = (text: string): void => {
    desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
  };

  return (
    <Dialog title={t('story.sourceTitle')} isWide onClose={() => desk.reading.showSource(null)}>
      <div className="settings-stack">
        <p className="soft">{t(shown.kind === 'kept' ? 'story.sourceKept' : 'story.sourceOriginal')}</p>
        <div className="row-of-buttons">
          {shown.kind === 'kept' && (
            <Button size="small" disabled={isBusy} onClick={() => background(showOriginal())}>
              {t('story.fetchOriginal')}
            </Button>
          )}
          <Button size="small" onClick={copy}>
            {t('story.copy')}
          </Button>
          <Button size="small" icon="save" disabled={isBusy} onClick={() => background(save())}>
            {t('story.saveAsEml')}
          </Button>
        </div>
        {error !== null && <FailureBox error={error} language={language} />}
        {/* Scrolled by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre ref={page} className="message-source" tabIndex={0} aria-label={t('story.sourceTitle')} translate="no">
          {shown.text}
        </pre>
      </div>
    </Dialog>
  );
}
