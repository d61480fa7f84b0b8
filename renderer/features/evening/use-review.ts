// The review on screen: which conversation is being decided, and the deeds. Every deed is the engine's; what comes back is shown.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EveningChoice, ReviewView } from '../../../main/contract/evening.ts';
import type { Failure, Result } from '../../../main/contract/errors.ts';
import type { QueueItem } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useMoments, usePlace } from '../../state/use-desk.tsx';
import { decidedWords } from './decided-words.ts';
import { useAskedAgain } from './use-evening.ts';

export type Reviewing = {
  readonly review: ReviewView | null;
  readonly error: Failure | null;
  /** What is being decided now; stays the same while others come and go. */
  readonly current: QueueItem | null;
  readonly decide: (item: QueueItem, choice: EveningChoice) => void;
  readonly skip: () => void;
  /** null: the last decision. */
  readonly takeBack: (conversation: number | null) => void;
  readonly closeDay: () => void;
};

export function useReview(): Reviewing {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const { client, place, notices } = desk;
  const [review, setReview] = useState<ReviewView | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const selected = usePlace((where) => where.conversation);
  const [chosen, setChosen] = useState(selected);
  const [seen, setSeen] = useState(selected);
  if (seen !== selected) {
    // Somebody else chose: an answer that was taken back is shown again, as soon as it is among the undecided.
    setSeen(selected);
    setChosen(selected);
  }

  const take = useCallback((answer: Result<ReviewView>): void => {
    if (answer.ok) setReview(answer.value);
    setError(answer.ok ? null : answer.error);
  }, []);
  const ask = useCallback(async () => take(await client.call('evening.open', {})), [client, take]);
  useAskedAgain(ask, review?.until ?? null);

  const current = review?.undecided.find(({ conversation }) => conversation === chosen) ?? review?.undecided[0] ?? null;
  const id = current?.conversation ?? null;
  useEffect(() => {
    // Everything else in the window (why here, by when, VIP) is about the conversation that is being decided.
    place.setState({ conversation: id, isReading: id !== null });
  }, [id, place]);

  const said = useRef<number | null>(null);

  const takeBackNow = useCallback(
    async (conversation: number | null): Promise<void> => {
      const undone = await client.call('evening.undo', { conversation });
      if (!undone.ok) {
        desk.tellFailure(undone.error);
        return;
      }
      if (undone.value.text !== null) desk.writing.putAnswer(undone.value.conversation, undone.value.text);
      setChosen(undone.value.conversation);
      await Promise.all([ask(), desk.refresh.deliveries(), desk.conversation.refresh()]);
    },
    [client, desk, ask],
  );

  const decideNow = async (item: QueueItem, choice: EveningChoice): Promise<void> => {
    const answer = await client.call('evening.decide', { conversation: item.conversation, choice });
    if (!answer.ok) {
      desk.tellFailure(answer.error);
      return;
    }
    take(answer);
    const made = answer.value.decisions.find(({ conversation }) => conversation === item.conversation);
    // One line is enough: those before it are in the list at the end, and z goes on back through them.
    if (said.current !== null) notices.remove(said.current);
    if (made === undefined) return;
    said.current = notices.add({
      text: `${item.who}: ${decidedWords(t, moments, made.decided)}`,
      failure: null,
      until: machineNow() + NOTICE_MS,
      leaving: null,
      undo: () => takeBackNow(item.conversation),
    });
  };

  const skipNow = async (item: QueueItem): Promise<void> => {
    setChosen(null);
    take(await client.call('evening.skip', { conversation: item.conversation }));
  };

  return {
    review,
    error,
    current,
    decide: (item, choice) => background(decideNow(item, choice)),
    skip: () => {
      if (current !== null && (review?.toDecide ?? 0) > 1) background(skipNow(current));
    },
    takeBack: (conversation) => {
      if ((review?.decided ?? 0) === 0) return undefined;
      const notice = conversation === null ? notices.newestUndo() : null;
      if (notice?.undo == null) return background(takeBackNow(conversation));
      notices.remove(notice.id);
      return background(notice.undo().then(ask));
    },
    closeDay: () => background(client.call('evening.close', {}).then(take)),
  };
}
