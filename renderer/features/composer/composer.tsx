// Writing the answer: plain text, always at hand below the story. The draft is kept by the desk, not here.
import { useEffect, useRef, useState, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../main/contract/views.ts';
import { openPlaceholders } from '../../../main/domain/canned/template.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { background } from '../../client/background.ts';
import { draftOf } from '../../state/conversation.ts';
import { WrittenAnswerContext } from '../../state/written-answer.ts';
import { useConversation, useDesk, useFacts, useMoments } from '../../state/use-desk.tsx';
import { useWhenFacts } from '../../state/use-when-facts.ts';
import { Button, Kbd } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { WhenField } from '../../ui/when-field.tsx';
import { sendPresets } from '../../ui/when-presets.ts';
import { asksForCanned, markedPieces } from './fields.ts';

export type PickerProps = {
  readonly conversation: number;
  /** A reply that was already chosen, or null to choose one. */
  readonly begin: number | null;
  readonly onInsert: (text: string, cannedId: number) => void;
  readonly onClose: (typed: string) => void;
};

type ComposerProps = {
  readonly view: ConversationView;
  /** When an answer leaves for which no other moment is chosen; null or absent: after the undo time. */
  readonly leavesAt?: Instant | null;
  readonly onSent?: (() => void) | undefined;
  /** The list of saved replies; another feature's. */
  readonly Picker: ComponentType<PickerProps>;
  /** Saved replies that fit what the customer wrote. */
  readonly Suggestions: ComponentType<{
    readonly view: ConversationView;
    readonly onPick: (cannedId: number) => void;
  }>;
  /** The choice of the way it goes, where there is one. */
  readonly picker: ReactNode;
  /** How it goes another way than by mail, with the answer from useWrittenAnswer; null: it goes by mail. */
  readonly otherWay: ReactNode;
};

const namesOf = (addresses: ConversationView['replyTo']): string => addresses.map(({ address }) => address).join(', ');

export function Composer({ view, leavesAt = null, onSent, Picker, Suggestions, picker, otherWay }: ComposerProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const id = view.item.conversation;
  const text = useConversation((open) => draftOf(open, id));
  const area = useRef<HTMLTextAreaElement>(null);
  const painted = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState<{ readonly begin: number | null } | null>(null);
  const [isPlanning, setIsPlanning] = useState(false);
  const [wasStopped, setWasStopped] = useState(false);
  const account = useFacts(({ accounts }) => accounts.find((one) => one.id === view.item.account));
  const isDemo = useFacts(({ status }) => status.isDemo);
  const moments = useMoments();
  const fields = openPlaceholders(text);
  const hasAddress = view.replyTo.length > 0;
  const isWritable = otherWay !== null || hasAddress;
  const mainButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const save = (): void => background(desk.conversation.saveDraft(id));
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  }, [desk, id]);

  const isReady = (): boolean => {
    const isOpen = openPlaceholders(text).length > 0;
    setWasStopped(isOpen);
    if (!isOpen) return true;
    const first = text.search(/\{\{/);
    area.current?.focus();
    area.current?.setSelectionRange(first, text.indexOf('}}', first) + 2);
    return false;
  };
  const send = async (sendAt: number | null): Promise<void> => {
    if (text.trim() === '' || !isReady()) return;
    // Back to the list, so that z takes the answer back and j goes on.
    if (!(await desk.sending.send(view, text, sendAt))) return;
    document.getElementById('queue-list')?.focus();
    onSent?.();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart } = event.currentTarget;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (otherWay === null) background(send(leavesAt));
      else mainButton.current?.click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.currentTarget.blur();
      document.getElementById('queue-list')?.focus();
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey && asksForCanned(text, selectionStart)) {
      event.preventDefault();
      setPicking({ begin: null });
    }
  };

  /** As if typed: the browser's own undo takes the whole insertion back in one step. setRangeText would forget its history. */
  const insert = (words: string): void => {
    area.current?.focus();
    document.execCommand('insertText', false, words);
  };

  return (
    <section className="composer" aria-label={t('composer.label')}>
      {picking !== null && (
        <Picker
          conversation={id}
          begin={picking.begin}
          onInsert={(words, cannedId) => {
            setPicking(null);
            desk.conversation.rememberCanned(id, cannedId);
            insert(words);
          }}
          onClose={(typed) => {
            setPicking(null);
            area.current?.focus();
            if (typed !== '') insert(typed);
          }}
        />
      )}
      {picker}
      {otherWay === null && (
        <p className="composer-route">
          <span className="from-chip" style={{ color: `var(--account-${account?.colour ?? 0})` }} translate="no">
            {t('composer.from', { address: view.replyFrom.address })}
          </span>
          <span className="soft cut" translate="no">
            {hasAddress ? t('composer.to', { names: namesOf(view.replyTo) }) : t('composer.noAddress')}
          </span>
          {hasAddress && view.replyCc.length > 0 && (
            <span className="cut" title={namesOf(view.replyCc)} translate="no">
              {t('composer.cc', { count: view.replyCc.length, names: namesOf(view.replyCc) })}
            </span>
          )}
        </p>
      )}
      <div className="paper">
        <div ref={painted} className="paper-marks" aria-hidden="true">
          {markedPieces(text).map((piece, index) =>
            // Pieces follow from the text alone and hold no state.
            // oxlint-disable-next-line react/no-array-index-key
            piece.isField ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
          {'\n'}
        </div>
        <textarea
          ref={area}
          id="composer-text"
          className="paper-text"
          aria-label={t('composer.label')}
          placeholder={t('composer.placeholder')}
          rows={3}
          value={text}
          disabled={!isWritable}
          spellCheck
          onChange={(event) => desk.conversation.write(id, event.target.value)}
          onBlur={() => background(desk.conversation.saveDraft(id))}
          onKeyDown={onKeyDown}
          onScroll={(event) => {
            if (painted.current !== null) painted.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      {text === '' && isWritable && <Suggestions view={view} onPick={(begin) => setPicking({ begin })} />}
      <div className="composer-foot">
        {otherWay === null ? (
          <>
            <Button
              look="main"
              icon="send"
              disabled={text.trim() === '' || !hasAddress}
              onClick={() => background(send(leavesAt))}
            >
              {leavesAt === null ? t('composer.send') : t('evening.send', { when: moments.when(leavesAt) })}
            </Button>
            {leavesAt !== null && (
              <Button look="quiet" disabled={text.trim() === '' || !hasAddress} onClick={() => background(send(null))}>
                {t('evening.sendNow')}
              </Button>
            )}
            <Button look="quiet" disabled={text.trim() === '' || !hasAddress} onClick={() => setIsPlanning(true)}>
              {t('composer.sendLater')}
            </Button>
          </>
        ) : (
          <WrittenAnswerContext value={{ text, isReady, mainButton }}>{otherWay}</WrittenAnswerContext>
        )}
        <Button
          look="quiet"
          icon="slash"
          disabled={!isWritable}
          onClick={() => setPicking(picking === null ? { begin: null } : null)}
        >
          {t('composer.canned')}
        </Button>
        {(otherWay === null || fields.length > 0) && (
          <ComposerWords
            fields={fields}
            isUrgent={wasStopped}
            isOffline={account?.state.kind === 'waiting'}
            isDemo={isDemo}
          />
        )}
      </div>
      {isPlanning && (
        <SendLater
          onClose={() => setIsPlanning(false)}
          onChoose={(at) => {
            setIsPlanning(false);
            background(send(at));
          }}
        />
      )}
    </section>
  );
}

type WordsProps = {
  readonly fields: readonly string[];
  readonly isUrgent: boolean;
  readonly isOffline: boolean;
  readonly isDemo: boolean;
};

/** One line at a time, the most pressing one. */
function ComposerWords({ fields, isUrgent, isOffline, isDemo }: WordsProps) {
  const { t } = useTranslation();
  if (fields.length > 0) {
    return (
      <p className={isUrgent ? 'composer-words urgent' : 'composer-words'} role="status">
        {t('composer.missing', {
          count: fields.length,
          fields: fields.join(', '),
          interpolation: { skipOnVariables: true },
        })}
      </p>
    );
  }
  if (isOffline) return <p className="composer-words">{t('composer.offline')}</p>;
  if (isDemo) return <p className="composer-words">{t('composer.demoHint')}</p>;
  return (
    <p className="composer-words">
      <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {t('composer.hint')}
    </p>
  );
}

function SendLater({ onClose, onChoose }: { readonly onClose: () => void; readonly onChoose: (at: number) => void }) {
  const { t } = useTranslation();
  const when = useWhenFacts();
  return (
    <Dialog title={t('when.sendTitle')} onClose={onClose}>
      <WhenField {...when} presets={sendPresets(when.now, when.hours)} onChoose={onChoose} />
    </Dialog>
  );
}
