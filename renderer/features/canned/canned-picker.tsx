// The list of saved replies above the composer: typed after "/", filtered as one types, with beside it how the chosen one would go in,
// in which language. Filled in by the engine; any question it holds is asked before it is inserted.
import { useEffect, useEffectEvent, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply, FilledReply } from '../../../main/contract/canned.ts';
import type { Address } from '../../../main/domain/conversation/message.ts';
import { matchReady, readyToFind } from '../../../main/domain/canned/find.ts';
import { CANNED_LANGUAGES, readTemplate, type CannedLanguage } from '../../../main/domain/canned/template.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import './canned.css';
import { CannedQuestions } from './canned-questions.tsx';

type CannedPickerProps = {
  /** null: a new mail, of which nothing is known yet. */
  readonly conversation: number | null;
  /** Whom it goes to, where that is not the customer of the conversation. */
  readonly to: Address | null;
  /** A reply that was already chosen: only its questions, if any, are asked. */
  readonly begin: number | null;
  readonly onInsert: (text: string, cannedId: number) => void;
  /** Closed without a choice; `typed` goes into the text after all ("5 / 6" is no code). */
  readonly onClose: (typed: string) => void;
};
type Chosen = { readonly reply: CannedReply; readonly filled: FilledReply };

export function CannedPicker({ conversation, to, begin, onInsert, onClose }: CannedPickerProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const all = useFacts((facts) => facts.canned);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  /** null: the conversation's. */
  const [wanted, setWanted] = useState<CannedLanguage | null>(null);
  const [asked, setAsked] = useState<Chosen | null>(null);
  const ready = useMemo(() => readyToFind(all), [all]);
  const found = useMemo(() => matchReady(query, ready).map(({ reply }) => reply), [ready, query]);
  const shown = usePreview(found[at] ?? null, conversation, to, wanted);
  const listId = useId();

  const pick = async (reply: CannedReply, answers: Readonly<Record<string, string>>): Promise<void> => {
    const asking = { id: reply.id, conversation, to, answers: { ...answers }, language: wanted };
    const filled = await desk.client.call('canned.fill', asking);
    if (!filled.ok) {
      desk.tellFailure(filled.error);
      return;
    }
    const open = filled.value.questions.filter((question) => (answers[question] ?? '') === '');
    if (open.length > 0 && Object.keys(answers).length === 0) setAsked({ reply, filled: filled.value });
    else onInsert(filled.value.text, reply.id);
  };

  const pickAtOnce = useEffectEvent((id: number): void => {
    const reply = all.find((one) => one.id === id);
    if (reply !== undefined) background(pick(reply, {}));
  });
  useEffect(() => {
    // Once, also where React runs effects twice while developing.
    const beginning = later(0, () => {
      if (begin !== null) pickAtOnce(begin);
    });
    beginning.soon();
    return beginning.cancel;
  }, [begin]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter takes what an input method offers, not a reply.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose('');
    } else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      setWanted(nextLanguage(shown, event.key === 'ArrowRight' ? 1 : -1));
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => Math.max(0, Math.min(found.length - 1, now + step)));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const reply = found[at];
      event.preventDefault();
      if (reply !== undefined) background(pick(reply, {}));
    } else if (event.key === 'Backspace' && query === '') {
      event.preventDefault();
      onClose('');
    }
  };

  if (asked !== null) {
    return (
      <CannedQuestions
        title={asked.reply.title}
        questions={asked.filled.questions}
        onAnswer={(answers) => background(pick(asked.reply, answers))}
        onClose={() => onClose('')}
      />
    );
  }
  if (begin !== null) return null;
  return (
    <div
      className={shown === null ? 'canned-picker' : 'canned-picker with-preview'}
      role="group"
      aria-label={t('canned.pick')}
    >
      <input
        className="input"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by "/" in the middle of typing
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[at] === undefined ? undefined : `${listId}-${found[at].id}`}
        aria-label={t('canned.filter')}
        placeholder={t('canned.filter')}
        value={query}
        autoComplete="off"
        onChange={(event) => {
          const typed = event.target.value;
          if (/^[\s/]/.test(typed)) onClose(`/${typed}`);
          setQuery(typed);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className="canned-list" role="listbox" aria-label={t('canned.pick')}>
        {found.map((reply, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above hears the keys
          <div
            key={reply.id}
            id={`${listId}-${reply.id}`}
            ref={index === at ? showInList : null}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'canned-option selected' : 'canned-option'}
            onMouseDown={(event) => event.preventDefault()}
            // Not on entering: the list also moves below a mouse that lies still.
            onMouseMove={() => setAt(index)}
            onClick={() => background(pick(reply, {}))}
          >
            <span className="code">/{reply.code}</span>
            <span className="title">{reply.title}</span>
            <span className="cut body">{reply.texts.nl ?? reply.texts.en ?? reply.texts.fr ?? ''}</span>
          </div>
        ))}
      </div>
      {shown !== null && <Aside chosen={shown} onLanguage={setWanted} />}
      {found.length === 0 && <p className="soft">{t(all.length === 0 ? 'canned.noneYet' : 'canned.none')}</p>}
    </div>
  );
}

const showInList = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

const languagesOf = ({ texts }: CannedReply): readonly CannedLanguage[] =>
  CANNED_LANGUAGES.filter((one) => (texts[one] ?? '').trim() !== '');

function nextLanguage(chosen: Chosen | null, step: number): CannedLanguage | null {
  if (chosen === null) return null;
  const languages = languagesOf(chosen.reply);
  const now = languages.indexOf(chosen.filled.language);
  return languages[(now + step + languages.length) % languages.length] ?? null;
}

/** How it would go in now. What was chosen before stays in sight until the next is filled in. */
function usePreview(
  reply: CannedReply | null,
  conversation: number | null,
  to: Address | null,
  language: CannedLanguage | null,
): Chosen | null {
  const desk = useDesk();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    if (reply === null) return undefined;
    let isLeft = false;
    const ask = async (): Promise<void> => {
      const filled = await desk.client.call('canned.fill', {
        id: reply.id,
        conversation,
        to,
        answers: {},
        language,
      });
      if (!isLeft && filled.ok) setChosen({ reply, filled: filled.value });
    };
    background(ask());
    return () => {
      isLeft = true;
    };
  }, [desk, reply, conversation, to, language]);
  return reply === null ? null : chosen;
}

type AsideProps = { readonly chosen: Chosen; readonly onLanguage: (language: CannedLanguage) => void };

function Aside({ chosen: { reply, filled }, onLanguage }: AsideProps) {
  const { t } = useTranslation();
  const languages = languagesOf(reply);
  return (
    <div className="canned-aside" role="group" aria-label={t('canned.previewIn')}>
      {languages.length > 1 && (
        <div className="canned-tags">
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              className="canned-tag"
              aria-pressed={language === filled.language}
              title={t('canned.inLanguage', { language: t(`canned.text.${language}`) })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onLanguage(language)}
            >
              {t(`canned.text.${language}`)}
            </button>
          ))}
        </div>
      )}
      <p className="canned-letter" lang={filled.language}>
        {readTemplate(filled.text).map((piece, index) =>
          // Pieces follow from the text alone and hold no state.
          // oxlint-disable-next-line react/no-array-index-key
          piece.kind === 'words' ? <span key={index}>{piece.text}</span> : <mark key={index}>{piece.written}</mark>,
        )}
      </p>
      {reply.files.length > 0 && (
        <p className="soft small-text">
          {t('canned.withFiles', { files: reply.files.map(({ fileName }) => fileName).join(', ') })}
        </p>
      )}
    </div>
  );
}
