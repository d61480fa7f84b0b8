// The owner's own note about a customer: kept while he types, told once he stops.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactsBefore } from '../../../main/contract/contacts.ts';
import { background } from '../../client/background.ts';
import { later, type Later } from '../../client/machine-clock.ts';
import type { Whom } from '../../state/people.ts';
import { useDesk } from '../../state/use-desk.tsx';

/** A pause between two words. */
const KEEP_AFTER_MS = 800;

export function CardNote({ whom, note }: { readonly whom: Whom; readonly note: string }) {
  const { t } = useTranslation();
  const id = useId();
  const desk = useDesk();
  /** null: nothing is being typed, and what the engine has is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const pending = useRef<{ readonly words: string; readonly timer: Later } | null>(null);
  const before = useRef<ContactsBefore | null>(null);

  const keep = async (words: string): Promise<void> => {
    pending.current?.timer.cancel();
    pending.current = null;
    const was = await desk.people.keepNote(whom, words);
    before.current ??= was;
  };
  const onType = (words: string): void => {
    setTyped(words);
    pending.current?.timer.cancel();
    const timer = later(KEEP_AFTER_MS, () => background(keep(words)));
    timer.soon();
    pending.current = { words, timer };
  };
  const finish = async (): Promise<void> => {
    if (pending.current !== null) await keep(pending.current.words);
    setTyped(null);
    if (before.current !== null) desk.people.tellNote(whom, before.current);
    before.current = null;
  };
  // Who opens another conversation in the middle of a word loses none of them.
  const leave = useRef(finish);
  useEffect(() => {
    leave.current = finish;
  });
  useEffect(() => () => background(leave.current()), []);

  return (
    <section className="card-part">
      <h4>
        <label htmlFor={id}>{t('card.note')}</label>
      </h4>
      <textarea
        id={id}
        className="textarea card-note"
        rows={Math.min(12, Math.max(3, (typed ?? note).split('\n').length + 1))}
        placeholder={t('card.noteHint')}
        maxLength={100_000}
        value={typed ?? note}
        onChange={(event) => onType(event.target.value)}
        onBlur={() => background(finish())}
      />
    </section>
  );
}
