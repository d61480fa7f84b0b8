// What the owner does with a conversation. Each action is carried out by the engine, can be taken back with one key, and
// moves the selection on when the conversation leaves the list.
import type { i18n } from 'i18next';
import type { Failure, Result } from '../../main/contract/errors.ts';
import type { QueueItem } from '../../main/contract/views.ts';
import { UNTIL_THEY_WRITE, type DoneReason, type Decisions } from '../../main/domain/queue/decisions.ts';
import type { Instant } from '../../main/domain/instant.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { machineNow } from '../client/machine-clock.ts';
import type { Moments } from '../i18n/moments.ts';
import type { ConversationLoader } from './conversation.ts';
import { NOTICE_MS, type Notices } from './notices.ts';
import type { PlaceStore } from './place.ts';
import { neighbourOf, type QueueLoader } from './queue.ts';

export type Decide = {
  readonly done: (
    item: QueueItem,
    because: Exclude<DoneReason, 'history' | 'account-detached' | 'deleted'>,
  ) => Promise<void>;
  readonly reopen: (item: QueueItem) => Promise<void>;
  readonly snooze: (item: QueueItem, until: Instant, replyBy: Instant | null) => Promise<void>;
  /** null: no plan. */
  readonly plan: (item: QueueItem, at: Instant | null, replyBy: Instant | null) => Promise<void>;
  readonly setReplyBy: (item: QueueItem, at: Instant | null) => Promise<void>;
  /** null: no watch; 'as-asked': by what the answer itself asks. */
  readonly followUp: (item: QueueItem, at: Instant | null | 'as-asked') => Promise<void>;
  readonly sortAs: (item: QueueItem, as: 'queue' | 'fyi') => Promise<void>;
  readonly setVip: (item: QueueItem, isVip: boolean) => Promise<void>;
  readonly remove: (item: QueueItem) => Promise<void>;
  /** Out of the trash. */
  readonly putBack: (item: QueueItem) => Promise<void>;
};

export type DecideDeps = {
  readonly client: DeskClient;
  readonly texts: i18n;
  readonly moments: () => Moments;
  readonly place: PlaceStore;
  readonly queue: QueueLoader;
  readonly conversation: ConversationLoader;
  readonly notices: Notices;
  readonly tellFailure: (error: Failure) => void;
};

export function createDecide(deps: DecideDeps): Decide {
  const { client, place, queue, conversation, notices } = deps;
  const { t } = deps.texts;

  const refresh = async (): Promise<void> => {
    await Promise.all([queue.refresh(), conversation.refresh()]);
  };

  /** `leaves`: the conversation goes to another section, so the owner goes on to the next one. */
  const decide = async (
    item: QueueItem,
    answer: Promise<Result<Decisions>>,
    { text, leaves }: { readonly text: string; readonly leaves: boolean },
  ): Promise<void> => {
    const id = item.conversation;
    const next = leaves ? neighbourOf(queue.store.getState(), id) : null;
    const before = await answer;
    if (!before.ok) {
      deps.tellFailure(before.error);
      return;
    }
    notices.add({
      text,
      failure: null,
      until: machineNow() + NOTICE_MS,
      leaving: null,
      undo: async () => {
        const restored = await client.call('conversation.restore', { id, decisions: before.value });
        if (!restored.ok) {
          deps.tellFailure(restored.error);
          return;
        }
        place.setState({ conversation: id });
        await refresh();
      },
    });
    await queue.refresh();
    const hasLeft = !queue.store.getState().lists.some(({ items }) => items.some((row) => row.conversation === id));
    if (leaves && hasLeft && place.getState().conversation === id) {
      place.setState({ conversation: next, isReading: false });
    }
    await conversation.refresh();
  };

  return {
    done: (item, because) => {
      const key = ({ owner: 'done', phone: 'phoned', 'no-answer': 'noAnswer' } as const)[because];
      return decide(item, client.call('conversation.done', { id: item.conversation, because }), {
        text: t(`notice.${key}`, { who: item.who }),
        leaves: true,
      });
    },
    reopen: (item) =>
      decide(item, client.call('conversation.reopen', { id: item.conversation }), {
        text: t('notice.reopened', { who: item.who }),
        leaves: false,
      }),
    snooze: (item, until, replyBy) =>
      decide(item, client.call('conversation.snooze', { id: item.conversation, until, replyBy }), {
        text:
          until === UNTIL_THEY_WRITE
            ? t('snoozing.notice', { who: item.who })
            : t('notice.snoozed', { who: item.who, when: deps.moments().when(until) }),
        leaves: true,
      }),
    plan: (item, at, replyBy) =>
      decide(item, client.call('conversation.plan', { id: item.conversation, at, replyBy }), {
        text:
          at === null
            ? t('plan.noticeCleared', { who: item.who })
            : t('plan.notice', { who: item.who, when: deps.moments().when(at) }),
        leaves: false,
      }),
    setReplyBy: (item, at) =>
      decide(item, client.call('conversation.setReplyBy', { id: item.conversation, at }), {
        text:
          at === null
            ? t('notice.replyByCleared', { who: item.who })
            : t('notice.replyBy', { who: item.who, when: deps.moments().when(at) }),
        leaves: false,
      }),
    followUp: (item, at) =>
      decide(item, client.call('conversation.followUp', { id: item.conversation, at }), {
        text:
          at === null
            ? t('followUp.noticeOff', { who: item.who })
            : at === 'as-asked'
              ? t('followUp.noticeAsAsked', { who: item.who })
              : t('followUp.notice', { who: item.who, when: deps.moments().when(at) }),
        leaves: false,
      }),
    sortAs: (item, as) =>
      decide(item, client.call('conversation.sortAs', { id: item.conversation, as }), {
        text: t(as === 'fyi' ? 'notice.toFyi' : 'notice.toQueue', { who: item.who }),
        leaves: true,
      }),
    remove: (item) =>
      decide(item, client.call('conversation.delete', { id: item.conversation }), {
        text: t('trash.notice', { who: item.who }),
        leaves: true,
      }),
    putBack: (item) =>
      decide(item, client.call('conversation.undelete', { id: item.conversation }), {
        text: t('trash.noticeBack', { who: item.who }),
        leaves: false,
      }),
    setVip: async (item, isVip) => {
      const set = await client.call('contact.setVip', { address: item.address, isVip });
      if (!set.ok) {
        deps.tellFailure(set.error);
        return;
      }
      notices.add({
        text: t(isVip ? 'notice.vip' : 'notice.noVip', { who: item.who }),
        failure: null,
        until: machineNow() + NOTICE_MS,
        leaving: null,
        undo: async () => {
          const back = await client.call('contact.setVip', { address: item.address, isVip: !isVip });
          if (!back.ok) deps.tellFailure(back.error);
          await refresh();
        },
      });
      await refresh();
    },
  };
}
