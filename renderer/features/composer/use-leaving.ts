// From "send" to the outbox: nothing may be left open, what looks wrong is shown first, and the owner decides.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Recipients } from '../../../main/contract/drafts.ts';
import type { ConversationView } from '../../../main/contract/views.ts';
import { openPlaceholders } from '../../../main/domain/canned/template.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { sendingWarnings, type SendingWarning } from '../../../main/domain/sending/sending-checks.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import type { WritingKey, Written } from '../../state/writing.ts';
import { isToAnybody, recipientsOf, sendingFacts } from './letter-facts.ts';
import type { Letter } from './letter.ts';
import { nameOf } from './name-of.ts';

type Leaving = {
  readonly writingKey: WritingKey;
  readonly written: Written;
  readonly view: ConversationView | null;
  /** What it answers is not read yet: it leaves as soon as it is. */
  readonly isComing: boolean;
  readonly isMail: boolean;
  readonly letter: Letter;
  readonly onSent: () => void;
};

export function useLeaving({ writingKey, written, view, isComing, isMail, letter, onSent }: Leaving) {
  const desk = useDesk();
  const me = useFacts(({ settings }) => settings.me);
  const zone = useFacts(({ settings }) => settings.officeHours.zone);
  const [guarded, setGuarded] = useState<Guarded | null>(null);
  const waiting = useRef<{ readonly at: Instant | null } | null>(null);
  const [wasStopped, setWasStopped] = useState(false);
  const unread = useRef<Partial<Record<keyof Recipients, string>>>({});
  const recipients = recipientsOf(written, view);
  const fields = openPlaceholders(`${written.subject ?? ''}\n${written.text}`);
  const isEmpty = written.text.trim() === '' && written.files.length === 0 && written.kind !== 'forward';
  const canLeave = !isComing && !isEmpty && isToAnybody(recipients);

  const send = async (at: Instant | null): Promise<void> => {
    const [first] = [...recipients.to, ...recipients.cc, ...recipients.bcc];
    const who = view?.item.who ?? (first === undefined ? '' : nameOf(first));
    if (await desk.sending.send(writingKey, who, at)) onSent();
  };
  /** False where a field of a saved reply is still open; it is pointed at. */
  const isReady = (): boolean => {
    setWasStopped(fields.length > 0);
    if (fields.length > 0) letter.selectOpenField();
    return fields.length === 0;
  };
  /** Words among the recipients that are no address: nothing is done before the owner saw to them. */
  const isPointedAtUnread = (): boolean => {
    const [field] = Object.entries(unread.current).find(([, words]) => words !== '') ?? [];
    if (field !== undefined) document.getElementById(`recipients-${field}`)?.focus();
    return field !== undefined;
  };
  const trySending = (at: Instant | null): void => {
    waiting.current = isComing ? { at } : null;
    if (isPointedAtUnread() || !canLeave || !isReady()) return;
    const ownNames = [me.name, view?.replyFrom.name ?? ''].filter((name) => name !== '');
    const comingFiles = desk.writing.coming.count(writingKey);
    const warnings = sendingWarnings(sendingFacts({ written, comingFiles, view, ownNames, now: desk.deskNow(), zone }));
    if (warnings.length > 0) setGuarded({ warnings, at });
    else background(send(at));
  };
  const sendWaiting = useEffectEvent((): void => {
    if (waiting.current !== null && isMail) trySending(waiting.current.at);
  });
  useEffect(() => {
    const arrived = later(0, () => sendWaiting());
    if (!isComing) arrived.soon();
    return arrived.cancel;
  }, [isComing]);
  return {
    fields,
    isEmpty,
    canLeave,
    isReady,
    wasStopped,
    isPointedAtUnread,
    trySending,
    /** What is to be looked at first; null: nothing. */
    warnings: guarded?.warnings ?? null,
    sendAnyway: () => {
      if (guarded !== null) background(send(guarded.at));
      setGuarded(null);
    },
    back: () => {
      setGuarded(null);
      // The sheet gives the focus back first.
      requestAnimationFrame(letter.focus);
    },
    noteUnread: (field: keyof Recipients, words: string) => {
      unread.current = { ...unread.current, [field]: words };
    },
  };
}

type Guarded = { readonly warnings: readonly SendingWarning[]; readonly at: Instant | null };
