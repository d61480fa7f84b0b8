// The list of saved replies above the composer: typed after "/", filtered as one types, filled in by the engine, and any
// question it holds asked before it is inserted.
import { useEffect, useEffectEvent, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { matchCanned } from '../../../main/domain/canned/find.ts';
import type { CannedReply, FilledReply } from '../../../main/contract/canned.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

type CannedPickerProps = {
  /** null: a mail that stands in no conversation. */
  readonly conversation: number | null;
  /** A reply that was already chosen: only its questions, if any, are asked. */
  readonly begin: number | null;
  readonly onInsert: (text: string, cannedId: number) => void;
  /** Closed without a choice; `typed` goes into the text after all ("5 / 6" is no code). */
  readonly onClose: (typed: string) => void;
};

export function CannedPicker({ conversation, begin, onInsert, onClose }: CannedPickerProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const all = useFacts((facts) => facts.canned);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState<{ readonly reply: CannedReply; readonly filled: FilledReply } | null>(null);
  const found = useMemo(() => matchCanned(query, all).map(({ reply }) => reply), [all, query]);
  const listId = useId();

  const pick = async (reply: CannedReply, answers: Readonly<Record<string, string>>): Promise<void> => {
    const filled = await desk.client.call('canned.fill', { id: reply.id, conversation, answers: { ...answers } });
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
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose('');
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
      <Questions
        filled={asked.filled}
        title={asked.reply.title}
        onAnswer={(answers) => background(pick(asked.reply, answers))}
        onClose={() => onClose('')}
      />
    );
  }
  if (begin !== null) return null;
  return (
    <div className="canned-picker" role="group" aria-label={t('canned.pick')}>
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
      <div id={listId} role="listbox" aria-label={t('canned.pick')}>
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
            onClick={() => background(pick(reply, {}))}
          >
            <span className="code">/{reply.code}</span>
            <span className="title">{reply.title}</span>
            <span className="cut body">{reply.texts.nl ?? reply.texts.en ?? reply.texts.fr ?? ''}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="soft">{t(all.length === 0 ? 'canned.noneYet' : 'canned.none')}</p>}
    </div>
  );
}

const showInList = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

type QuestionsProps = {
  readonly filled: FilledReply;
  readonly title: string;
  readonly onAnswer: (answers: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
};

function Questions({ filled, title, onAnswer, onClose }: QuestionsProps) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const isComplete = filled.questions.every((question) => (answers[question] ?? '').trim() !== '');
  return (
    // Esc leaves the questions from any of their fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="canned-picker questions"
      aria-label={`${title}: ${t('canned.questions')}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onAnswer(answers);
      }}
    >
      <h3>{title}</h3>
      {filled.questions.map((question, index) => (
        <TextField
          key={question}
          label={question}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- goes on where the owner was typing
          autoFocus={index === 0}
          value={answers[question] ?? ''}
          autoComplete="off"
          onText={(text) => setAnswers({ ...answers, [question]: text })}
        />
      ))}
      <div className="row-of-buttons">
        <Button look="main" size="small" isSubmit disabled={!isComplete}>
          {t('canned.insert')}
        </Button>
        <Button look="quiet" size="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
