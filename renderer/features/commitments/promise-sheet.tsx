// Asks by when: for a promise that was read in a letter, for one that is watched already, or for one that is written down by hand.
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentView } from '../../../main/contract/commitments.ts';
import { background } from '../../client/background.ts';
import { useDesk, useMoments, useNow } from '../../state/use-desk.tsx';
import { useWhenFacts } from '../../state/use-when-facts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { WhenField } from '../../ui/when-field.tsx';
import { replyByPresets } from '../../ui/when-presets.ts';

type SheetProps = {
  readonly conversation: number;
  readonly who: string;
  /** null: a new one, in the owner's own words. */
  readonly promise: CommitmentView | null;
  readonly onClose: () => void;
};

const MOST_WORDS = 400;

export function PromiseSheet({ conversation, who, promise, onClose }: SheetProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const now = useNow();
  const moments = useMoments();
  const [words, setWords] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const wordsId = useId();
  const wordsField = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);

  const choose = (due: number): void => {
    if (promise !== null) {
      onClose();
      background(desk.promises.watch(promise, who, due));
      return;
    }
    if (words.trim() === '') {
      setIsMissing(true);
      wordsField.current?.focus();
      return;
    }
    onClose();
    background(desk.promises.add(conversation, who, words, due));
  };

  return (
    <Dialog title={t(promise === null ? 'promise.add' : 'promise.momentTitle')} onClose={onClose}>
      <div ref={body} className="settings-stack">
        {promise === null ? (
          <div className="field">
            <label htmlFor={wordsId}>{t('promise.addTitle')}</label>
            <input
              id={wordsId}
              ref={wordsField}
              className="input"
              value={words}
              maxLength={MOST_WORDS}
              placeholder={t('promise.wordsPlaceholder')}
              aria-invalid={isMissing}
              aria-describedby={isMissing ? `${wordsId}-wrong` : undefined}
              autoComplete="off"
              onChange={(event) => {
                setWords(event.target.value);
                setIsMissing(false);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                body.current?.querySelector<HTMLInputElement>('.when-free input')?.focus();
              }}
            />
            {isMissing && (
              <p id={`${wordsId}-wrong`} className="wrong">
                {t('promise.wordsMissing')}
              </p>
            )}
          </div>
        ) : (
          <p className="promise-quoted">“{promise.words}”</p>
        )}
        {promise?.state === 'proposed' && promise.dueAt > now && (
          <div>
            <Button onClick={() => choose(promise.dueAt)}>
              {t('promise.asRead', { when: moments.full(promise.dueAt) })}
            </Button>
          </div>
        )}
        {promise === null && <p className="label">{t('promise.by')}</p>}
        <Moment onChoose={choose} />
      </div>
    </Dialog>
  );
}

function Moment({ onChoose }: { readonly onChoose: (at: number) => void }) {
  const when = useWhenFacts();
  return <WhenField {...when} presets={replyByPresets(when.now, when.hours)} isByThen onChoose={onChoose} />;
}
