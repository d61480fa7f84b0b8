// Writing a letter: the answer, always at hand below the story, and a mail of its own among the drafts. What is written is kept by
// the desk (state/writing.ts), not here.
import { useEffect, useMemo, useRef, useState, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ConversationView } from '../../../main/contract/views.ts';
import type { Address, Channel } from '../../../main/domain/conversation/message.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { letterLanguage } from '../../../main/domain/letter/letter-language.ts';
import type { SendingWarning } from '../../../main/domain/sending/sending-checks.ts';
import { background } from '../../client/background.ts';
import { copyText } from '../../client/copy-text.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import { WrittenAnswerContext } from '../../state/written-answer.ts';
import { blankOf, writtenOf, type WritingKey } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { DiscardButton, FileButton, SendButtons } from './composer-buttons.tsx';
import { ChannelLimits, ComposerWords } from './composer-words.tsx';
import { LetterBox } from './letter-box.tsx';
import { useLetter } from './letter-context.tsx';
import { isToAnybody, leftOut, recipientsOf, senderOf, somebodyElse } from './letter-facts.ts';
import { LetterFiles } from './letter-files.tsx';
import { LetterSignature } from './letter-signature.tsx';
import { LetterTools } from './letter-tools.tsx';
import type { LetterHost } from './letter.ts';
import { LinkSheet } from './link-sheet.tsx';
import { Route } from './route.tsx';
import { SendLater } from './send-later.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useLeaving } from './use-leaving.ts';
import { useLetterFiles } from './use-letter-files.ts';

export type PickerProps = {
  /** null: a mail that stands in no conversation. */
  readonly conversation: number | null;
  /** Whom it goes to, where that is not the customer of the conversation. */
  readonly to: Address | null;
  /** A reply that was already chosen, or null to choose one. */
  readonly begin: number | null;
  readonly onInsert: (text: string, cannedId: number) => void;
  readonly onClose: (typed: string) => void;
};

export type GuardProps = {
  readonly warnings: readonly SendingWarning[];
  readonly onSendAnyway: () => void;
  readonly onBack: () => void;
  readonly onMoveToMail: (() => void) | null;
};

export type ComposerParts = {
  /** The list of saved replies; another feature's. */
  readonly Picker: ComponentType<PickerProps>;
  /** What may be wrong with it, before it leaves; another feature's. */
  readonly Guard: ComponentType<GuardProps>;
};

type ComposerProps = ComposerParts & {
  readonly writingKey: WritingKey;
  /** The conversation that it answers; null: it stands alone. */
  readonly view: ConversationView | null;
  /** `view` is still the one before, and only for the eye: words are taken, nothing is addressed by it and nothing leaves. */
  readonly isComing?: boolean;
  readonly label: string;
  readonly placeholder: string;
  /** When it leaves where no other moment is chosen; null: after the undo time. */
  readonly leavesAt: Instant | null;
  readonly onSent: () => void;
  readonly onEscape: () => void;
  /** Saved replies that fit what the customer wrote; another feature's. */
  readonly Suggestions?: ComponentType<{
    readonly view: ConversationView;
    readonly onPick: (cannedId: number) => void;
  }>;
  /** The choice of the way it goes, where there is one. */
  readonly picker?: ReactNode;
  /** How it goes another way than by mail, with the letter from useWrittenAnswer; null: it goes by mail. */
  readonly otherWay?: ReactNode;
  readonly channel?: Channel;
  /** Between the recipients and the words: the subject of a mail of its own. */
  readonly children?: ReactNode;
};

/** A composer is of one letter: another key is another composer. */
export function Composer(props: ComposerProps) {
  const { writingKey, view, label, placeholder, leavesAt, onSent, onEscape, Suggestions, picker, children } = props;
  const { isComing = false, otherWay = null, channel = 'email', Picker, Guard } = props;
  const { t } = useTranslation();
  const desk = useDesk();
  const letter = useLetter();
  const stored = useStore(desk.writing.store, (state) => writtenOf(state, writingKey));
  const written = useMemo(() => stored ?? blankOf(writingKey), [stored, writingKey]);
  const accounts = useFacts((facts) => facts.accounts);
  const isDemo = useFacts(({ status }) => status.isDemo);
  const [choosing, setPicking] = useState<{ readonly begin: number | null } | null>(null);
  const wished = useStore(desk.writing.store, (state) =>
    state.wished?.key === writingKey ? state.wished.canned : null,
  );
  const picking = wished === null ? choosing : { begin: wished };
  const [sheet, setSheet] = useState<'later' | 'link' | null>(null);
  const [isRouteOpen, setIsRouteOpen] = useState(written.kind !== 'answer');
  const mainButton = useRef<HTMLButtonElement>(null);

  const { text, html, files, kind } = written;
  const recipients = recipientsOf(written, view);
  const sender = senderOf(written, view, accounts);
  const account = accounts.find(({ addresses }) => addresses.includes(sender));
  const isMail = otherWay === null;
  const language = useMemo(() => letterLanguage(text, view?.item.language ?? null), [text, view?.item.language]);
  const isWritable = isComing || !isMail || kind !== 'answer' || isToAnybody(recipients);

  const leaving = useLeaving({ writingKey, written, view, isComing, isMail, letter, onSent });
  const { fields, isEmpty, canLeave } = leaving;
  const attached = useLetterFiles(writingKey, letter, () => {
    // An answer without words is none to the engine; with an address to leave from it is one, and can hold a file.
    if (written.id === null) desk.writing.choose(writingKey, { sender });
  });
  const dropped = useFileDrop(isMail && isWritable && !isComing ? (added) => attached.addAll(added, false) : null);
  useEffect(() => {
    const save = (): void => background(desk.writing.save(writingKey));
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  }, [desk, writingKey]);

  const stopPicking = (): void => {
    setPicking(null);
    if (wished !== null) desk.writing.wishCanned(null);
  };
  const insertReply = async (words: string, cannedId: number): Promise<void> => {
    stopPicking();
    desk.writing.rememberCanned(writingKey, cannedId);
    letter.insert(words);
    const attaching = attachFilesOf(cannedId);
    desk.writing.coming.add(writingKey, attaching);
    await attaching;
  };
  /** Those of a saved reply; answers whether the letter has them. */
  const attachFilesOf = async (cannedId: number): Promise<boolean> => {
    const saved = await desk.writing.save(writingKey);
    if (!saved.ok || saved.value === null) return saved.ok;
    const filed = await desk.client.call('canned.attach', { id: cannedId, draft: saved.value });
    if (!filed.ok) desk.tellFailure(filed.error);
    else if (filed.value.length > 0) await desk.writing.reload(writingKey);
    return filed.ok;
  };
  const tell = (said: string): void => {
    const until = machineNow() + NOTICE_MS;
    desk.notices.add({ text: said, failure: null, until, leaving: null, undo: null });
  };
  const host: LetterHost = {
    label,
    placeholder,
    language,
    isWritable,
    ...attached.pictures,
    onWrite: (words) => desk.writing.write(writingKey, words),
    onLeave: () => background(desk.writing.save(writingKey)),
    onSend: () => (isMail || isComing ? leaving.trySending(leavesAt) : mainButton.current?.click()),
    onEscape: () => {
      letter.leave();
      onEscape();
    },
    onCanned: () => setPicking({ begin: null }),
    onLink: () => setSheet('link'),
    onFiles: (added) => (isMail && !isComing ? attached.addAll(added, true) : tell(t('files.mailOnly'))),
    onPicturesLeftOut: (count) => tell(t('letter.picturesLeftOut', { count })),
  };

  /** From a field above the words, as from the words: what stands in it is taken first. */
  const sendFromField = (event: KeyboardEvent): void => {
    const { target, key, ctrlKey, metaKey } = event;
    const isField = target instanceof HTMLInputElement && target.classList.contains('recipients-input');
    if (!isField || key !== 'Enter' || !(ctrlKey || metaKey)) return;
    event.preventDefault();
    target.blur();
    requestAnimationFrame(() => mainButton.current?.click());
  };

  // Not drawn anew at each key.
  const tools = useMemo(() => <LetterTools letter={letter} onLink={() => setSheet('link')} />, [letter]);

  return (
    // Files are let go anywhere on it; by keyboard there is a button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={dropped.isOver ? 'composer dragged-over' : 'composer'}
      aria-label={label}
      {...dropped.handlers}
      onKeyDown={sendFromField}
    >
      {picking !== null && (
        <Picker
          conversation={view?.item.conversation ?? null}
          to={somebodyElse(recipients, view)}
          begin={picking.begin}
          onInsert={(words, cannedId) => background(insertReply(words, cannedId))}
          onClose={(typed) => {
            stopPicking();
            if (typed === '') letter.focus();
            else letter.insert(typed);
          }}
        />
      )}
      {picker}
      {isMail &&
        (isWritable ? (
          <Route
            accounts={accounts}
            sender={sender}
            recipients={recipients}
            leftOut={kind === 'answer' ? leftOut(recipients, view) : []}
            isOpen={isRouteOpen}
            onOpen={(isOpen) => setIsRouteOpen(isOpen || leaving.isPointedAtUnread())}
            onChoose={(choice) => {
              if (!isComing) desk.writing.choose(writingKey, choice);
            }}
            onUnread={leaving.noteUnread}
            tools={tools}
          />
        ) : (
          <p className="soft">{t('composer.noAddress')}</p>
        ))}
      {children}
      <LetterBox letter={letter} host={host} showing={`${writingKey} ${written.revision}`} words={{ text, html }} />
      {isMail && (
        <LetterFiles
          files={files}
          slow={attached.slow}
          onRemove={(file) => background(desk.writing.removeFile(writingKey, file))}
        />
      )}
      {isMail && !isEmpty && <LetterSignature sender={sender} language={language} />}
      {isEmpty && isWritable && view !== null && Suggestions !== undefined && (
        <Suggestions view={view} onPick={(begin) => setPicking(isComing ? null : { begin })} />
      )}
      <div className="composer-foot">
        {isMail ? (
          <SendButtons
            leavesAt={leavesAt}
            canLeave={canLeave}
            mainButton={mainButton}
            onSend={leaving.trySending}
            onLater={() => setSheet('later')}
          />
        ) : (
          <WrittenAnswerContext
            value={{ text, isReady: leaving.isReady, mainButton, copy: () => copyText(text.trim()) }}
          >
            {otherWay}
          </WrittenAnswerContext>
        )}
        <Button
          look="quiet"
          icon="slash"
          disabled={!isWritable}
          onClick={() => setPicking(picking === null ? { begin: null } : null)}
        >
          {t('composer.canned')}
        </Button>
        {isMail && <FileButton disabled={!isWritable || isComing} onFiles={(added) => attached.addAll(added, false)} />}
        {written.id !== null && (!isEmpty || kind !== 'answer') && (
          <DiscardButton
            onDiscard={() => {
              background(desk.writing.discard(writingKey));
              if (kind !== 'answer') onSent();
            }}
          />
        )}
        {!isMail && (
          <ChannelLimits channel={channel} text={text} windowClosesAt={view?.item.reckoned.windowClosesAt ?? null} />
        )}
        {!isMail && (files.length > 0 || html !== null) && <p className="composer-words">{t('files.mailOnly')}</p>}
        {(isMail || fields.length > 0) && (
          <ComposerWords
            fields={fields}
            isUrgent={leaving.wasStopped}
            isOffline={account?.state.kind === 'waiting'}
            isDemo={isDemo}
          />
        )}
      </div>
      {dropped.isOver && <p className="composer-drop">{t('files.drop')}</p>}
      {sheet === 'link' && <LinkSheet letter={letter} onClose={() => setSheet(null)} />}
      {sheet === 'later' && (
        <SendLater
          onClose={() => setSheet(null)}
          onChoose={(at) => {
            setSheet(null);
            leaving.trySending(at);
          }}
        />
      )}
      {leaving.warnings !== null && (
        <Guard
          warnings={leaving.warnings}
          onMoveToMail={null}
          onBack={leaving.back}
          onSendAnyway={leaving.sendAnyway}
        />
      )}
    </section>
  );
}
