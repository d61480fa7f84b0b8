// What is still to be finished: the open drafts in a list, and beside it the one that is written at. An answer is finished where it
// belongs, in its conversation.
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DraftRow } from '../../../main/contract/drafts.ts';
import type { Failure } from '../../../main/contract/errors.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { background } from '../../client/background.ts';
import { goToDraft } from '../../state/place.ts';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { draftKey, writtenOf } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Composer, type ComposerParts } from './composer.tsx';

type WritingPaneProps = ComposerParts & {
  /** The one that is written at; null: none yet. */
  readonly draft: number | null;
  /** When it leaves where no other moment is chosen; null: after the undo time. */
  readonly leavesAt: Instant | null;
  readonly onNew: () => void;
};

export function WritingPane({ draft, leavesAt, onNew, Picker, Guard }: WritingPaneProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const rows = useStore(desk.writing.store, (state) => state.rows);
  useEffect(() => background(desk.writing.refreshRows()), [desk]);
  return (
    <>
      <section className="list-pane" aria-label={t('drafts.title')}>
        <header className="list-head">
          <h2>{t('drafts.title')}</h2>
          <Button icon="pencil" hint="compose" title={t('drafts.newHint')} onClick={onNew}>
            {t('drafts.new')}
          </Button>
        </header>
        {rows.length === 0 ? (
          <p className="drafts-none soft">{t('drafts.none')}</p>
        ) : (
          <ul id="draft-list" className="draft-list" tabIndex={-1} aria-label={t('drafts.title')}>
            {rows.map((row) => (
              <DraftLine key={row.id} row={row} isHere={row.id === draft} />
            ))}
          </ul>
        )}
      </section>
      {draft === null ? (
        <section className="conversation none" aria-label={t('drafts.label')}>
          <p className="soft no-conversation">
            <Icon name="pencil" />
            {t('drafts.choose')}
          </p>
        </section>
      ) : (
        <Letter key={draft} id={draft} leavesAt={leavesAt} Picker={Picker} Guard={Guard} />
      )}
    </>
  );
}

function DraftLine({ row, isHere }: { readonly row: DraftRow; readonly isHere: boolean }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const subject = row.subject ?? '';
  return (
    <li>
      <button
        type="button"
        className="draft-line"
        aria-current={isHere ? 'true' : undefined}
        onClick={() => goToDraft(desk.place, row)}
      >
        <span className="draft-who cut">{row.who === '' ? t('drafts.toNobody') : row.who}</span>
        <span className="draft-when soft">{moments.when(row.savedAt)}</span>
        <span className="draft-words cut">
          <span className="chip">{t(`drafts.kind.${row.kind}`)}</span> {subject !== '' && <>{subject} · </>}
          <span className="soft">{row.preview === '' ? t('drafts.noWords') : row.preview}</span>
        </span>
      </button>
    </li>
  );
}

type LetterProps = ComposerParts & { readonly id: number; readonly leavesAt: Instant | null };

function Letter({ id, leavesAt, Picker, Guard }: LetterProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const key = draftKey(id);
  const written = useStore(desk.writing.store, (state) => writtenOf(state, key));
  const [error, setError] = useState<Failure | null>(null);
  useEffect(() => {
    const open = async (): Promise<void> => {
      const opened = await desk.writing.open(id);
      setError(opened.ok ? null : opened.error);
    };
    background(open());
    return () => background(desk.writing.save(key));
  }, [desk, id, key]);
  const isThere = written !== null;
  const isAddressed = (written?.recipients?.to.length ?? 0) > 0;
  const focus = useEffectEvent((): void =>
    document.getElementById(isAddressed ? 'composer-text' : 'recipients-to')?.focus(),
  );
  useEffect(() => {
    if (isThere) focus();
  }, [isThere]);
  const leave = (): void => {
    desk.place.setState({ view: { kind: 'writing', draft: null }, isReading: false });
    requestAnimationFrame(() => document.getElementById('draft-list')?.focus());
  };
  if (error !== null || written === null) {
    return (
      <section className="conversation none" aria-label={t('drafts.label')}>
        {error !== null &&
          (error.code === 'not-found' ? (
            <p className="soft">{t('drafts.gone')}</p>
          ) : (
            <FailureBox error={error} language={language} />
          ))}
      </section>
    );
  }
  return (
    <div className="conversation writing">
      <div className="narrow-only">
        <Button look="quiet" size="small" icon="back" onClick={leave}>
          {t('drafts.back')}
        </Button>
      </div>
      <Composer
        writingKey={key}
        view={null}
        label={t('drafts.label')}
        placeholder={t(written.kind === 'forward' ? 'drafts.forwardPlaceholder' : 'drafts.placeholder')}
        leavesAt={leavesAt}
        Picker={Picker}
        Guard={Guard}
        onSent={leave}
        onEscape={() => document.getElementById('draft-list')?.focus()}
      >
        <div className="recipients">
          <label className="recipients-label" htmlFor="letter-subject">
            {t('people.subject')}
          </label>
          <input
            id="letter-subject"
            className="recipients-input letter-subject"
            spellCheck
            autoComplete="off"
            value={written.subject ?? ''}
            onChange={(event) => desk.writing.choose(key, { subject: event.target.value })}
            onBlur={() => background(desk.writing.save(key))}
          />
        </div>
      </Composer>
      {written.kind === 'forward' && <p className="soft letter-below">{t('drafts.forwardBelow')}</p>}
    </div>
  );
}
