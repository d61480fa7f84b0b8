// What the owner says about his promises. Each word is carried out by the engine and can be taken back with one key.
import type { i18n } from 'i18next';
import type { CommitmentView } from '../../main/contract/commitments.ts';
import type { Failure, Result } from '../../main/contract/errors.ts';
import type { Instant } from '../../main/domain/instant.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { machineNow } from '../client/machine-clock.ts';
import type { Moments } from '../i18n/moments.ts';
import type { ConversationLoader } from './conversation.ts';
import { NOTICE_MS, type Notices } from './notices.ts';
import type { QueueLoader } from './queue.ts';

type Said = Pick<CommitmentView, 'id' | 'dueAt' | 'state'>;

export type Promises = {
  /** `due`: another moment than it had. */
  readonly watch: (promise: Said, who: string, due?: Instant) => Promise<void>;
  readonly keep: (promise: Said, who: string) => Promise<void>;
  /** Of one that was only proposed: it was no promise. */
  readonly drop: (promise: Said, who: string) => Promise<void>;
  readonly add: (conversation: number, who: string, words: string, due: Instant) => Promise<void>;
};

export type PromisesDeps = {
  readonly client: DeskClient;
  readonly texts: i18n;
  readonly moments: () => Moments;
  readonly queue: QueueLoader;
  readonly conversation: ConversationLoader;
  readonly notices: Notices;
  readonly tellFailure: (error: Failure) => void;
};

export function createPromises(deps: PromisesDeps): Promises {
  const { client, queue, conversation, notices } = deps;
  const { t } = deps.texts;
  const refresh = async (): Promise<void> => {
    await Promise.all([queue.refresh(), conversation.refresh()]);
  };
  const tell = (text: string, undo: () => Promise<Result<unknown>>): void => {
    notices.add({
      text,
      failure: null,
      until: machineNow() + NOTICE_MS,
      leaving: null,
      undo: async () => {
        const back = await undo();
        if (!back.ok) deps.tellFailure(back.error);
        await refresh();
      },
    });
  };
  const say = async (
    { id }: Said,
    as: 'watch' | 'kept' | 'dropped',
    due: Instant | null,
    text: string,
  ): Promise<void> => {
    const before = await client.call('commitment.decide', { id, as, due });
    if (!before.ok) {
      deps.tellFailure(before.error);
      return;
    }
    tell(text, () => client.call('commitment.restore', { id, before: before.value }));
    await refresh();
  };

  return {
    watch: (promise, who, due) =>
      say(
        promise,
        'watch',
        due ?? null,
        t('promiseNotice.watch', { who, when: deps.moments().when(due ?? promise.dueAt) }),
      ),
    keep: (promise, who) => say(promise, 'kept', null, t('promiseNotice.kept', { who })),
    drop: (promise, who) =>
      say(
        promise,
        'dropped',
        null,
        t(promise.state === 'proposed' ? 'promiseNotice.none' : 'promiseNotice.dropped', { who }),
      ),
    add: async (id, who, words, due) => {
      const added = await client.call('commitment.add', { conversation: id, words, due });
      if (!added.ok) {
        deps.tellFailure(added.error);
        return;
      }
      tell(t('promiseNotice.added', { who, when: deps.moments().when(due) }), () =>
        client.call('commitment.remove', { id: added.value.id, decisions: added.value.decisionsBefore }),
      );
      await refresh();
    },
  };
}
